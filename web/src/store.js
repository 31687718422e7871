// The state of the page: one plain object, replaced and never changed in place.
export function createStore(initial) {
  let state = initial;
  const listeners = new Set();
  return {
    get: () => state,
    set(patch) {
      state = {...state, ...patch};
      for (const listener of listeners) listener();
    },
    // Returns a function that ends it.
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

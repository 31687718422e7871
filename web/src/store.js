// The state of the page: one plain object, replaced and never changed in place. Listeners hear of
// changes when the work at hand is done, once for all of them.
export function createStore(initial) {
  let state = initial;
  const listeners = new Set();
  let due = false;
  function tell() {
    due = false;
    for (const listener of listeners) listener();
  }
  return {
    get: () => state,
    set(patch) {
      state = {...state, ...patch};
      if (!due) queueMicrotask(tell);
      due = true;
    },
    // Returns a function that ends it.
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

// What #train… leads to, and sets of exercises in links: #train/set= and {"id", "name", "exercises", "due"} as
// JSON in base64url.

const decode = (text) => new TextDecoder('utf-8', {fatal: true}).decode(
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0)));

export function encodeSet(set) {
  const bytes = new TextEncoder().encode(JSON.stringify(set));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function setIn(text) {
  try {
    const {id, name = '', exercises, due = 0} = JSON.parse(decode(text));
    const right = typeof id === 'string' && /^[\w-]{1,100}$/.test(id) && typeof name === 'string' &&
      Array.isArray(exercises) && exercises.length > 0 && exercises.length <= 1000 &&
      exercises.every((each) => typeof each === 'string');
    const day = new Date(typeof due === 'number' ? due * 1000 : due);
    return right ? {id, name: name.slice(0, 100), exercises, due: due && !Number.isNaN(day.getTime()) ? day : null} : null;
  } catch {
    return null;
  }
}

// {to: 'next' | 'progress' | 'exercise' | 'set' | 'broken', id, set}
export function placeOf(route) {
  const rest = decodeURIComponent(route.replace(/^#train\/?/, ''));
  if (rest === '') return {to: 'next'};
  if (rest === 'progress') return {to: 'progress'};
  if (rest.startsWith('set=')) {
    const set = setIn(rest.slice(4));
    return set ? {to: 'set', set} : {to: 'broken'};
  }
  // A set that is kept by the service.
  if (rest.startsWith('given=')) return {to: 'given', id: rest.slice(6)};
  return /^[a-z0-9-]+\/[a-z0-9-]+$/.test(rest) ? {to: 'exercise', id: rest} : {to: 'broken'};
}

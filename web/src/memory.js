// What the page remembers on this device: nothing, unless it is asked to.
const key = 'amends.draft';
const tokenKey = 'amends.token';
const traineeKey = 'amends.trainee';

// Storage may be switched off; then nothing is remembered.
function attempt(action) {
  try {
    return action();
  } catch {
    return null;
  }
}

export const recall = () => attempt(() => JSON.parse(localStorage.getItem(key)));
export const remember = (draft) => attempt(() => localStorage.setItem(key, JSON.stringify(draft)) ?? true) === true;
export const recallToken = () => attempt(() => localStorage.getItem(tokenKey)) ?? '';
export const rememberToken = (token) => attempt(() => localStorage.setItem(tokenKey, token));
export const forgetToken = () => attempt(() => localStorage.removeItem(tokenKey));
// Who trains here, {id, name}.
export const recallTrainee = () => attempt(() => JSON.parse(localStorage.getItem(traineeKey)));
export const rememberTrainee = ({id, name}) => attempt(() => localStorage.setItem(traineeKey, JSON.stringify({id, name})));
export const forgetTrainee = () => attempt(() => localStorage.removeItem(traineeKey));
export function forget() {
  attempt(() => localStorage.removeItem(key));
  forgetTrainee();
  forgetToken();
}

// Days as people say them.
const days = 86_400_000;  // milliseconds

const midnight = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate());

// "today", "tomorrow", "Thursday", "Thursday, 3 March"
export function dayOf(date) {
  const ahead = Math.round((midnight(date) - midnight(new Date())) / days);
  if (ahead === 0) return 'today';
  if (ahead === 1) return 'tomorrow';
  const near = ahead > 1 && ahead < 7;
  return date.toLocaleDateString('en-GB', near ? {weekday: 'long'} : {weekday: 'long', day: 'numeric', month: 'long'});
}

// "2026-03-02" and so many days on.
export function plusDays(text, count) {
  const date = new Date(`${text}T12:00:00Z`);
  return new Date(date.getTime() + count * days).toISOString().slice(0, 10);
}

export const shortDay = (text) =>
  new Date(`${text}T12:00:00Z`).toLocaleDateString('en-GB', {day: 'numeric', month: 'short', timeZone: 'UTC'});

// 0 is Monday.
export const weekdayOf = (text) => (new Date(`${text}T12:00:00Z`).getUTCDay() + 6) % 7;

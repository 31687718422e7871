// Words and signs that several views share.

// Of each severity. The style sheet gives each word a sign whose form tells it apart.
export const severities = {
  error: 'hurts', warning: 'weakens it', info: 'could be better', hint: 'a thought', off: 'switched off'};

export const applicability = {
  safe: 'Adds nothing of substance',
  confirm: 'If you can stand behind it',
  fill: 'With a blank to fill in',
  advice: 'Advice',
};

// Of a step, and of an element of one.
export const standings = {
  'done': 'there', 'partly': 'partly there', 'missing': 'to come', 'not-asked': 'not asked for here'};
export const presences = {there: 'there', partly: 'a little', spoilt: 'lost in other words', missing: 'to come'};

export const channels = [
  ['email', 'E-mail'], ['chat', 'Chat'], ['public', 'Public reply'], ['phone', 'Phone'],
];

export const short = (words, most = 90) => {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, line.lastIndexOf(' ', most) + 1 || most).trimEnd()}…`;
};

export const many = (count, one, more = `${one}s`) => `${count} ${count === 1 ? one : more}`;

// What the key is called that shortcuts go with.
export const controlKey = () => (/Mac|iP(hone|ad)/.test(navigator.platform) ? 'Command' : 'Ctrl');

// A finding for ears.
export const describe = ({severity, words, hears, message}, place, count) =>
  `${place} of ${count}, ${severities[severity]}: “${short(words)}”. ` +
  `${hears ? `The customer hears: “${hears}”` : message} ${controlKey()} and full stop for what to do.`;

// Blanks are marked as such and need no finding of their own.
export const blankRule = 'draft/unfilled';

// "fake-apology" -> "Fake apology". DYPII, “did you plug it in”, is said letter by letter.
export const familyName = (family) => (family === 'dypii' ? 'DYPII' : family[0].toUpperCase() + family.slice(1).replaceAll('-', ' '));

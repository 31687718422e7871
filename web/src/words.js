// Words and signs that several views share.

// Of each severity: a sign whose form tells it apart, and what people read.
export const severities = {
  error: {sign: '●', name: 'hurts'},
  warning: {sign: '▲', name: 'weakens it'},
  info: {sign: '■', name: 'could be better'},
  hint: {sign: '○', name: 'a thought'},
};

export const applicability = {
  safe: 'Adds nothing of substance',
  confirm: 'If you can stand behind it',
  fill: 'With a blank to fill in',
  advice: 'Advice',
};

export const standings = {
  'done': {sign: '✓', name: 'there'},
  'partly': {sign: '◐', name: 'partly there'},
  'missing': {sign: '○', name: 'to come'},
  'not-asked': {sign: '–', name: 'not asked for here'},
};

export const presences = {
  there: {sign: '✓', name: 'there'},
  partly: {sign: '◐', name: 'a little'},
  spoilt: {sign: '✕', name: 'lost in other words'},
  missing: {sign: '○', name: 'to come'},
};

export const channels = [
  ['email', 'E-mail'], ['chat', 'Chat'], ['public', 'Public reply'], ['phone', 'Phone'],
];

export const short = (words, most = 90) => {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, line.lastIndexOf(' ', most) + 1 || most).trimEnd()}…`;
};

export const many = (count, one, more = `${one}s`) => `${count} ${count === 1 ? one : more}`;

// A finding for ears.
export const describe = ({severity, words, hears, message}, place, count) =>
  `${place} of ${count}, ${severities[severity].name}: “${short(words)}”. ` +
  `${hears ? `The customer hears: “${hears}”` : message} Control and full stop for what to do.`;

// "fake-apology" -> "Fake apology"
export const familyName = (family) => family[0].toUpperCase() + family.slice(1).replaceAll('-', ' ');

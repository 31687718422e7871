// A suggestion as people read it: the words around its edits as they would stand.

const reach = 70;  // units of a sentence that are shown on each side

// Where the words before `from` begin: at the start of the sentence, or nearer.
function startOf(text, from) {
  const before = text.slice(0, from);
  const start = Math.max(before.lastIndexOf('\n') + 1, ...[...before.matchAll(/[.!?…]["”’)]*\s+/g)].slice(-1)
    .map(({index, 0: {length}}) => index + length));
  return from - start <= reach ? {at: start, cut: false} : {at: before.indexOf(' ', from - reach) + 1 || from, cut: true};
}

function endOf(text, to) {
  const rest = text.slice(to);
  if (to > 0 && /[.!?…]$/.test(text.slice(0, to))) return {at: to, cut: false};
  const end = rest.search(/[.!?…]["”’)]*(\s|$)|\n|$/);
  const whole = to + end + (/^[.!?…]/.test(rest.slice(end)) ? 1 : 0);
  return whole - to <= reach ? {at: whole, cut: false} : {at: text.lastIndexOf(' ', to + reach), cut: true};
}

// [{text, kind}], kind being 'kept', 'added' or 'taken'. Edits are in order, {from, to, insert}.
export function proposal(text, edits) {
  const start = startOf(text, edits[0].from);
  const end = endOf(text, edits.at(-1).to);
  const parts = [];
  const add = (words, kind) => words && parts.push({text: words, kind});
  let at = start.at;
  if (start.cut) add('… ', 'kept');
  for (const {from, to, insert} of edits) {
    add(text.slice(at, from), 'kept');
    if (!insert) add(text.slice(from, to), 'taken');
    add(insert, 'added');
    at = to;
  }
  add(text.slice(at, Math.max(at, end.at)), 'kept');
  if (end.cut) add(' …', 'kept');
  return parts;
}

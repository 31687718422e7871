// Blanks, [[what to fill in]], in a text.

export const blankPattern = () => /\[\[[^[\]\n]*\]\]/g;

// Their places, in order.
export const blanksIn = (text) =>
  [...text.matchAll(blankPattern())].map(({index, 0: {length}}) => ({from: index, to: index + length}));

// The one to go to from a selection: the next behind it, or the last before it. Undefined if there is none.
export function blankAfter(blanks, {from, to}) {
  return blanks.find((blank) => blank.from >= to || (blank.from === from && blank.to > to));
}

export const blankBefore = (blanks, {from}) => blanks.findLast((blank) => blank.to <= from);

// The text in pieces, [{text, blank}].
export function pieces(text) {
  const all = [];
  let at = 0;
  for (const {from, to} of blanksIn(text)) {
    if (at < from) all.push({text: text.slice(at, from), blank: false});
    all.push({text: text.slice(from, to), blank: true});
    at = to;
  }
  if (at < text.length) all.push({text: text.slice(at), blank: false});
  return all;
}

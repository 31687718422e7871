// Where a sentence of the outline belongs in the draft as it is now.

const find = (draft, words) => {
  const at = draft.indexOf(words);
  return at < 0 ? undefined : {from: at, to: at + words.length};
};

// The edit {from, to, insert} that puts `lines[index].text` in: behind the nearest line before it that
// the draft has, else before the nearest after it, else at the end.
export function placeFor(draft, lines, index) {
  const {text} = lines[index];
  for (let i = index - 1; i >= 0; --i) {
    const found = lines[i].kind === 'kept' && find(draft, lines[i].text);
    if (!found) continue;
    const parted = lines.slice(i + 1, index + 1).some(({paragraph}) => paragraph);
    return {from: found.to, to: found.to, insert: (parted ? '\n\n' : ' ') + text};
  }
  for (let i = index + 1; i < lines.length; ++i) {
    const found = lines[i].kind === 'kept' && find(draft, lines[i].text);
    if (!found) continue;
    const parted = lines.slice(index + 1, i + 1).some(({paragraph}) => paragraph);
    return {from: found.from, to: found.from, insert: text + (parted ? '\n\n' : ' ')};
  }
  const end = draft.trimEnd().length;
  return {from: end, to: draft.length, insert: (end > 0 ? '\n\n' : '') + text};
}

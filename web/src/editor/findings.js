// The findings of the latest answer, kept in place while the text around them changes.
import {StateEffect, StateField} from '@codemirror/state';
import {Decoration, EditorView} from '@codemirror/view';

const grades = ['hint', 'info', 'warning', 'error'];
const gravity = ({severity}) => grades.indexOf(severity);

// With a list of findings as `placed` makes them.
export const setFindings = StateEffect.define();

// What the service found, with places as the editor has them: {id, rule, severity, message, hears,
// words, from, to, marked, suggestions: [{applicability, title, edits: [{from, to, insert}]}]}. Findings about
// the reply as a whole are not `marked`.
export function placed(findings, unit) {
  const seen = new Map();
  return findings.map(({start, end, scope, text, fingerprint, suggestions, ...finding}) => {
    const count = (seen.get(fingerprint) ?? 0) + 1;
    seen.set(fingerprint, count);
    return {
      ...finding, fingerprint, id: `${fingerprint}-${count}`, words: text,
      from: unit(start), to: unit(end), marked: scope === 'text' && start < end,
      suggestions: suggestions.map(({edits, ...suggestion}) => ({
        ...suggestion,
        edits: edits.map((edit) => ({from: unit(edit.start), to: unit(edit.end), insert: edit.insert})),
      })),
    };
  });
}

const mapped = (place, changes) =>
  ({...place, from: changes.mapPos(place.from, 1), to: changes.mapPos(place.to, -1)});

const letter = /[\p{L}\p{M}\p{N}'’]/u;

// Whether the changes alter the words from `from` to `to`: within them, or by letters right beside them.
function alters(changes, {from, to}) {
  let altered = false;
  changes.iterChanges((start, end, newStart, newEnd, inserted) => {
    const added = inserted.toString();
    const within = from === to ? start <= from && from <= end : start < to && from < end;
    const before = end === from && letter.test(added.slice(-1));
    const behind = start === to && letter.test(added.charAt(0));
    altered ||= within || before || behind;
  });
  return altered;
}

// A finding whose words change is gone until the next answer; so is a suggestion whose words do.
function follow(findings, changes) {
  const touched = (place) => alters(changes, place);
  return findings.filter((finding) => !finding.marked || !touched(finding)).map((finding) => ({
    ...(finding.marked ? mapped(finding, changes) : finding),
    suggestions: finding.suggestions.filter(({edits}) => !edits.some(touched))
      .map((each) => ({...each, edits: each.edits.map((edit) => mapped(edit, changes))})),
  }));
}

// Each stretch is marked once, as the gravest finding that it is in.
function decorations(findings) {
  const marked = findings.filter((finding) => finding.marked);
  const edges = [...new Set(marked.flatMap(({from, to}) => [from, to]))].sort((a, b) => a - b);
  const marks = [];
  for (let i = 0; i + 1 < edges.length; ++i) {
    const over = marked.filter(({from, to}) => from <= edges[i] && edges[i + 1] <= to);
    if (over.length === 0) continue;
    const severity = grades[Math.max(...over.map(gravity))];
    marks.push(Decoration.mark({class: `finding finding-${severity}`}).range(edges[i], edges[i + 1]));
  }
  return Decoration.set(marks);
}

export const findingsField = StateField.define({
  create: () => [],
  update(findings, transaction) {
    for (const effect of transaction.effects) if (effect.is(setFindings)) return effect.value;
    return transaction.docChanged ? follow(findings, transaction.changes) : findings;
  },
  provide: (field) => EditorView.decorations.from(field, decorations),
});

export const markedIn = (state) => state.field(findingsField).filter(({marked}) => marked);

// The finding at a place: of several the gravest, of those the shortest.
export function findingAt(state, pos) {
  const at = markedIn(state).filter(({from, to}) => from <= pos && pos <= to);
  return at.sort((a, b) => gravity(b) - gravity(a) || (a.to - a.from) - (b.to - b.from))[0];
}

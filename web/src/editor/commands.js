// What keys and buttons do with findings.
import {isolateHistory} from '@codemirror/commands';
import {EditorView} from '@codemirror/view';
import {blanksIn} from '../text/blanks.js';
import {select, selectBlankFrom} from './blanks.js';
import {cardField, openCard, openFinding} from './card.jsx';
import {findingAt, markedIn} from './findings.js';

// With the cursor at `anchor`.
export function show(view, finding, anchor = finding.from) {
  view.dispatch({
    selection: {anchor},
    effects: openCard.of(finding.id),
    userEvent: 'select.finding',
  });
  // On a phone the card is a sheet over the lower part of the window.
  const sheet = matchMedia('(max-width: 40rem)').matches;
  view.dispatch({effects: EditorView.scrollIntoView(finding.from, sheet ? {y: 'start', yMargin: 90} : {y: 'nearest', yMargin: 30})});
}

export function closeCard(view) {
  if (view.state.field(cardField) === null) return false;
  view.dispatch({effects: openCard.of(null)});
  view.focus();
  return true;
}

export const focusCard = (view) => view.dom.querySelector('.card button')?.focus();

// The next finding, or the one before, round and round.
const goer = (step) => (view) => {
  const all = markedIn(view.state);
  if (all.length === 0) return false;
  const {from} = view.state.selection.main;
  const now = all.indexOf(openFinding(view.state));
  let to = now + step;
  if (now < 0) to = step > 0 ? all.findIndex((finding) => finding.from >= from) : all.findLastIndex((finding) => finding.from <= from);
  if (now < 0 && to < 0) to = step > 0 ? 0 : all.length - 1;
  show(view, all[(to + all.length) % all.length]);
  return true;
};

export const nextFinding = goer(1);
export const previousFinding = goer(-1);

// Opens the card of the finding at the cursor, or of the next one, and goes into it.
export function openHere(view) {
  const finding = openFinding(view.state) ?? findingAt(view.state, view.state.selection.main.head);
  if (finding) show(view, finding);
  else if (!nextFinding(view)) return false;
  requestAnimationFrame(() => focusCard(view));
  return true;
}

// Changes the text in one step that one undo takes back, and selects the first blank of what is new.
export function change(view, edits, userEvent) {
  const changes = view.state.changes(edits);
  const first = changes.mapPos(edits[0].from, -1);
  const end = changes.mapPos(edits.at(-1).to, 1);
  view.dispatch({
    changes, userEvent, selection: {anchor: end}, scrollIntoView: true, annotations: isolateHistory.of('full'),
  });
  view.focus();
  const blank = blanksIn(view.state.sliceDoc(first, end))[0];
  if (blank) select(view, {from: first + blank.from, to: first + blank.to});
}

export const replaceAll = (view, text, userEvent) =>
  change(view, [{from: 0, to: view.state.doc.length, insert: text}], userEvent);

export function nextBlank(view) {
  const {to} = view.state.selection.main;
  view.focus();
  return selectBlankFrom(view, to) || selectBlankFrom(view, 0);
}

export const findingKeys = [
  {key: 'F8', run: nextFinding, shift: previousFinding, preventDefault: true},
  {key: 'Mod-.', run: openHere, preventDefault: true},
  {key: 'Escape', run: closeCard},
];

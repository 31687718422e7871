// The card beside a finding: what the customer hears, what is wrong, and what can be done, one press
// away. The writer opens it; it never comes by itself, and typing closes it.
import {StateEffect, StateField} from '@codemirror/state';
import {showTooltip} from '@codemirror/view';
import {render} from 'preact';
import {findingsField, markedIn} from './findings.js';

// With the id of a finding, or null.
export const openCard = StateEffect.define();

export const cardField = StateField.define({
  create: () => null,
  update(id, transaction) {
    for (const effect of transaction.effects) if (effect.is(openCard)) return effect.value;
    if (transaction.docChanged) return null;
    const finding = findingOf(transaction.state, id);
    if (id !== null && !finding) return null;
    if (transaction.selection && finding) {
      const {from, to} = transaction.newSelection.main;
      if (to < finding.from || finding.to < from) return null;
    }
    return id;
  },
});

const findingOf = (state, id) => state.field(findingsField).find((finding) => finding.id === id && finding.marked);

export const openFinding = (state) => findingOf(state, state.field(cardField));

// `Card` is the component that shows one; it is given `view`, `finding`, `place` and `count`.
export function cards(Card, onShow) {
  function create(view) {
    const dom = document.createElement('div');
    dom.className = 'card';
    let inside = false;  // is where one is; still so while the card is being taken away
    dom.addEventListener('focusin', () => { inside = true; });
    dom.addEventListener('focusout', () => setTimeout(() => { inside = dom.contains(document.activeElement); }));
    const show = (state) => {
      const finding = openFinding(state);
      if (!finding) return;
      const all = markedIn(state);
      render(<Card key={finding.id} view={view} finding={finding} text={state.doc.toString()}
                   place={all.indexOf(finding) + 1} count={all.length} />, dom);
    };
    show(view.state);
    const stop = onShow(() => show(view.state));
    return {
      dom,
      update: ({state}) => show(state),
      destroy() {
        stop();
        if (inside) queueMicrotask(() => view.focus());
        render(null, dom);
      },
    };
  }
  const tooltip = showTooltip.compute([cardField, findingsField], (state) => {
    const finding = openFinding(state);
    return finding ? {pos: finding.from, end: finding.to, create} : null;
  });
  return [cardField, tooltip];
}

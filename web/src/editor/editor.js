// The editor of the draft.
import {defaultKeymap, history, historyKeymap} from '@codemirror/commands';
import {EditorState} from '@codemirror/state';
import {EditorView, keymap, placeholder} from '@codemirror/view';
import {blankKeys, blankMarks} from './blanks.js';
import {cards} from './card.jsx';
import {findingKeys, show} from './commands.js';
import {lineDirection} from './direction.js';
import {findingAt, findingsField} from './findings.js';

const showClicked = EditorView.domEventHandlers({
  click(event, view) {
    const pos = view.posAtCoords({x: event.clientX, y: event.clientY});
    const finding = pos !== null && view.state.selection.main.empty && event.target.closest('.finding') &&
      findingAt(view.state, pos);
    if (finding) show(view, finding, pos);
  },
});

// `updated` is called with each update of the view. `nonce` is that of the page's style sheets.
export function createEditor({parent, Card, onShow, updated, nonce}) {
  const view = new EditorView({parent, state: EditorState.create({extensions: [
    EditorView.cspNonce.of(nonce),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({
      'aria-labelledby': 'draft-title', 'aria-describedby': 'draft-keys', spellcheck: 'true', autocapitalize: 'sentences',
      autocorrect: 'on', tabindex: '0'}),
    placeholder('Write or paste your reply here.'),
    history(),
    keymap.of([...findingKeys, ...blankKeys, ...historyKeymap, ...defaultKeymap]),
    findingsField,
    cards(Card, onShow),
    blankMarks,
    lineDirection,
    showClicked,
    EditorView.updateListener.of(updated),
  ]})});
  return view;
}

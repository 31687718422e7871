// Blanks stand out, and Tab goes from one to the next. Where there is none to go to, Tab leaves the
// editor as it does everywhere.
import {Decoration, MatchDecorator, ViewPlugin} from '@codemirror/view';
import {EditorSelection} from '@codemirror/state';
import {blankAfter, blankBefore, blankPattern, blanksIn} from '../text/blanks.js';

const matcher = new MatchDecorator({regexp: blankPattern(), decoration: Decoration.mark({class: 'blank'})});

export const blankMarks = ViewPlugin.fromClass(class {
  constructor(view) { this.decorations = matcher.createDeco(view); }
  update(update) { this.decorations = matcher.updateDeco(update, this.decorations); }
}, {decorations: (plugin) => plugin.decorations});

export function select(view, {from, to}) {
  view.dispatch({selection: EditorSelection.range(from, to), scrollIntoView: true, userEvent: 'select'});
}

const goer = (choose) => (view) => {
  const blank = choose(blanksIn(view.state.doc.toString()), view.state.selection.main);
  if (!blank) return false;
  select(view, blank);
  return true;
};

export const blankKeys = [{key: 'Tab', run: goer(blankAfter), shift: goer(blankBefore)}];

// Selects the first blank at or behind `from`; false if there is none.
export const selectBlankFrom = (view, from) => goer((blanks) => blanks.find((blank) => blank.from >= from))(view);

// Each line runs the way its own letters do.
import {RangeSetBuilder} from '@codemirror/state';
import {Decoration, EditorView, ViewPlugin} from '@codemirror/view';

const line = Decoration.line({attributes: {dir: 'auto'}});

function build(view) {
  const builder = new RangeSetBuilder();
  for (const {from, to} of view.visibleRanges) {
    for (let pos = from; pos <= to;) {
      const at = view.state.doc.lineAt(pos);
      builder.add(at.from, at.from, line);
      pos = at.to + 1;
    }
  }
  return builder.finish();
}

const plugin = ViewPlugin.fromClass(class {
  constructor(view) { this.decorations = build(view); }
  update(update) {
    if (update.docChanged || update.viewportChanged) this.decorations = build(update.view);
  }
}, {decorations: ({decorations}) => decorations});

export const lineDirection = [EditorView.perLineTextDirection.of(true), plugin];

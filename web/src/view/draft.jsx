// The draft: what it is for, the editor, and where things stand.
import {useEffect, useRef} from 'preact/hooks';
import {createEditor} from '../editor/editor.js';
import {channels} from '../words.js';
import {createCard} from './card.jsx';
import {Examples} from './examples.jsx';
import {Status} from './status.jsx';

function Editor({page, nonce}) {
  const parent = useRef();
  useEffect(() => {
    const view = createEditor({
      parent: parent.current, nonce, Card: createCard(page), onShow: page.store.subscribe, updated: page.updated});
    page.attach(view);
    return () => view.destroy();
  }, []);
  return <div class="editor" ref={parent} />;
}

export function Draft({page, nonce, state, actions}) {
  const empty = state.text.trim() === '';
  return <section class="draft" aria-labelledby="draft-title">
    <div class="draft-head">
      <h2 id="draft-title" tabindex="-1">Your reply</h2>
      <label class="channel">Channel{' '}
        <select value={state.channel} onChange={(event) => actions.setChannel(event.currentTarget.value)}>
          {channels.map(([value, name]) => <option key={value} value={value}>{name}</option>)}
        </select>
      </label>
      <div class="tools">
        <Examples empty={empty} actions={actions} />
        <button onClick={actions.startOver} disabled={empty}>Start over</button>
      </div>
    </div>
    <Editor page={page} nonce={nonce} />
    <Status state={state} actions={actions} />
    <div class="tools">
      <button class="main" onClick={actions.copy} disabled={empty}>Copy</button>
      <button onClick={actions.download} disabled={empty}>Download</button>
      <button onClick={() => actions.printable(nonce)} disabled={empty}
        title="The draft with all that is said of it, on a page of its own that prints well">Coach’s page</button>
    </div>
  </section>;
}

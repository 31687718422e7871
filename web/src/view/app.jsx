import {Draft} from './draft.jsx';
import {Conversation} from './conversation.jsx';
import {Panel} from './panel.jsx';
import {Rules} from './rules.jsx';
import {Foot} from './foot.jsx';

export function App({page, nonce, state}) {
  const {actions} = page;
  const inRules = state.route.startsWith('#rules');
  return <div class={inRules ? 'page' : 'page fits'}>
    <header class="top">
      <p class="brand"><a href="#">Amends</a></p>
      <h1>{inRules ? 'What Amends looks for' : 'What will your customer hear?'}</h1>
      {!inRules && <p class="soft">Paste their message, write your reply, and see how it lands.</p>}
      <nav aria-label="Pages">
        <a href="#" aria-current={inRules ? undefined : 'page'}>Draft</a>
        <a href="#rules" aria-current={inRules ? 'page' : undefined}>Rules</a>
      </nav>
    </header>
    <main class="desk" hidden={inRules}>
      <Conversation state={state} actions={actions} />
      <Draft page={page} nonce={nonce} state={state} actions={actions} />
      <Panel state={state} actions={actions} />
    </main>
    {inRules && <Rules state={state} actions={actions} />}
    <Foot state={state} actions={actions} />
    <p class="unseen" role="status">{state.said}</p>
    <div class="notice" role="status">
      {state.notice && <p>{state.notice.words}
        {state.notice.back && <> <button class="plain" onClick={state.notice.back}>Bring mine back</button></>}</p>}
    </div>
  </div>;
}

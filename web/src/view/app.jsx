import {Draft} from './draft.jsx';
import {Conversation} from './conversation.jsx';
import {Panel} from './panel.jsx';
import {Rules} from './rules.jsx';
import {Foot} from './foot.jsx';
import {Train} from './train/train.jsx';

export function App({page, nonce, state}) {
  const {actions} = page;
  const inRules = state.route.startsWith('#rules');
  const inTrain = state.route.startsWith('#train');
  const atDesk = !inRules && !inTrain;
  return <div class={atDesk ? 'page fits' : 'page'}>
    <header class="top">
      <p class="brand"><a href="#">Amends</a></p>
      <h1>{inRules ? 'What Amends looks for' : inTrain ? 'Practise on small cases' : 'What will your customer hear?'}</h1>
      {atDesk && <p class="soft">Paste their message, write your reply, and see how it lands.</p>}
      <nav aria-label="Pages">
        <a href="#" aria-current={atDesk ? 'page' : undefined}>Draft</a>
        <a href="#train" aria-current={inTrain ? 'page' : undefined}>Train</a>
        <a href="#rules" aria-current={inRules ? 'page' : undefined}>Rules</a>
      </nav>
    </header>
    <main class="desk" hidden={!atDesk}>
      <Conversation state={state} actions={actions} />
      <Draft page={page} nonce={nonce} state={state} actions={actions} />
      <Panel state={state} actions={actions} />
    </main>
    {inRules && <Rules state={state} actions={actions} />}
    {inTrain && <Train state={state} actions={actions} />}
    <Foot atDraft={!inTrain} state={state} actions={actions} />
    <p class="unseen" role="status">{state.said}</p>
    <div class="notice" role="status">
      {state.notice && <p>{state.notice.words}
        {state.notice.back && <> <button class="plain" onClick={state.notice.back}>Bring mine back</button></>}</p>}
    </div>
  </div>;
}

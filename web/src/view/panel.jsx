// What the customer hears, and what the coach says: the good first.
import {ExampleList} from './examples.jsx';
import {Better} from './better.jsx';
import {Blanks} from './blanks.jsx';
import {Heard} from './heard.jsx';
import {Score} from './score.jsx';
import {Steps} from './steps.jsx';
import {blankRule, short} from '../words.js';

function Welcome({actions}) {
  return <div class="welcome">
    <h2>How it goes</h2>
    <ol>
      <li>Paste what the customer wrote.</li>
      <li>Write your reply, as you would.</li>
      <li>See what they will hear, and mend it with a click.</li>
    </ol>
    <h2>Or try an example</h2>
    <ExampleList actions={actions} />
  </div>;
}

function Good({coaching}) {
  const good = coaching.elements.filter(({presence, quotes}) => presence === 'there' && quotes.length > 0);
  if (good.length === 0) return null;
  return <section>
    <h2>What is good</h2>
    <ul class="good">
      {good.map(({id, says, quotes: [words]}) => <li key={id}>
        {says} <span class="soft" dir="auto">“{short(words)}”</span>
      </li>)}
    </ul>
  </section>;
}

function Next({state, actions}) {
  const {next, outline} = state.coaching;
  if (!next) return null;
  const finding = state.findings.find(({fingerprint, marked}) => marked && fingerprint === next.fingerprint);
  const ready = finding?.suggestions[0]?.edits.length > 0 ? finding.suggestions[0] : null;
  const line = next.element ? outline.lines.findIndex(({element}) => element === next.element) : -1;
  return <section>
    <h2>Do this next</h2>
    <div class="next">
      <p dir="auto"><Blanks text={next.advice} /></p>
      <p class="row">
        {next.rule === blankRule && <button class="main" onClick={actions.nextBlank}>Go to the blank</button>}
        {ready && <button class="main" onClick={() => actions.make(finding, ready)}>Do it</button>}
        {finding && <button onClick={() => actions.show(finding)}>Show me the place</button>}
        {line >= 0 && <button class="main" onClick={() => actions.putIn(line)}>Put a sentence in</button>}
      </p>
    </div>
  </section>;
}

export function Panel({state, actions}) {
  const {coaching, text} = state;
  const empty = text.trim() === '';
  return <aside class="panel" aria-label="What the customer hears, and the coach">
    {empty && <Welcome actions={actions} />}
    {!empty && !coaching && <p class="soft">What the customer hears will stand here in a moment.</p>}
    {!empty && coaching && <>
      <Good coaching={coaching} />
      <Next state={state} actions={actions} />
      <Heard state={state} actions={actions} />
      <Steps state={state} actions={actions} />
      <Score coaching={coaching} findings={state.findings} actions={actions} />
      <Better coaching={coaching} actions={actions} />
    </>}
  </aside>;
}

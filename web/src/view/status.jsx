// One line below the draft that says where things stand; it is there from the start, so that nothing
// moves when it has something to say.
import {useState} from 'preact/hooks';
import {controlKey, many} from '../words.js';

function State({service, actions}) {
  switch (service.state) {
    case 'idle': return <span>Nothing you write is kept.</span>;
    case 'reading': return <span>Reading…</span>;
    case 'ready': return <span>Up to date.</span>;
    case 'gone': return <span class="trouble">
      Amends cannot be reached. Your words are safe; it tries again by itself.{' '}
      <button class="plain" onClick={actions.tryNow}>Try now</button>
    </span>;
    case 'busy': return <span class="trouble">{service.message} It goes on by itself.</span>;
    case 'token': return <Token actions={actions} />;
    default: return <span class="trouble">{service.message}</span>;
  }
}

export function Token({actions}) {
  const [given, setGiven] = useState('');
  const [keep, setKeep] = useState(false);
  const send = () => given.trim() && actions.giveToken(given.trim(), keep);
  return <span class="token">
    <label>This service asks for a token{' '}
      <input type="password" autocomplete="off" spellcheck={false} value={given}
        onInput={(event) => setGiven(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && send()} />
    </label>{' '}
    <button onClick={send}>Use it</button>{' '}
    <label><input type="checkbox" checked={keep} onChange={(event) => setKeep(event.currentTarget.checked)} /> Remember it on this device</label>
  </span>;
}

export function Status({state, actions}) {
  const marked = state.findings.filter((finding) => finding.marked).length;
  const troubled = ['gone', 'busy', 'refused', 'token'].includes(state.service.state);
  return <div class="status">
    <div class={troubled ? 'state wide' : 'state'} role={troubled ? 'alert' : undefined}>
      <State service={state.service} actions={actions} />
    </div>
    <div class="steps-through">
      {state.coaching && <span class="points"><b>{state.coaching.score}</b> of 100</span>}
      {state.blanks > 0 && <button class="plain" onClick={actions.nextBlank}>{many(state.blanks, 'blank')} to fill</button>}
      <button onClick={actions.previous} disabled={marked === 0} aria-label="The place before" title="Shift+F8">‹</button>
      <span class="count">{many(marked, 'place')}</span>
      <button onClick={actions.next} disabled={marked === 0} aria-label="The next place" title="F8">›</button>
    </div>
    <p class="keys" id="draft-keys"><kbd>F8</kbd> next place · <kbd>{controlKey()}</kbd>+<kbd>.</kbd> what to do · <kbd>Tab</kbd> next blank · <kbd>Esc</kbd> <kbd>Tab</kbd> leave</p>
  </div>;
}

// A talk with a customer.
import {useEffect, useRef, useState} from 'preact/hooks';
import {Hints} from './hints.jsx';
import {Messages} from './messages.jsx';
import {moodWord} from './mood.js';

// A mouth that bends with the mood.
function Mood({mood, name}) {
  const bend = 15 + (mood - 5) * 0.9;
  return <p class="mood" role="status">
    <svg viewBox="0 0 24 24" width="30" height="30" aria-hidden="true">
      <circle cx="12" cy="12" r="10.5" /><circle class="eye" cx="8.5" cy="9.5" r="1.2" /><circle class="eye" cx="15.5" cy="9.5" r="1.2" />
      <path d={`M7.5 15 Q12 ${bend + (mood - 5) * 0.3} 16.5 15`} />
    </svg>
    <span>{name} is <b>{moodWord(mood)}</b></span>
    <svg class="mood-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect width={mood * 10} height="6" /></svg>
  </p>;
}

const linesOf = ({opening, exchanges}, name) => [
  {role: 'customer', text: opening, name},
  ...exchanges.flatMap(({reply, customer}) => [{role: 'agent', text: reply}, ...(customer ? [{role: 'customer', text: customer, name}] : [])]),
];

export function Talk({train, actions}) {
  const {exercise, talk, busy, step} = train;
  const [text, setText] = useState('');
  const log = useRef();
  const box = useRef();
  const count = talk?.exchanges.length ?? 0;
  useEffect(() => {
    if (count > 0) setText('');
    const last = log.current?.querySelector('li:last-child');
    last?.scrollIntoView({block: 'nearest'});
    if (count > 0 && step !== 'judged') box.current?.focus({preventScroll: true});
  }, [count]);
  if (!talk) return <p class="soft">…</p>;
  const name = exercise.customer;
  const mood = count > 0 ? talk.exchanges.at(-1).mood : exercise.mood;
  const send = (event) => {
    event.preventDefault();
    if (text.trim()) actions.send(text.trim());
  };
  if (step === 'judged') return null;
  return <div class="talking">
    <Mood mood={mood} name={name} />
    <div role="log" aria-live="polite" aria-label={`The talk with ${name}`} ref={log}><Messages list={linesOf(talk, name)} /></div>
    <form onSubmit={send}>
      <textarea ref={box} rows="3" dir="auto" aria-label="Your reply" placeholder="Your reply" maxlength="4000" value={text} readonly={busy}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && !event.shiftKey && !event.isComposing && send(event)} />
      <p class="row"><button class="main" disabled={busy}>Send</button>
        <span class="meta">{count} of at most {exercise.longest} replies</span></p>
      <Hints train={train} actions={actions} />
    </form>
  </div>;
}

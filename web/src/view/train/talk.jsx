// A talk with a customer, and what came of it, turn by turn.
import {useEffect, useRef, useState} from 'preact/hooks';
import {Hints} from './hints.jsx';
import {Messages} from './messages.jsx';

const full = 10;

export function moodWord(mood) {
  if (mood <= 1) return 'about to leave';
  if (mood <= 3) return 'upset';
  if (mood <= 5) return 'wary';
  return mood <= 7 ? 'calmer' : 'at ease';
}

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

const signed = (number) => (number > 0 ? `+${number}` : `${number}`.replace('-', '−'));

// How the mood went, as a line; the table below says the same.
function Curve({moods}) {
  const x = (index) => 10 + index * (280 / Math.max(1, moods.length - 1));
  const y = (mood) => 70 - mood * 6;
  const points = moods.map((mood, index) => `${x(index)},${y(mood)}`).join(' ');
  return <figure class="curve">
    <svg viewBox="0 0 300 80" role="img" aria-label={`Mood from 0 to 10: ${moods.join(', ')}`}>
      <line class="grid" x1="10" x2="290" y1={y(0)} y2={y(0)} /><line class="grid dashed" x1="10" x2="290" y1={y(6)} y2={y(6)} /><line class="grid" x1="10" x2="290" y1={y(full)} y2={y(full)} />
      <polyline points={points} />
      {moods.map((mood, index) => <circle key={index} cx={x(index)} cy={y(mood)} r="4" />)}
    </svg>
    <figcaption class="meta">Their mood, reply by reply: {moodWord(moods[0])} at first, {moodWord(moods.at(-1))} in the end.</figcaption>
  </figure>;
}

const endings = {well: 'All they needed was there, and they are in a good mood.', badly: 'They had heard enough.', late: 'The time for it ran out.', none: ''};

export function Debrief({train: {exercise, talk, judgement}}) {
  const {exchanges, ending, opening, open_needs: open} = talk;
  const name = exercise.customer;
  return <div class="debrief">
    <p>{endings[ending]}</p>
    <Curve moods={[exercise.mood, ...exchanges.map(({mood}) => mood)]} />
    {open.length > 0 && <section class="said fault"><h3>What they still waited for</h3><ul>{open.map((each) => <li key={each}>{each}</li>)}</ul></section>}
    <section>
      <h3>Turn by turn</h3>
      <Messages list={[{role: 'customer', text: opening, name}]} />
      <ol class="turns">{exchanges.map(({reply, reasons, coach, mood, customer}, index) => <li key={index}>
        <Messages list={[{role: 'agent', text: reply}]} />
        <ul class="reasons">{reasons.map(({text, mood: by, rule}, each) => <li key={each} class={rule ? 'hurt' : 'met'}>
          <b>{signed(by)}</b> {text}</li>)}
          {reasons.length === 0 && <li class="none">Nothing in it moved them.</li>}</ul>
        {coach && <p class="coach">{coach}</p>}
        <p class="meta">Mood {mood} of {full}: {moodWord(mood)}</p>
        {customer && <Messages list={[{role: 'customer', text: customer, name}]} />}
      </li>)}</ol>
    </section>
    <details><summary>One way to lead this talk</summary>
      <Messages list={judgement.solution.split('\n').filter(Boolean).map((text) => ({role: 'agent', text}))} /></details>
  </div>;
}

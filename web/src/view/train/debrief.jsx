// What came of a talk: the mood on its way, then turn by turn.
import {Messages} from './messages.jsx';
import {moodWord} from './mood.js';

const full = 10;
const signed = (number) => (number > 0 ? `+${number}` : `${number}`.replace('-', '−'));

// How the mood went, as a line; turn by turn it is told below.
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
    <figcaption class="meta">Their mood, reply by reply: {moodWord(moods[0])} at first, {moodWord(moods.at(-1))} in the end. Above the dashed line they are content.</figcaption>
  </figure>;
}

const endings = {well: 'All they needed was there, and they are in a good mood.', badly: 'They had heard enough.', late: 'The time for it ran out.', none: ''};

export function Debrief({train: {exercise, talk}}) {
  const {exchanges, ending, open_needs: open} = talk;
  return <div class="debrief">
    <p>{endings[ending]}</p>
    <Curve moods={[exercise.mood, ...exchanges.map(({mood}) => mood)]} />
    {open.length > 0 && <section class="said fault"><h3>What they still waited for</h3><ul>{open.map((each) => <li key={each}>{each}</li>)}</ul></section>}
  </div>;
}

export function Turns({train: {exercise, talk, judgement}}) {
  const {exchanges, opening} = talk;
  const name = exercise.customer;
  return <div class="debrief">
    <section>
      <h3>Turn by turn</h3>
      <Messages list={[{role: 'customer', text: opening, name}]} />
      <ol class="turns">{exchanges.map(({reply, reasons, coach, mood, trust, customer}, index) => <li key={index}>
        <Messages list={[{role: 'agent', text: reply}]} />
        <ul class="reasons">{reasons.map(({text, mood: by, rule}, each) => <li key={each} class={rule ? 'hurt' : 'met'}>
          <b>{signed(by)}</b>{text}</li>)}
          {reasons.length === 0 && <li class="none">Nothing in it moved them.</li>}</ul>
        {coach && <p class="coach">{coach}</p>}
        <p class="meta">Mood {mood} of {full}: {moodWord(mood)} · trust {trust}</p>
        {customer && <Messages list={[{role: 'customer', text: customer, name}]} />}
      </li>)}</ol>
    </section>
    <section>
      <h3>One way to lead this talk</h3>
      <Messages list={judgement.solution.split('\n').filter(Boolean).map((text) => ({role: 'agent', text, name: 'Somebody else'}))} />
    </section>
  </div>;
}

// One exercise: the case on one side, what to do about it on the other, and what was said of the answer.
import {useEffect, useRef} from 'preact/hooks';
import {familyName} from '../../words.js';
import {isChoice, isText} from '../../train/answers.js';
import {Choice} from './choice.jsx';
import {Feedback} from './feedback.jsx';
import {Hints} from './hints.jsx';
import {Messages} from './messages.jsx';
import {Fill, Record, Writing} from './writing.jsx';
import {Order} from './order.jsx';
import {Spot} from './spot.jsx';
import {Talk} from './talk.jsx';

const levels = ['', 'first steps', 'a closer look', 'the whole reply'];
const whys = {again: 'once more, from before', due: 'time to look at it again', ahead: 'before it fades'};

const widgetOf = (kind) => {
  if (isChoice(kind) || kind === 'checklist') return Choice;
  return {spot: Spot, order: Order, fill: Fill, record: Record}[kind] ?? Writing;
};

function Head({exercise: {title, level, trade, rules}, why, set}) {
  return <header class="exercise-head">
    <p class="meta">
      {set && <><b>{set.name || 'A set'}: {Math.min(set.answered + 1, set.exercises)} of {set.exercises}</b> · </>}
      {familyName(rules[0].split('/')[0])} · {levels[level]} · {trade}{whys[why] && ` · ${whys[why]}`}
    </p>
    <h2 class="big" tabindex="-1" data-first>{title}</h2>
  </header>;
}

const Known = ({known}) => known.length > 0 && <section class="known">
  <h3>What you know</h3>
  <ul>{known.map((each, index) => <li key={index}>{each}</li>)}</ul>
</section>;

// What is to be mended, where the widget itself does not show it.
function Draft({kind, draft}) {
  if (!draft || kind === 'spot' || kind === 'fill') return null;
  return <section class="given-draft">
    <h3>{kind === 'question' ? 'The question' : 'The reply'}</h3>
    <p dir="auto" class="as-lines">{draft}</p>
  </section>;
}

const Model = ({example}) => example && <section class="example">
  <h3>The model</h3>
  <p class="soft">{example.situation}</p>
  <p dir="auto" class="as-lines">{example.text}</p>
</section>;

function Answering({train, actions}) {
  const {exercise, answer, busy, lacks, practice} = train;
  const Widget = widgetOf(exercise.kind);
  const form = useRef();
  const check = (event) => {
    event?.preventDefault();
    actions.check();
  };
  return <form class={`answering ${exercise.kind}`} onSubmit={check} ref={form}
    onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && check(event)}>
    <Widget exercise={exercise} answer={answer} seed={train.attempt} change={actions.change} submit={check} />
    {exercise.asks.length > 0 && <p class="meta asks">It needs: {exercise.asks.join(' · ')}</p>}
    <p class="row">
      <button class="main" disabled={busy}>Check</button>
      {(isText(exercise.kind) || exercise.kind === 'record') && <span class="meta"><kbd>Ctrl</kbd> <kbd>Enter</kbd></span>}
      {practice && <span class="meta">For practice; it is not kept.</span>}
    </p>
    {lacks && <p class="trouble" role="alert">{lacks}</p>}
    <Hints train={train} actions={actions} />
  </form>;
}

export function ExerciseView({train, actions}) {
  const {exercise, why, set, step, person} = train;
  const {kind, situation, conversation, known, task, example} = exercise;
  const talk = kind === 'role-play';
  const judged = step === 'judged';
  const result = useRef();
  useEffect(() => { if (judged) result.current?.scrollIntoView({block: 'start'}); }, [judged]);
  return <article class={`exercise ${talk ? 'talk' : ''}`}>
    {judged ? <header class="exercise-head"><p class="meta">{exercise.title} · {exercise.trade}</p></header>
      : <Head exercise={exercise} why={why} set={set} />}
    <div class="sides">
      <div class="case">
        <p class="situation">{situation}</p>
        {conversation.length > 0 && <Messages list={conversation} />}
        <Known known={known} />
        {!judged && <Draft kind={kind} draft={exercise.draft} />}
        <Model example={example} />
      </div>
      <div class="doing" ref={result}>
        {!judged && <p class="task" id="task">{task}</p>}
        {talk && <Talk train={train} actions={actions} />}
        {!talk && !judged && <Answering train={train} actions={actions} />}
        {!talk && !judged && !person && <p class="meta">You train without a name; nothing is kept.</p>}
        {judged && <Feedback train={train} actions={actions} />}
      </div>
    </div>
  </article>;
}

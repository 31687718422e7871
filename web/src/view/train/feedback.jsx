// What is said about an answer: the good first, then what would help, then another answer beside it.
import {isChoice, isText} from '../../train/answers.js';
import {unitOf} from '../../text/offsets.js';
import {Debrief, Turns} from './debrief.jsx';

const short = (text) => (text.length > 90 ? `${text.slice(0, 88).trimEnd()}…` : text);

function verdictOf({passed, points}, kind) {
  if (passed) {
    if (isChoice(kind)) return 'Yes.';
    if (kind === 'spot') return 'Found.';
    return kind === 'role-play' ? 'They leave content.' : 'That lands well.';
  }
  if (kind === 'role-play') return 'Not this time.';
  return points >= 60 ? 'Nearly there.' : 'Not quite yet.';
}

// Stretches of a text, [{text, kind}]; where two overlap the first counts.
function stretches(text, spans) {
  const parts = [];
  let at = 0;
  for (const {from, to, kind} of [...spans].sort((a, b) => a.from - b.from)) {
    if (from < at) continue;
    if (at < from) parts.push({text: text.slice(at, from)});
    parts.push({text: text.slice(from, to), kind});
    at = to;
  }
  if (at < text.length) parts.push({text: text.slice(at)});
  return parts;
}

const names = {fault: 'to look at', good: 'good', remark: 'a thought', extra: 'marked, and harmless'};

function Marked({text, said}) {
  const unit = unitOf(text);
  const spans = ['fault', 'good', 'remark'].flatMap((kind) => said
    .filter((each) => each.kind === kind && each.end > each.start)
    .map(({start, end, code}) => ({from: unit(start), to: unit(end), kind: code === 'extra' ? code : kind})));
  return <p dir="auto" class="as-lines">{stretches(text, spans).map(({text: words, kind}, index) =>
    (kind ? <mark key={index} class={`said-${kind}`}>{words}<span class="unseen"> ({names[kind]})</span></mark> : words))}</p>;
}

function Said({list, kind, title, text}) {
  const points = list.filter((each, index) =>
    each.kind === kind && list.findIndex(({text: words}) => words === each.text) === index);
  if (points.length === 0) return null;
  const unit = unitOf(text);
  return <section class={`said ${kind}`}>
    <h3>{title}</h3>
    <ul>{points.map(({text: words, start, end}, index) => <li key={index}>
      {kind === 'fault' && text && end > start && !words.includes('“') && <><q>{short(text.slice(unit(start), unit(end)))}</q> </>}{words}
    </li>)}</ul>
  </section>;
}

const Fields = ({fields, texts}) => <dl>{fields.map((question, index) =>
  <div key={index}><dt>{question}</dt><dd dir="auto">{texts[index] || '–'}</dd></div>)}</dl>;

// What one answered, where it is no text with places in it.
function Own({exercise, answer}) {
  const {kind, options, sentences, fields} = exercise;
  if (isChoice(kind)) return <p dir="auto">{options[answer.chosen]}</p>;
  if (kind === 'checklist') return <ul class="plain-list">{[...answer.ticked].sort((a, b) => a - b).map((index) => <li key={index}>{options[index]}</li>)}</ul>;
  if (kind === 'order') return <ol class="numbered">{answer.order.map((index) => <li key={index} dir="auto">{sentences[index]}</li>)}</ol>;
  if (kind === 'record') return <Fields fields={fields} texts={answer.texts} />;
  return null;
}

// Line for line as of one's own; a line that begins with a question is the answer to it.
function Another({exercise: {kind, fields}, solution}) {
  const lines = solution.split('\n');
  if (kind === 'order') return <ol class="numbered">{lines.map((line, index) => <li key={index} dir="auto">{line}</li>)}</ol>;
  if (kind === 'checklist') return <ul class="plain-list">{lines.map((line, index) => <li key={index}>{line}</li>)}</ul>;
  if (kind === 'record') return <Fields fields={fields} texts={fields.map((question) =>
    lines.find((line) => line.startsWith(`${question} `))?.slice(question.length + 1) ?? '')} />;
  return <p dir="auto" class="as-lines">{solution}</p>;
}

function Beside({train: {exercise, answer, judgement, text}}) {
  const {kind} = exercise;
  const {passed, said, solution} = judgement;
  // A right choice is all there is to see.
  const another = !(passed && (isChoice(kind) || ['spot', 'checklist', 'order'].includes(kind)));
  return <div class={another && kind !== 'spot' ? 'beside' : ''}>
    <section class="answer-own">
      <h3>{kind === 'spot' ? 'The draft' : 'Your answer'}</h3>
      {text ? <Marked text={text} said={said} /> : <Own exercise={exercise} answer={answer} />}
    </section>
    {another && kind !== 'spot' && <section class="answer-model">
      <h3>{isText(kind) || kind === 'fill' || kind === 'record' ? 'One way to say it' : kind === 'order' ? 'An order that works' : 'The answer'}</h3>
      <Another exercise={exercise} solution={solution} />
    </section>}
  </div>;
}

export function Feedback({train, actions}) {
  const {exercise, judgement, open, text, practice, busy} = train;
  const {kind} = exercise;
  const {passed, said, explanation} = judgement;
  const talk = kind === 'role-play';
  // Enter goes on, wherever one is reading.
  const key = (event) => {
    if (event.key !== 'Enter' || event.target.closest('button, a, summary')) return;
    event.preventDefault();
    if (!open) actions.next();
  };
  return <section class={`feedback ${passed ? 'well' : ''}`} onKeyDown={key} aria-labelledby="verdict">
    <h2 class="big" id="verdict" tabindex="-1" data-first>{open ? 'Nothing in it hurts.' : verdictOf(judgement, kind)}{practice && <span class="meta"> For practice.</span>}</h2>
    {talk ? <Debrief train={train} /> : <>
      <Said list={said} kind="good" title="What is good" text={text} />
      <Said list={said} kind="fault" title={passed ? 'Still' : 'What would help'} text={text} />
      <Said list={said} kind="unseen" title={open ? 'I did not see this in it' : 'Not seen'} text={text} />
      {open && <p class="row act" role="group" aria-label="Is it in your answer?">
        <button class="main" disabled={busy} onClick={() => actions.confirm(true)}>It is in there</button>
        <button disabled={busy} onClick={() => actions.confirm(false)}>Not yet</button>
      </p>}
      <Said list={said.filter(({code}) => !code.startsWith('missing:'))} kind="remark" title="And a thought" text={text} />
    </>}
    <p class="why">{explanation}</p>
    {!open && <p class="row act">
      <button class="main" disabled={busy} onClick={actions.next}>Next</button>
      {(!passed || isText(kind) || kind === 'fill' || kind === 'record' || talk) &&
        <button disabled={busy} onClick={actions.retry}>Try once more</button>}
    </p>}
    {talk ? <Turns train={train} /> : <Beside train={train} />}
  </section>;
}

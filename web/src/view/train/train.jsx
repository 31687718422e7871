// The Train tab: what is seen at each step.
import {useEffect, useRef} from 'preact/hooks';
import {many} from '../../words.js';
import {Token} from '../status.jsx';
import {Done} from './done.jsx';
import {ExerciseView} from './exercise.jsx';
import {Progress} from './progress.jsx';
import {Who} from './who.jsx';

function Trouble({train: {trouble}, actions}) {
  if (!trouble) return null;
  if (trouble.why === 'token') return <div class="train-trouble" role="alert"><Token actions={actions} /></div>;
  return <p class="train-trouble trouble" role="alert">
    {trouble.message || 'Amends cannot be reached. What you wrote is safe.'}{' '}
    <button class="plain" onClick={actions.train.tryAgain}>Try again</button>
  </p>;
}

function Bar({train: {person, you, count, step}, actions}) {
  if (!person) return null;
  return <div class="train-bar">
    <span>{person.name}{count > 0 && <span class="soft"> · {many(count, 'exercise')} done</span>}</span>
    <span class="spread" />
    {step === 'progress' ? <a href="#train">Exercises</a> : <a href="#train/progress">My progress</a>}
    {!you && <button class="plain" onClick={actions.train.someoneElse}>Not {person.name}?</button>}
  </div>;
}

const views = {who: Who, exercise: ExerciseView, judged: ExerciseView, done: Done, progress: Progress};

function Plain({title, children}) {
  return <section class="train-plain"><h2 tabindex="-1" data-first>{title}</h2>{children}</section>;
}

export function Train({state, actions}) {
  const {train} = state;
  const part = useRef();
  const View = views[train.step];
  // Each view begins where one reads on.
  useEffect(() => {
    const first = part.current.querySelector('[data-first]');
    first?.focus({preventScroll: true});
    if (train.turn > 1) (first?.closest('section') ?? first)?.scrollIntoView({block: 'nearest'});
  }, [train.turn]);
  // A box to write in is seen as a whole, not the line with the cursor alone.
  const focused = ({target}) => target.tagName === 'TEXTAREA' && target.scrollIntoView({block: 'nearest'});
  return <main class="train" ref={part} onFocusIn={focused} aria-busy={train.busy || train.step === 'loading' ? 'true' : undefined}>
    <Bar train={train} actions={actions} />
    {View && <View key={train.turn} train={train} actions={actions.train} />}
    {train.step === 'loading' && <p class="soft">…</p>}
    {train.step === 'deleted' && <Plain title="Deleted">
      <p>Your name and all your answers are gone from this service.</p>
      <p><button class="main" onClick={actions.train.someoneElse}>Begin again</button></p>
    </Plain>}
    {train.step === 'broken' && <Plain title="This link leads nowhere">
      <p>Something of it may have been lost on its way. Ask for it again, or go on without it.</p>
      <p><a href="#train">Go on with the exercises</a></p>
    </Plain>}
    <Trouble train={train} actions={actions} />
  </main>;
}

// Who trains: a name, and off one goes.
import {useState} from 'preact/hooks';
import {many} from '../../words.js';
import {dayOf} from './days.js';

export function Who({train: {people, place, busy}, actions}) {
  const [name, setName] = useState('');
  const [remembers, setRemembers] = useState(false);
  const begin = (event) => {
    event.preventDefault();
    if (name.trim() && !busy) actions.start(name.trim(), remembers);
  };
  const {set} = place;
  return <section class="who">
    <h2 class="big">{set?.name ? `“${set.name}”` : 'Small cases, a minute each.'}</h2>
    <p class="soft">{set
      ? `${many(set.exercises.length, 'exercise')}${set.due ? `, for ${dayOf(set.due)}` : ''}. After each you hear what was good and what would help.`
      : 'Read what happened, mend the reply, and hear at once what the customer hears.'}</p>
    <form onSubmit={begin}>
      <label for="trainee">Your name</label>
      <div class="row">
        <input id="trainee" data-first autocomplete="nickname" maxlength="100" value={name} onInput={(event) => setName(event.currentTarget.value)} />
        <button class="main" disabled={busy}>Start</button>
      </div>
      <label class="meta"><input type="checkbox" checked={remembers} onChange={(event) => setRemembers(event.currentTarget.checked)} />{' '}
        Remember me on this device</label>
    </form>
    {people.length > 0 && <>
      <h3>Or you have been here before</h3>
      <ul class="people">
        {people.map(({id, name: each, team}) => <li key={id}>
          <button onClick={() => actions.be({id, name: each}, remembers)}>{each}{team && <span class="soft"> · {team}</span>}</button>
        </li>)}
      </ul>
    </>}
    <p class="meta">What is kept: your name, and how each answer went. Never what you write. You can delete it at any time.</p>
  </section>;
}

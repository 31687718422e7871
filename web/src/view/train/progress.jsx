// What somebody knows, as pictures with their numbers beside them.
import {useRef} from 'preact/hooks';
import {familyName, many} from '../../words.js';
import {dayOf, plusDays, shortDay, weekdayOf} from './days.js';

const weeks = 12;
const cell = 14;
const weekdays = ['Mon', '', 'Wed', '', 'Fri', '', 'Sun'];

const Figure = ({count, of, name}) => <li><b>{count}</b>{of !== undefined && <span class="soft"> of {of}</span>} <span>{name}</span></li>;

function Recall({percent}) {
  return <span class="recall">
    <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect width={percent} height="8" /></svg>
    <span>{percent} %</span>
  </span>;
}

// What slipped the last time is not known, however short ago that was.
const known = ({recall, slipped}) => (slipped ? 0 : recall);

function Family({name, rules}) {
  const mean = Math.round(rules.reduce((sum, rule) => sum + known(rule), 0) / rules.length);
  const mastered = rules.filter((rule) => rule.mastered).length;
  const due = rules.filter((rule) => rule.is_due).length;
  return <li>
    <details>
      <summary><span class="family-name">{familyName(name)}</span> <Recall percent={mean} />
        <span class="meta">{many(rules.length, 'rule')}{mastered > 0 && `, ${mastered} mastered`}{due > 0 && `, ${due} due`}</span></summary>
      <table>
        <thead><tr><th scope="col">Rule</th><th scope="col">Known now</th><th scope="col">Next</th></tr></thead>
        <tbody>{rules.map(({rule, summary, recall, slipped, mastered: firm, is_due: isDue, due: when, reviews, lapses}) => <tr key={rule}>
          <th scope="row"><a href={`#rules/${rule}`}>{summary || rule}</a> <span class="meta">{many(reviews, 'answer')}{lapses > 0 && `, ${lapses} slipped`}</span></th>
          <td>{slipped ? <span class="soft">comes again</span> : <Recall percent={recall} />}</td>
          <td>{isDue ? 'now' : dayOf(new Date(when))}{firm && ' · mastered'}</td>
        </tr>)}</tbody>
      </table>
    </details>
  </li>;
}

function Calendar({today, days}) {
  const answersOn = new Map(days.map(({day, answers}) => [day, answers]));
  const first = plusDays(today, -weekdayOf(today) - 7 * (weeks - 1));
  const all = [];
  for (let day = first; day <= today; day = plusDays(day, 1)) all.push(day);
  const shade = (answers) => (answers === 0 ? 0 : answers < 4 ? 1 : answers < 10 ? 2 : 3);
  const left = 30;
  return <figure class="calendar">
    <svg viewBox={`0 0 ${left + weeks * (cell + 3)} ${16 + 7 * (cell + 3)}`} role="img"
      aria-label={`Practice on ${many(days.length, 'day')} of the last twelve weeks`}>
      {weekdays.map((name, index) => name && <text key={name} x="0" y={16 + index * (cell + 3) + 11}>{name}</text>)}
      {all.map((day, index) => {
        const x = left + Math.floor(index / 7) * (cell + 3);
        const month = index % 7 === 0 && (index === 0 || day.slice(8) <= '07');
        return <g key={day}>
          {month && <text x={x} y="10">{shortDay(day).split(' ')[1]}</text>}
          <rect class={`d${shade(answersOn.get(day) ?? 0)} ${day === today ? 'today' : ''}`} x={x} y={16 + (index % 7) * (cell + 3)} width={cell} height={cell} rx="3">
            <title>{`${shortDay(day)}: ${many(answersOn.get(day) ?? 0, 'answer')}`}</title></rect>
        </g>;
      })}
    </svg>
    {days.length > 0 && <details><summary>The days in numbers</summary>
      <table><thead><tr><th scope="col">Day</th><th scope="col">Answers</th></tr></thead>
        <tbody>{[...days].reverse().map(({day, answers}) => <tr key={day}><th scope="row">{shortDay(day)}</th><td>{answers}</td></tr>)}</tbody></table>
    </details>}
  </figure>;
}

function Delete({person, answers, actions}) {
  const dialog = useRef();
  return <>
    <button onClick={() => dialog.current.showModal()}>Delete me</button>
    <dialog ref={dialog} class="menu" aria-labelledby="delete-title">
      <h2 id="delete-title">Delete {person.name} with {many(answers, 'answer')}?</h2>
      <p>It cannot be undone.</p>
      <p class="row"><button class="main" onClick={() => { dialog.current.close(); actions.deleteMe(); }}>Delete it all</button>
        <button onClick={() => dialog.current.close()}>Keep it</button></p>
    </dialog>
  </>;
}

export function Progress({train: {standing}, actions}) {
  const {person, rules, today, days, streak, answers, mastered, due, sets} = standing;
  const families = new Map();
  for (const rule of rules) families.set(rule.family, [...(families.get(rule.family) ?? []), rule]);
  return <section class="progress">
    <h2 class="big" tabindex="-1" data-first>{answers === 0 ? 'Nothing yet, and that is fine.' : 'What stays with you'}</h2>
    <ul class="figures">
      <Figure count={mastered} of={rules.length + standing.new} name="rules mastered" />
      <Figure count={due} name="due today" />
      <Figure count={standing.new} name="still new" />
      <Figure count={streak} name={streak === 1 ? 'day in a row' : 'days in a row'} />
    </ul>
    <p class="row"><a class="button main" href="#train">{due > 0 ? 'Go on' : 'To the exercises'}</a></p>
    {sets.length > 0 && <section><h3>Given to you</h3><ul class="sets">{sets.map((set) => <li key={set.id}>
      <a href={`#train/given=${set.id}`}>{set.name}</a> <span class="meta">{set.answered} of {set.exercises}{set.due && `, for ${dayOf(new Date(set.due))}`}</span></li>)}</ul></section>}
    <div class="pictures">
      <section>
        <h3>The last twelve weeks</h3>
        <Calendar today={today} days={days} />
      </section>
      {families.size > 0 && <section>
        <h3>How likely you know it now</h3>
        <ul class="families">{[...families].map(([name, list]) => <Family key={name} name={name} rules={list} />)}</ul>
      </section>}
    </div>
    <p class="meta">Computed from when you answered and how it went; what you wrote is kept nowhere. Mastered is what you have known for three weeks.</p>
    <p><Delete person={person} answers={answers} actions={actions} /></p>
  </section>;
}

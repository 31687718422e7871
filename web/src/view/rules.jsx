// The rules, to be searched and read, with what they flag and what they leave alone.
import {useEffect, useRef, useState} from 'preact/hooks';
import {familyName, many} from '../words.js';
import {Blanks} from './blanks.jsx';
import {Grade} from './grade.jsx';

const idIn = (route) => decodeURIComponent(route.replace(/^#rules\/?/, ''));

function Failure({answer, again}) {
  const words = answer.why === 'token' ? 'A token is needed: give it in the draft’s view.'
    : answer.message || 'The rules cannot be fetched just now.';
  return <p class="trouble" role="alert">{words} <button class="plain" onClick={again}>Try again</button></p>;
}

const mostAtOnce = 8;  // examples

const Listed = ({list}) => <ul class="rule-examples">
  {list.map(({text, customer}, index) => <li key={index}>
    {customer && <p class="meta" dir="auto">Customer: “{customer}”</p>}
    <p dir="auto" class="as-is">{text}</p>
  </li>)}
</ul>;

function Examples({title, list}) {
  if (list.length === 0) return null;
  const more = list.slice(mostAtOnce);
  return <section>
    <h3>{title}</h3>
    <Listed list={list.slice(0, mostAtOnce)} />
    {more.length > 0 && <details>
      <summary>{many(more.length, 'more', 'more')}</summary>
      <Listed list={more} />
    </details>}
  </section>;
}

function Rule({id, state, actions}) {
  const top = useRef();
  const answer = state.ruleOf[id];
  useEffect(() => { actions.loadRule(id); }, [id]);
  useEffect(() => { if (answer) top.current?.focus(); }, [id, Boolean(answer)]);
  if (!answer) return <p class="soft">…</p>;
  if (!answer.ok) return <Failure answer={answer} again={() => actions.loadRule(id)} />;
  const {summary, why, hears, severity, source, suggestions, examples} = answer.data;
  const ready = suggestions.filter(({before}) => before);
  return <article class="rule">
    <p class="back"><a href="#rules">All rules</a></p>
    <h2 tabindex="-1" ref={top}>{summary}</h2>
    <p class="meta"><Grade severity={severity} /> · <code>{id}</code></p>
    {hears && <p class="heard"><span>The customer hears</span> <q>{hears}</q></p>}
    <p>{why}</p>
    {suggestions.length > 0 && <section>
      <h3>What to do</h3>
      <ul class="improvements">
        {suggestions.filter(({before}) => !before).map(({title}, index) => <li key={`a${index}`}>{title}</li>)}
        {ready.map(({title, before, after}, index) => <li key={index}>{title}
          <p dir="auto"><del>{before}</del></p>
          <p dir="auto"><ins><Blanks text={after || 'Leave it out.'} /></ins></p></li>)}
      </ul>
    </section>}
    <Examples title="Flagged" list={examples.flag} />
    <Examples title="Left alone" list={examples.pass} />
    {source && <p class="meta">Sources: {source}</p>}
  </article>;
}

export function Rules({state, actions}) {
  const [words, setWords] = useState('');
  const [family, setFamily] = useState('');
  useEffect(() => { if (!state.rules?.ok) actions.loadRules(); }, []);
  const id = idIn(state.route);
  const rules = state.rules?.ok ? state.rules.data : [];
  const families = [...new Set(rules.map((rule) => rule.family))];
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const found = rules.filter((rule) => (!family || rule.family === family) &&
    wanted.every((word) => `${rule.id} ${rule.summary}`.toLowerCase().includes(word)));
  return <main class={id ? 'rules one' : 'rules'}>
    <section class="rule-list" aria-label="All rules">
      <div class="filters">
        <label>Search <input type="search" value={words} onInput={(event) => setWords(event.currentTarget.value)} /></label>
        <label>Family <select value={family} onChange={(event) => setFamily(event.currentTarget.value)}>
          <option value="">All</option>
          {families.map((each) => <option key={each} value={each}>{familyName(each)}</option>)}
        </select></label>
      </div>
      {state.rules?.ok === false && <Failure answer={state.rules} again={actions.loadRules} />}
      {state.rules?.ok && <p class="meta" role="status">{many(found.length, 'rule')}</p>}
      <ul>
        {found.map((rule) => <li key={rule.id}>
          <a href={`#rules/${rule.id}`} aria-current={rule.id === id ? 'true' : undefined}>
            <span>{rule.summary}</span>
            <span class="meta"><Grade severity={rule.severity} /> · {rule.id}</span>
          </a>
        </li>)}
      </ul>
    </section>
    <section class="rule-page" aria-label="The rule">
      {id ? <Rule key={id} id={id} state={state} actions={actions} /> : <p class="soft">Choose a rule to read why it is there, with what it flags and what it leaves alone.</p>}
    </section>
  </main>;
}

// What the card beside a finding shows.
import {useEffect, useState} from 'preact/hooks';
import {closeCard, focusCard, nextFinding, previousFinding} from '../editor/commands.js';
import {proposal} from '../text/proposal.js';
import {applicability, severities} from '../words.js';
import {Blanks} from './blanks.jsx';
import {Grade} from './grade.jsx';

function Preview({text, edits}) {
  return <span class="preview" dir="auto">
    {proposal(text, edits).map(({text: words, kind}, index) => {
      if (kind === 'taken') return <del key={index}>{words}</del>;
      return <span key={index} class={kind}><Blanks text={words} /></span>;
    })}
  </span>;
}

function Suggestions({finding, text, actions}) {
  const ready = finding.suggestions.filter(({edits}) => edits.length > 0);
  const advice = finding.suggestions.filter(({edits}) => edits.length === 0);
  return <>
    {ready.length > 0 && <ul class="fixes">
      {ready.map((suggestion, index) => <li key={index}>
        <button onClick={() => actions.make(finding, suggestion)}>
          <span class="fix-head"><b>{suggestion.title}</b> <small>{applicability[suggestion.applicability]}</small></span>
          <Preview text={text} edits={suggestion.edits} />
        </button>
      </li>)}
    </ul>}
    {advice.map(({title}, index) => <p key={index} class="advice">{title.replace(/[.:]$/, '')}.</p>)}
  </>;
}

function Why({rule, page}) {
  const [asked, setAsked] = useState(false);
  const answer = page.store.get().ruleOf[rule];
  useEffect(() => {
    if (asked) page.actions.loadRule(rule);
  }, [asked]);
  return <details onToggle={(event) => setAsked(event.currentTarget.open)}>
    <summary>Why?</summary>
    <p>{answer ? answer.data?.why ?? 'The reason cannot be fetched just now.' : '…'}</p>
    <p><a href={`#rules/${rule}`}>The rule and its examples</a></p>
  </details>;
}

export function createCard(page) {
  const {actions} = page;
  return function Card({view, finding, text, place, count}) {
    const keys = (event) => {
      const step = event.key === 'F8' && (event.shiftKey ? previousFinding : nextFinding);
      if (event.key !== 'Escape' && !step) return;
      event.preventDefault();
      if (!step) return closeCard(view);
      step(view);
      requestAnimationFrame(() => focusCard(view));
    };
    return <div role="dialog" aria-label={`${place} of ${count}: ${severities[finding.severity]}`} onKeyDown={keys} class={finding.severity}>
      <div class="card-head">
        <Grade severity={finding.severity} />
        <span class="turning">
          <button onClick={() => previousFinding(view)} aria-label="The place before">‹</button>
          {place} of {count}
          <button onClick={() => nextFinding(view)} aria-label="The next place">›</button>
          <button onClick={() => closeCard(view)} aria-label="Close">×</button>
        </span>
      </div>
      {finding.hears && <p class="heard"><span>The customer hears</span> <q>{finding.hears}</q></p>}
      <p class="message" dir="auto">{finding.message}</p>
      <Suggestions finding={finding} text={text} actions={actions} />
      <div class="card-foot">
        <Why rule={finding.rule} page={page} />
        <button class="plain" onClick={() => actions.leave(finding)}>Leave it as it is</button>
      </div>
    </div>;
  };
}

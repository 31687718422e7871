// The heart of it: the draft in the customer's ears, place by place.
import {many, short} from '../words.js';
import {Grade} from './grade.jsx';

function Place({finding, open, actions}) {
  const inside = <>
    <span class="heard-words">{finding.hears ? <q>{finding.hears}</q> : finding.message}</span>
    <span class="meta"><Grade severity={finding.severity} />
      {finding.marked ? <> · <span dir="auto">“{short(finding.words, 70)}”</span></> : ' · the reply as a whole'}</span>
  </>;
  if (finding.marked) {
    return <li><button class="heard-place" aria-current={open ? 'true' : undefined} onClick={() => actions.show(finding)}>{inside}</button></li>;
  }
  const ready = finding.suggestions.find(({edits}) => edits.length > 0);
  return <li class="heard-place whole">
    {inside}
    {finding.hears && <p class="meta">{finding.message}</p>}
    {ready && <button onClick={() => actions.make(finding, ready)}>{ready.title}</button>}
  </li>;
}

// Rules that speak where an element is missing are told there.
export const toldBySteps = (coaching) =>
  new Set(coaching.elements.filter(({presence}) => presence !== 'there').flatMap(({rules}) => rules));

export function Heard({state, actions}) {
  const told = toldBySteps(state.coaching);
  const marked = state.findings.filter((finding) => finding.marked);
  const whole = state.findings.filter((finding) => !finding.marked && !told.has(finding.rule));
  const findings = [...marked, ...whole];
  return <section aria-labelledby="heard-title">
    <h2 id="heard-title" tabindex="-1">What the customer hears</h2>
    {findings.length === 0 && <p class="soft">Nothing in these words will hurt.</p>}
    <ol class="heard-list">
      {findings.map((finding) => <Place key={finding.id} finding={finding} open={finding.id === state.open} actions={actions} />)}
    </ol>
    {state.left.size > 0 && <p class="meta">{many(state.left.size, 'place')} left as {state.left.size === 1 ? 'it is' : 'they are'}.{' '}
      <button class="plain" onClick={actions.showAllAgain}>Show again</button></p>}
  </section>;
}

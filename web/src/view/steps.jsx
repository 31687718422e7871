// The four steps as a checklist: what is there, and what is still to come.
import {presences, standings} from '../words.js';
import {Blanks} from './blanks.jsx';

function Lacking({element, sign, name, state, actions}) {
  const {outline} = state.coaching;
  const line = outline.lines.findIndex((each) => each.element === element.id && each.kind === 'blank');
  const hears = state.findings.filter((finding) => !finding.marked && finding.hears && element.rules.includes(finding.rule));
  return <details>
    <summary><span class="sign" aria-hidden="true">{sign}</span>{element.name} <span class="soft">{name}</span></summary>
    <p>{element.says}</p>
    {hears.map(({id, hears: words}) => <p key={id} class="meta">Without it the customer hears: <q>{words}</q></p>)}
    {line >= 0 && <>
      <p class="meta" dir="auto"><Blanks text={outline.lines[line].text} /></p>
      <button onClick={() => actions.putIn(line)}>Put it in</button>
    </>}
  </details>;
}

function Element(props) {
  const {sign, name} = presences[props.element.presence];
  if (props.element.presence === 'there') {
    return <li class="there"><span class="sign" aria-hidden="true">{sign}</span>{props.element.name}<span class="unseen"> {name}</span></li>;
  }
  return <li><Lacking {...props} sign={sign} name={name} /></li>;
}

export function Steps({state, actions}) {
  const {steps, elements} = state.coaching;
  let number = 0;
  return <section>
    <h2>The four steps, and the care around them</h2>
    <ul class="steps">
      {steps.map(({step, name, standing, late}) => {
        const of = elements.filter((each) => each.step === step && each.presence !== 'not-asked');
        const {sign, name: word} = standings[standing];
        return <li key={step} class={standing}>
          <h3><span class="sign" aria-hidden="true">{sign}</span>{step === 'care' ? '' : `${++number}. `}{name}{' '}
            <span class="soft">{word}{late ? ', but late' : ''}</span></h3>
          {of.length > 0 && <ul class="checklist">
            {of.map((element) => <Element key={element.id} element={element} state={state} actions={actions} />)}
          </ul>}
        </li>;
      })}
    </ul>
  </section>;
}

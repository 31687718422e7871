// The four steps as a checklist: what is there, and what is still to come.
import {presences, standings} from '../words.js';
import {Blanks} from './blanks.jsx';

function Lacking({element, state, actions}) {
  const {outline} = state.coaching;
  const line = outline.lines.findIndex((each) => each.element === element.id && each.kind === 'blank');
  const hears = state.findings.filter((finding) => !finding.marked && finding.hears && element.rules.includes(finding.rule));
  return <details>
    <summary>{element.name} <span class="soft">{presences[element.presence]}</span></summary>
    <p>{element.says}</p>
    {hears.map(({id, hears: words}) => <p key={id} class="meta">Without it the customer hears: <q>{words}</q></p>)}
    {line >= 0 && <>
      <p class="meta" dir="auto"><Blanks text={outline.lines[line].text} /></p>
      <button onClick={() => actions.putIn(line)}>Put it in</button>
    </>}
  </details>;
}

function Element(props) {
  const {name, presence} = props.element;
  return <li class={presence}>
    {presence === 'there' ? <p>{name} <span class="soft">{presences.there}</span></p> : <Lacking {...props} />}
  </li>;
}

export function Steps({state, actions}) {
  const {steps, elements} = state.coaching;
  let number = 0;
  return <section>
    <h2>The four steps, and the care around them</h2>
    <ul class="steps">
      {steps.map(({step, name, standing, late}) => {
        const of = elements.filter((each) => each.step === step && each.presence !== 'not-asked');
        return <li key={step} class={standing}>
          <h3>{step === 'care' ? '' : `${++number}. `}{name}{' '}
            <span class="soft">{standings[standing]}{late ? ', but late' : ''}</span></h3>
          {of.length > 0 && <ul class="checklist">
            {of.map((element) => <Element key={element.id} element={element} state={state} actions={actions} />)}
          </ul>}
        </li>;
      })}
    </ul>
  </section>;
}

// What was written before the draft.
import {useLayoutEffect, useRef} from 'preact/hooks';

const titles = {customer: 'The customer wrote', agent: 'You answered'};

export function Conversation({state: {turns}, actions}) {
  const part = useRef();
  const count = useRef(turns.length);
  // Where one comes or goes, the writer goes on in the last.
  useLayoutEffect(() => {
    const here = part.current.contains(document.activeElement) || document.activeElement === document.body;
    if (count.current !== turns.length && here) [...part.current.querySelectorAll('textarea')].at(-1).focus();
    count.current = turns.length;
  }, [turns.length]);
  return <section class="conversation" ref={part} aria-labelledby="conversation-title">
    <h2 id="conversation-title">The conversation</h2>
    {turns.map(({role, text}, index) => <div key={index} class={`turn ${role}`}>
      <div class="turn-head">
        <label for={`turn-${index}`}>{titles[role]}</label>
        {index > 0 && <button class="plain" onClick={() => actions.removeTurn(index)}
          aria-label={`Take away message ${index + 1}`}>Take away</button>}
      </div>
      <textarea id={`turn-${index}`} dir="auto" rows={index === 0 ? 5 : 3} value={text}
        placeholder={index === 0 ? 'Paste the customer’s message here. What is said of your reply depends on it.' : ''}
        onInput={(event) => actions.setTurn(index, event.currentTarget.value)} />
    </div>)}
    <button class="plain" onClick={actions.addTurn}>
      {turns.at(-1).role === 'customer' ? '+ You answered already' : '+ The customer wrote again'}
    </button>
  </section>;
}

// What was written before the draft.

const titles = {customer: 'The customer wrote', agent: 'You answered'};

export function Conversation({state: {turns}, actions}) {
  return <section class="conversation" aria-labelledby="conversation-title">
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

// Help in steps, an answer last.
export function Hints({train: {exercise, hints, solution, busy}, actions}) {
  const {hints: all} = exercise;
  return <div class="hints">
    {hints > 0 && <ul>{all.slice(0, hints).map((each, index) => <li key={index}>{each}</li>)}</ul>}
    {solution && <div class="solution"><h3>One answer</h3><p dir="auto" class="as-lines">{solution}</p></div>}
    <p class="row">
      {hints < all.length && <button type="button" class="plain" onClick={actions.hint}>{hints === 0 ? 'A hint' : 'Another hint'}</button>}
      {hints >= all.length && !solution && <button type="button" class="plain" disabled={busy} onClick={actions.showAnswer}>Show me an answer</button>}
    </p>
  </div>;
}

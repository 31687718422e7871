export function Foot({atDraft, state, actions}) {
  return <footer class="foot">
    {atDraft && <label><input id="remembers" type="checkbox" checked={state.remembers} onChange={(event) => actions.setRemembers(event.currentTarget.checked)} />{' '}
      Remember my draft on this device</label>}
    {atDraft && state.remembers && <button class="plain" onClick={actions.forget}>Forget it now</button>}
    <span class="spread" />
    <a href="licences.txt">Licences</a>
  </footer>;
}

import {short} from '../words.js';

export function Score({coaching: {score, costs}, findings, actions}) {
  return <section class="score">
    <h2>Score</h2>
    <p><b>{score}</b> of 100</p>
    <div class="bar" aria-hidden="true"><svg viewBox="0 0 100 4" preserveAspectRatio="none"><rect width={score} height="4" /></svg></div>
    {costs.length === 0 ? <p class="soft">Nothing that Amends knows is missing.</p> : <details>
      <summary>What it is made of</summary>
      <table>
        <thead><tr><th scope="col">Points</th><th scope="col">For</th></tr></thead>
        <tbody>{costs.map(({points, name, fingerprint, element}) => {
          const finding = findings.find((each) => each.marked && each.fingerprint === fingerprint);
          return <tr key={fingerprint ?? element}>
            <td>−{points}</td>
            <td dir="auto">{finding ? <button class="plain" onClick={() => actions.show(finding)}>{short(name, 80)}</button> : short(name, 80)}</td>
          </tr>;
        })}</tbody>
      </table>
    </details>}
  </section>;
}

// One of several, or those that belong: cards with a radio button or a box each.
import {shuffled} from '../../train/answers.js';

export function Choice({exercise: {kind, options}, answer: {chosen, ticked}, seed, change}) {
  const many = kind === 'checklist';
  const tick = (index) => {
    const next = new Set(ticked);
    if (!next.delete(index)) next.add(index);
    change({ticked: next});
  };
  return <fieldset class="cards" aria-labelledby="task">
    {shuffled(options.length, seed).map((index) => <label key={index} class="card-choice">
      <input type={many ? 'checkbox' : 'radio'} name="choice" checked={many ? ticked.has(index) : chosen === index}
        onChange={() => (many ? tick(index) : change({chosen: index}))} />
      <span dir="auto">{options[index]}</span>
    </label>)}
  </fieldset>;
}

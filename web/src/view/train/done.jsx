// Nothing is left for now.
import {many} from '../../words.js';
import {dayOf} from './days.js';

export function Done({train: {set, nextDue, count}, actions}) {
  if (set) {
    return <section class="train-plain">
      <h2 class="big" tabindex="-1" data-first>{set.name ? `“${set.name}” is done.` : 'This set is done.'}</h2>
      <p>{set.passed} of {many(set.exercises, 'exercise')} came out well.</p>
      <p class="row"><a class="button main" href="#train">Go on with others</a> <a class="button" href="#train/progress">My progress</a></p>
    </section>;
  }
  return <section class="train-plain">
    <h2 class="big" tabindex="-1" data-first>{count > 0 ? 'That is all for now. Well done.' : 'Nothing is due just now.'}</h2>
    <p>{nextDue ? `The next one comes ${dayOf(new Date(nextDue))}: what has had time to settle stays longer.` : 'There are no more exercises here.'}</p>
    <p class="row">
      {nextDue && <button class="main" onClick={actions.ahead}>One more all the same</button>}
      <a class="button" href="#train/progress">My progress</a>
    </p>
  </section>;
}

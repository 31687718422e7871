// Answers that are written: a reply, the blanks of one, the fields of a record.
import {countWords} from '../../train/answers.js';
import {many} from '../../words.js';
import {pieces} from '../../text/blanks.js';

const put = (texts, index, text) => texts.map((each, i) => (i === index ? text : each));

export function Writing({exercise: {longest, kind, draft, channel}, answer: {texts}, change}) {
  const count = countWords(texts[0]);
  return <div class="writing">
    <textarea aria-labelledby="task" aria-describedby="word-count" dir="auto" rows="7" value={texts[0]} maxlength="20000"
      placeholder={kind === 'question' ? 'Ask it in your words' : channel === 'email' ? 'Dear …' : 'Your reply'}
      onInput={(event) => change({texts: [event.currentTarget.value]})} />
    <p class="meta below" id="word-count">
      <span class={longest > 0 && count > longest ? 'trouble' : ''}>{many(count, 'word')}{longest > 0 && `, at most ${longest}`}</span>
      {draft && !texts[0] && <button type="button" class="plain" onClick={() => change({texts: [draft]})}>Begin with the old words</button>}
    </p>
  </div>;
}

export function Fill({exercise: {draft, blanks}, answer: {texts}, change, submit}) {
  let number = -1;
  // Enter goes to the next blank, and behind the last it is checked.
  const key = (index) => (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const following = event.currentTarget.form.querySelectorAll('textarea')[index + 1];
    if (following) following.focus();
    else submit(event);
  };
  return <div class="filling as-is" dir="auto">
    {pieces(draft).map((piece, place) => {
      if (!piece.blank) return <span key={place}>{piece.text}</span>;
      const index = ++number;
      const cols = Math.max(blanks[index].length, texts[index].length) + 2;
      return <textarea key={place} rows="1" cols={Math.min(cols, 60)} aria-label={blanks[index]} placeholder={blanks[index]} value={texts[index]} maxlength="2000"
        onKeyDown={key(index)} onInput={(event) => change({texts: put(texts, index, event.currentTarget.value)})} />;
    })}
  </div>;
}

export const Record = ({exercise: {fields}, answer: {texts}, change}) => <div class="recording">
  {fields.map((question, index) => <label key={index}>{question}
    <textarea rows="2" dir="auto" value={texts[index]} maxlength="20000" onInput={(event) => change({texts: put(texts, index, event.currentTarget.value)})} />
  </label>)}
</div>;

// Sentences to be put in order: by buttons, by arrow keys on them, or drawn by the pointer.
import {useRef, useState} from 'preact/hooks';

const Arrow = ({up}) => <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d={up ? 'M8 13V3M4 7l4-4 4 4' : 'M8 3v10M4 9l4 4 4-4'} /></svg>;

export function Order({exercise: {sentences}, answer: {order}, change}) {
  const list = useRef();
  const [drawn, setDrawn] = useState(null);  // the sentence that a pointer holds
  const [said, setSaid] = useState('');

  function put(sentence, place) {
    const to = Math.max(0, Math.min(order.length - 1, place));
    if (order[to] === sentence) return;
    const next = order.filter((each) => each !== sentence);
    next.splice(to, 0, sentence);
    change({order: next});
    setSaid(`Now ${to + 1} of ${order.length}.`);
  }
  // The button that was used goes with its sentence, but for the one that is of no use there.
  function step(sentence, by, event) {
    const place = order.indexOf(sentence) + by;
    put(sentence, place);
    const item = event.currentTarget.closest('li');
    requestAnimationFrame(() => {
      const [up, down] = item.querySelectorAll('button');
      const wanted = by < 0 ? up : down;
      (wanted.disabled ? (by < 0 ? down : up) : wanted).focus();
    });
  }
  const key = (sentence) => (event) => {
    const by = {ArrowUp: -1, ArrowDown: 1}[event.key];
    if (!by || event.target.tagName !== 'BUTTON') return;
    event.preventDefault();
    step(sentence, by, event);
  };
  function move(event) {
    if (drawn === null) return;
    const items = [...list.current.children];
    const place = items.findIndex((item) => {
      const {top, bottom} = item.getBoundingClientRect();
      return event.clientY < (top + bottom) / 2;
    });
    const from = order.indexOf(drawn);
    const to = place === -1 ? order.length - 1 : place > from ? place - 1 : place;
    // A long neighbour is passed when the pointer is beyond its middle.
    if (to !== from) put(drawn, to);
  }
  const begin = (sentence) => (event) => {
    if (event.button !== 0 || event.target.closest('button')) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrawn(sentence);
  };
  const end = () => setDrawn(null);
  return <>
    <ol class="order" ref={list}>
      {order.map((sentence, place) => <li key={sentence} class={drawn === sentence ? 'drawn' : ''} onKeyDown={key(sentence)}
        onPointerMove={move} onPointerUp={end} onPointerCancel={end}>
        <span class="grip" aria-hidden="true" onPointerDown={begin(sentence)}>⠿</span>
        <span dir="auto" id={`sentence-${sentence}`}>{sentences[sentence]}</span>
        <span class="movers">
          <button type="button" disabled={place === 0} aria-label="Up" aria-describedby={`sentence-${sentence}`} onClick={(event) => step(sentence, -1, event)}><Arrow up /></button>
          <button type="button" disabled={place === order.length - 1} aria-label="Down" aria-describedby={`sentence-${sentence}`} onClick={(event) => step(sentence, 1, event)}><Arrow /></button>
        </span>
      </li>)}
    </ol>
    <p class="unseen" role="status">{said}</p>
  </>;
}

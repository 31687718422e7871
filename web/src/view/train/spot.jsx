// Words of a draft, marked by click, by drawing over them or by keys: arrows go, Space marks, Shift and
// arrows mark on.
import {useRef, useState} from 'preact/hooks';
import {wordsOf} from '../../train/answers.js';

// The word in the line above or below that is nearest.
function inLine(buttons, from, down) {
  const here = buttons[from].getBoundingClientRect();
  let best = from;
  let least = Infinity;
  buttons.forEach((button, index) => {
    const rect = button.getBoundingClientRect();
    const lines = (rect.top - here.top) * (down ? 1 : -1);
    if (lines < here.height / 2) return;
    const distance = lines * 100 + Math.abs(rect.left - here.left);
    if (distance < least) [least, best] = [distance, index];
  });
  return best;
}

export function Spot({exercise: {draft}, answer: {marked}, change, submit}) {
  const words = wordsOf(draft);
  const box = useRef();
  const [at, setAt] = useState(0);
  const drawing = useRef(null);  // {from, on, before} while a pointer draws
  const anchor = useRef(null);   // where Shift began

  const range = (before, from, to, on) => {
    const next = new Set(before);
    for (let i = Math.min(from, to); i <= Math.max(from, to); ++i) on ? next.add(i) : next.delete(i);
    change({marked: next});
  };
  const toggle = (index) => range(marked, index, index, !marked.has(index));
  const goTo = (index) => {
    setAt(index);
    box.current.querySelectorAll('button')[index].focus();
  };

  function key(event) {
    const buttons = [...box.current.querySelectorAll('button')];
    const last = words.length - 1;
    const to = {ArrowRight: Math.min(at + 1, last), ArrowLeft: Math.max(at - 1, 0), Home: 0, End: last,
      ArrowDown: inLine(buttons, at, true), ArrowUp: inLine(buttons, at, false)}[event.key];
    if (event.key === 'Enter') return submit(event);
    if (event.key === ' ') {
      event.preventDefault();
      anchor.current = null;
      return toggle(at);
    }
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    if (event.shiftKey) {
      anchor.current ??= {from: at, before: marked};
      range(anchor.current.before, anchor.current.from, to, true);
    } else {
      anchor.current = null;
    }
    goTo(to);
  }

  const wordAt = ({clientX, clientY}) => {
    const button = document.elementFromPoint(clientX, clientY)?.closest('.words button');
    return button ? Number(button.dataset.word) : null;
  };
  function down(event) {
    const from = wordAt(event);
    if (from === null || event.pointerType !== 'mouse' || event.button !== 0) return;
    drawing.current = {from, on: !marked.has(from), before: marked, moved: false};
  }
  function move(event) {
    const to = drawing.current && wordAt(event);
    if (to === null || to === undefined || (to === drawing.current.from && !drawing.current.moved)) return;
    drawing.current.moved = true;
    range(drawing.current.before, drawing.current.from, to, drawing.current.on);
  }
  function click(index) {
    const drawn = drawing.current?.moved;
    drawing.current = null;
    anchor.current = null;
    setAt(index);
    if (!drawn) toggle(index);
  }

  const parts = [];
  let end = 0;
  words.forEach(({from, to}, index) => {
    if (end < from) parts.push(<span key={`s${index}`} class={marked.has(index) && marked.has(index - 1) ? 'on' : ''}>{draft.slice(end, from)}</span>);
    parts.push(<button key={index} type="button" data-word={index} tabindex={index === at ? 0 : -1}
      aria-pressed={marked.has(index) ? 'true' : 'false'} onClick={() => click(index)} onFocus={() => setAt(index)}>{draft.slice(from, to)}</button>);
    end = to;
  });
  return <>
    <div class="words" role="group" aria-labelledby="task" aria-describedby="word-keys" dir="auto" ref={box} onKeyDown={key}
      onPointerDown={down} onPointerMove={move} onPointerLeave={() => { drawing.current = null; }}>{parts}</div>
    <p class="meta keys-line" id="word-keys">Click the words or draw over them. By keys: arrows, <kbd>Space</kbd>, and <kbd>Shift</kbd> to mark on.</p>
  </>;
}

// A better order and a better reply in outline, to look at and to take.
import {Blanks} from './blanks.jsx';

function Outline({lines}) {
  const paragraphs = [];
  for (const line of lines) {
    if (line.paragraph || paragraphs.length === 0) paragraphs.push([]);
    paragraphs.at(-1).push(line);
  }
  return <div class="outline">
    {paragraphs.map((each, index) => <p key={index} dir="auto">
      {each.map(({text, kind}, place) => <span key={place} class={kind === 'kept' ? undefined : 'changed'}><Blanks text={text} /> </span>)}
    </p>)}
  </div>;
}

export function Better({coaching: {order, outline, next}, actions}) {
  if (!order && (!next || outline.lines.length === 0)) return null;
  return <section>
    <h2>A better reply</h2>
    {order && <details>
      <summary>In a better order</summary>
      <p>{order.title}. Nothing else is changed.</p>
      <div class="outline"><p class="as-is" dir="auto">{order.text}</p></div>
      <button onClick={actions.useOrder}>Use this order</button>
    </details>}
    {next && outline.lines.length > 0 && <details>
      <summary>In outline</summary>
      <p class="meta"><span class="changed">Underlined</span> is changed or new; what is in <span class="blank">[[ ]]</span> is for you to fill in.</p>
      <Outline lines={outline.lines} />
      <button onClick={actions.useOutline}>Use this outline</button>
    </details>}
  </section>;
}

import {useRef} from 'preact/hooks';
import {examples} from '../examples.js';

// As a list, for somebody who has nothing yet.
export function ExampleList({actions}) {
  return <ul class="examples">
    {examples.map((example) => <li key={example.id}>
      <button onClick={() => actions.tryExample(example)}>
        <b>{example.name}</b> <span>{example.about}</span>
      </button>
    </li>)}
  </ul>;
}

// As a menu, for later.
export function Examples({empty, actions}) {
  const menu = useRef();
  const closing = {...actions, tryExample: (example) => {
    menu.current.hidePopover();
    actions.tryExample(example);
  }};
  return <>
    <button popovertarget="example-menu" class={empty ? 'main' : undefined}>{empty ? 'Try an example' : 'Examples'}</button>
    <div id="example-menu" class="menu" popover="auto" ref={menu} role="group" aria-label="Examples">
      <ExampleList actions={closing} />
    </div>
  </>;
}

// What was written, one message below the other.
const roles = {customer: 'The customer', agent: 'You'};

export const Messages = ({list}) => <ol class="messages">
  {list.map(({role, text, name}, index) => <li key={index} class={role}>
    <p class="meta">{name ?? roles[role]}</p>
    <p dir="auto" class="as-lines">{text}</p>
  </li>)}
</ol>;

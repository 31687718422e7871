import {render} from 'preact';
import {createPage} from './page.js';
import {App} from './view/app.jsx';

const nonce = document.querySelector('meta[name="style-nonce"]').content;
const page = createPage();
const root = document.body.appendChild(document.createElement('div'));
const show = () => render(<App page={page} nonce={nonce} state={page.store.get()} />, root);
page.store.subscribe(show);
show();
page.actions.route();
addEventListener('hashchange', page.actions.route);
addEventListener('online', page.actions.tryNow);
addEventListener('beforeunload', (event) => {
  if (page.mayLose()) event.preventDefault();
});

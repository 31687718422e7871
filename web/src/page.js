// What the page does: it holds the state, the editor and the talk with the service together. The views
// show `store` and call what is here.
import {isolateHistory} from '@codemirror/commands';
import {change, closeCard, nextBlank, nextFinding, previousFinding, replaceAll, show} from './editor/commands.js';
import {openFinding, cardField} from './editor/card.jsx';
import {findingsField, markedIn, placed, setFindings} from './editor/findings.js';
import {forget, forgetToken, recall, recallToken, remember, rememberToken} from './memory.js';
import {createClient} from './service/client.js';
import {createReader} from './service/reader.js';
import {createStore} from './store.js';
import {blanksIn} from './text/blanks.js';
import {unitOf, wellFormed} from './text/offsets.js';
import {placeFor} from './text/place.js';
import {createTrainer, firstTrain} from './train/trainer.js';
import {blankRule, controlKey, describe} from './words.js';

const firstTurns = () => [{role: 'customer', text: ''}];
const quietBefore = 1200;  // milliseconds before a screen reader is told of a new answer

export function createPage() {
  const kept = recall();
  const store = createStore({
    text: kept?.text ?? '', turns: kept?.turns ?? firstTurns(), channel: kept?.channel ?? 'email',
    remembers: kept !== null,
    findings: [],      // in the order of the text, the whole reply's first
    open: null,        // id of the finding whose card is open
    left: new Set(),   // fingerprints that the writer leaves as they are
    blanks: 0,
    coaching: null,    // the coach's latest answer, each element with the words it quotes
    service: {state: 'idle', message: '', seconds: 0},
    rules: null, ruleOf: {},  // the list, and what was asked of single ones
    said: '', notice: null,
    route: location.hash,
    train: firstTrain(),
  });
  let token = recallToken();
  let view;
  const client = createClient({token: () => token});

  function draft() {
    const {text, turns, channel} = store.get();
    if (!text.trim()) return null;
    const context = turns.filter((turn) => turn.text.trim())
      .map(({role, text: words}) => ({role, text: wellFormed(words)}));
    return {text: wellFormed(text), context, channel, extent: 'whole'};
  }

  let found = [];  // all of the latest answer
  function showFindings() {
    const {left} = store.get();
    view.dispatch({effects: setFindings.of(found.filter(({fingerprint}) => !left.has(fingerprint)))});
  }

  let sayLater;
  const say = (words) => {
    clearTimeout(sayLater);
    store.set({said: words});
  };

  const trainer = createTrainer({store, client, say});

  const reader = createReader({draft, ask: client.post, tell: {
    nothing() {
      found = [];
      showFindings();
      store.set({coaching: null, service: {state: 'idle', message: '', seconds: 0}});
    },
    reading() {
      if (store.get().service.state !== 'gone') store.set({service: {state: 'reading', message: '', seconds: 0}});
    },
    checked(result, {text}) {
      found = placed(result.findings.filter(({rule}) => rule !== blankRule), unitOf(text));
      showFindings();
    },
    coached(coaching, {text}) {
      const unit = unitOf(text);
      const elements = coaching.elements.map((element) =>
        ({...element, quotes: element.words.map(({start, end}) => text.slice(unit(start), unit(end)))}));
      store.set({coaching: {...coaching, elements}, service: {state: 'ready', message: '', seconds: 0}});
      clearTimeout(sayLater);
      sayLater = setTimeout(() => store.set({said: summary()}), quietBefore);
    },
    failed(answer, seconds) {
      store.set({service: {state: answer.why, message: answer.message, seconds}});
    },
  }});

  function summary() {
    const {findings, coaching} = store.get();
    const count = findings.length;
    return `${count === 0 ? 'Nothing stands out' : `${count} ${count === 1 ? 'place' : 'places'} to look at`}. ` +
      `Score ${coaching?.score ?? 100} of 100.`;
  }

  let saveLater;
  let unsaved = false;  // something was typed that is nowhere else yet
  function changed() {
    reader.changed();
    clearTimeout(saveLater);
    if (store.get().remembers) saveLater = setTimeout(save, 400);
  }
  function save() {
    const {text, turns, channel} = store.get();
    if (remember({text, turns, channel})) unsaved = false;
  }

  // Each update of the editor.
  function updated(update) {
    const {state} = update;
    const changes = {};
    if (update.docChanged) {
      changes.text = state.doc.toString();
      changes.blanks = blanksIn(changes.text).length;
      if (update.transactions.some((each) => each.isUserEvent('input') || each.isUserEvent('delete'))) unsaved = true;
    }
    if (state.field(findingsField) !== update.startState.field(findingsField)) {
      changes.findings = state.field(findingsField);
    }
    const open = state.field(cardField);
    if (open !== store.get().open) {
      changes.open = open;
      if (open) say(describe(openFinding(state), markedIn(state).indexOf(openFinding(state)) + 1, markedIn(state).length));
    }
    if (Object.keys(changes).length > 0) store.set(changes);
    if (update.docChanged) changed();
  }

  let noticeLater;
  // `back`, if given, is offered with it and takes back what was done.
  function notice(words, back = null) {
    clearTimeout(noticeLater);
    store.set({notice: {words, back}});
    noticeLater = setTimeout(() => store.set({notice: null}), back ? 20_000 : 6000);
  }

  // Puts a whole case in place of the one there is; what was there can be had back.
  function replaceCase({text, turns, channel}, words) {
    const before = store.get();
    const hadSome = before.text.trim() !== '' || before.turns.some((turn) => turn.text.trim());
    store.set({turns, channel, left: new Set()});
    actions.setText(text);
    const wasUnsaved = unsaved;
    unsaved = false;
    notice(words, !hadSome ? null : () => {
      store.set({turns: before.turns, channel: before.channel, left: before.left, notice: null});
      actions.setText(before.text);
      view.focus();
      unsaved = wasUnsaved;
    });
    changed();
  }

  const undoKey = `${controlKey()}+Z`;
  const withBlanks = (done) => {
    const {blanks} = store.get();
    return blanks === 0 ? done : `${done} ${blanks === 1 ? 'One blank is' : `${blanks} blanks are`} still to fill in.`;
  };

  const actions = {
    setChannel(channel) {
      store.set({channel});
      changed();
    },
    setTurn(index, text) {
      store.set({turns: store.get().turns.map((turn, i) => (i === index ? {...turn, text} : turn))});
      changed();
    },
    addTurn() {
      const {turns} = store.get();
      store.set({turns: [...turns, {role: turns.at(-1).role === 'customer' ? 'agent' : 'customer', text: ''}]});
    },
    removeTurn(index) {
      store.set({turns: store.get().turns.filter((_, i) => i !== index)});
      changed();
    },
    tryExample(example) {
      replaceCase(example, `Example: ${example.name}.`);
      document.getElementById('draft-title').focus();
    },
    setText(text) {
      view.dispatch({
        changes: {from: 0, to: view.state.doc.length, insert: text}, selection: {anchor: 0},
        annotations: isolateHistory.of('full'), scrollIntoView: true,
      });
    },
    startOver() {
      replaceCase({text: '', turns: firstTurns(), channel: store.get().channel}, 'A clean sheet.');
      view.focus();
    },
    show: (finding) => {
      show(view, finding);
      view.focus();
    },
    next: () => nextFinding(view) && view.focus(),
    previous: () => previousFinding(view) && view.focus(),
    nextBlank: () => nextBlank(view),
    close: () => closeCard(view),
    make(finding, suggestion) {
      change(view, suggestion.edits, 'input.fix');
      say(withBlanks('Changed.'));
    },
    leave({fingerprint}) {
      closeCard(view);
      store.set({left: new Set([...store.get().left, fingerprint])});
      showFindings();
    },
    showAllAgain() {
      store.set({left: new Set()});
      showFindings();
      document.getElementById('heard-title').focus();
    },
    // Puts a sentence of the outline where it belongs.
    putIn(index) {
      const {coaching, text} = store.get();
      change(view, [placeFor(text, coaching.outline.lines, index)], 'input.sentence');
      say(withBlanks('Put in.'));
    },
    useOutline() {
      replaceAll(view, store.get().coaching.outline.text.trimEnd(), 'input.outline');
      notice(withBlanks(`The outline is in. ${undoKey} brings your draft back.`));
    },
    useOrder() {
      replaceAll(view, store.get().coaching.order.text, 'input.order');
      notice(`The order is changed. ${undoKey} takes it back.`);
    },
    async copy() {
      try {
        await navigator.clipboard.writeText(store.get().text);
        unsaved = false;
        notice(withBlanks('Copied.'));
      } catch {
        notice('The browser does not let this page copy. Select the draft and copy it by hand.');
      }
    },
    download() {
      saveAs('reply.txt', new Blob([store.get().text.trimEnd(), '\n'], {type: 'text/plain;charset=utf-8'}));
      unsaved = false;
      notice(withBlanks('Saved as reply.txt.'));
    },
    async printable(nonce) {
      const body = draft();
      if (!body) return notice('There is no draft to show yet.');
      const tab = window.open('', '_blank');
      const answer = await client.postForText('/v1/coach?format=html', body);
      if (!answer.ok) {
        tab?.close();
        return notice(answer.message || 'Amends cannot be reached; try again in a moment.');
      }
      // The tab inherits the policy of this page, which lets styles in by their nonce alone.
      const html = answer.data.replace('<style>', `<style nonce="${nonce}">`);
      const address = URL.createObjectURL(new Blob([html], {type: 'text/html;charset=utf-8'}));
      if (tab) tab.location = address;
      else notice('The browser does not let this page open another one.');
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    },
    tryNow: () => reader.now(),
    giveToken(given, keep) {
      token = given;
      if (keep) rememberToken(given);
      else forgetToken();
      reader.now();
      if (store.get().rules?.ok === false) actions.loadRules();
      trainer.tokenGiven();
    },
    setRemembers(remembers) {
      store.set({remembers});
      if (remembers) save();
      else actions.forget();
    },
    forget() {
      clearTimeout(saveLater);
      forget();
      store.set({remembers: false});
      document.getElementById('remembers').focus();
      notice('Forgotten. Nothing of this page is left on this device.');
    },
    async loadRules() {
      store.set({rules: await client.get('/v1/rules')});
    },
    async loadRule(id) {
      if (store.get().ruleOf[id]?.ok) return;
      const answer = await client.get(`/v1/rules/${id}`);
      store.set({ruleOf: {...store.get().ruleOf, [id]: answer}});
    },
    train: trainer,
    route() {
      store.set({route: location.hash});
      if (location.hash.startsWith('#train')) trainer.route(location.hash);
    },
  };

  return {
    store,
    actions,
    updated,
    attach(editor) {
      view = editor;
      if (store.get().text) {
        view.dispatch({changes: {from: 0, insert: store.get().text}});
      }
    },
    // Whether words would be lost.
    mayLose: () => unsaved && store.get().text.trim() !== '',
  };
}

function saveAs(name, blob) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// What the Train tab does: who trains, which exercise comes, how it is answered and judged. Its state is
// `train` of the page's store. `step` says what is seen: 'who', 'loading', 'exercise', 'judged', 'done', 'progress',
// 'deleted', 'broken' or 'trouble'.
import {forgetTrainee, recallTrainee, rememberTrainee} from '../memory.js';
import {answerFor, firstAnswer, judgedText, lacking} from './answers.js';
import {placeOf} from './link.js';

export const firstTrain = () => ({
  step: 'loading', person: recallTrainee(), you: null, people: [], place: null,
  exercise: null, attempt: '', why: '', set: null, answer: null, hints: 0, solution: '', practice: false,
  judgement: null, open: false, given: null, text: '', talk: null, seed: 0, busy: false, lacks: '', trouble: null, standing: null, nextDue: null,
  count: 0,  // of exercises answered since the page was opened
  turn: 0,   // of views that take the focus
});

const longest = 86_400;  // seconds that an answer may have taken; a page may lie open for long

const randomId = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export function createTrainer({store, client, say}) {
  const get = () => store.get().train;
  const set = (patch) => store.set({train: {...get(), ...patch}});
  // A view of its own, which takes the focus.
  const show = (step, patch = {}) => set({step, busy: false, trouble: null, lacks: '', ...patch, turn: get().turn + 1});

  let begun = 0;    // when the exercise was shown
  let asked = 0;    // requests for a view: a late answer to an earlier one is dropped
  let again = null; // what to do when the service answers again

  function fail(answer, retry) {
    again = retry;
    set({busy: false, trouble: answer, step: get().step === 'loading' ? 'trouble' : get().step});
    if (answer.why !== 'token') say(answer.message || 'Amends cannot be reached just now.');
  }

  // Asks, and goes on with what comes; with nothing if something else was asked for meanwhile.
  async function ask(request, then, retry) {
    const mine = ++asked;
    const answer = await request();
    if (mine !== asked) return;
    if (answer.ok) return then(answer.data);
    fail(answer, retry);
  }

  function begin({exercise, attempt = randomId(), why = '', set: standing = null}) {
    begun = Date.now();
    show('exercise', {
      exercise, attempt, why, set: standing, answer: firstAnswer(exercise), hints: 0, solution: '',
      practice: false, judgement: null, text: '', talk: null, seed: Math.floor(Math.random() * 2 ** 31)});
    if (exercise.kind === 'role-play') playTalk([]);
  }

  // Who is not there any more is asked for anew.
  function nobody() {
    forgetTrainee();
    set({person: null});
    loadPeople();
  }

  async function loadPeople() {
    set({step: 'loading'});
    await ask(() => client.get('/v1/people'), ({people, you = null}) => {
      set({you});
      if (you) return actions.start(you, false);
      show('who', {people});
    }, loadPeople);
  }

  async function next(ahead = false) {
    const {person, place} = get();
    if (!person) return loadPeople();
    set({step: 'loading'});
    const path = `/v1/people/${person.id}/next`;
    const carried = place.to === 'set' ? {id: place.set.id, name: place.set.name, exercises: place.set.exercises} : null;
    const request = carried ? () => client.post(path, {set: carried})
      : () => client.get(`${path}?ahead=${ahead ? 1 : 0}${place.to === 'given' ? `&set=${encodeURIComponent(place.id)}` : ''}`);
    await ask(async () => {
      const answer = await request();
      if (!answer.ok && answer.code === 'person') nobody();
      return answer;
    }, (data) => {
      if (!data.done) return begin(data);
      show('done', {set: data.set ?? null, nextDue: data.next_due ?? null});
    }, () => next(ahead));
  }

  async function one(id) {
    set({step: 'loading'});
    await ask(() => client.get(`/v1/exercises/${id}`), (exercise) => begin({exercise}), () => one(id));
  }

  async function loadProgress() {
    const {person} = get();
    if (!person) return loadPeople();
    set({step: 'loading'});
    const offset = -new Date().getTimezoneOffset();
    await ask(async () => {
      const answer = await client.get(`/v1/people/${person.id}?offset=${offset}`);
      if (!answer.ok && answer.code === 'person') nobody();
      return answer;
    }, (standing) => show('progress', {standing}), loadProgress);
  }

  function go() {
    const {place, person} = get();
    if (place.to === 'broken') return show('broken');
    if (place.to === 'exercise') return one(place.id);
    if (!person) return loadPeople();
    return place.to === 'progress' ? loadProgress() : next();
  }

  // Judges what stands in the answer; it counts if somebody trains and it is the first time.
  // `confirmed` is what one says of an open answer: whether what was not seen is there.
  async function judge(given, confirmed) {
    const {exercise, person, practice, hints, solution, attempt, set: standing, place, seed} = get();
    const counts = person && !practice;
    const body = {answer: given};
    if (confirmed !== undefined) body.confirmed = confirmed;
    if (exercise.kind === 'role-play') body.seed = seed;
    if (counts) {
      const ofSet = place.to === 'set' ? place.set.id : standing?.id;
      Object.assign(body, {person: person.id, attempt, hints, seconds: Math.min(longest, Math.round((Date.now() - begun) / 1000)), shown: solution !== ''});
      if (ofSet) body.set = ofSet;
    }
    set({busy: true, trouble: null, lacks: ''});
    await ask(async () => {
      const answer = await client.post(`/v1/exercises/${exercise.id}/judge`, body);
      if (answer.ok || answer.code !== 'person') return answer;
      // Who trained was deleted meanwhile; the answer is judged all the same.
      forgetTrainee();
      set({person: null});
      delete body.person;
      return client.post(`/v1/exercises/${exercise.id}/judge`, body);
    }, (judgement) => {
      const open = judgement.open && confirmed === undefined;
      show('judged', {judgement, open, given, text: judgedText(exercise, get().answer), count: get().count + (counts && !open ? 1 : 0)});
    }, () => judge(given, confirmed));
  }

  async function playTalk(replies) {
    const {exercise, seed} = get();
    set({busy: true, trouble: null});
    await ask(() => client.post(`/v1/exercises/${exercise.id}/play`, {seed, replies}), (talk) => {
      set({talk, busy: false});
      if (talk.ending !== 'none') judge({texts: replies});
    }, () => playTalk(replies));
  }

  const actions = {
    // When #train… is gone to.
    route(route) {
      const place = placeOf(route);
      if (JSON.stringify(place) === JSON.stringify(get().place) && get().step !== 'trouble') return;
      set({place});
      go();
    },
    async start(name, remembers) {
      set({busy: true, trouble: null});
      await ask(() => client.post('/v1/people', {name}), (person) => {
        if (remembers) rememberTrainee(person);
        set({person});
        go();
      }, () => actions.start(name, remembers));
    },
    // Somebody who is here already.
    be(person, remembers) {
      if (remembers) rememberTrainee(person);
      set({person});
      go();
    },
    someoneElse() {
      forgetTrainee();
      set({person: null, count: 0, place: {to: 'next'}});
      history.replaceState(null, '', '#train');
      loadPeople();
    },
    change(answer) {
      set({answer: {...get().answer, ...answer}, lacks: ''});
    },
    check() {
      const {exercise, answer, busy} = get();
      if (busy) return;
      const lacks = lacking(exercise, answer);
      if (lacks) {
        set({lacks});
        return say(lacks);
      }
      judge(answerFor(exercise, answer));
    },
    hint() {
      const {exercise, hints} = get();
      set({hints: hints + 1});
      say(`Hint: ${exercise.hints[hints]}`);
    },
    async showAnswer() {
      const {exercise} = get();
      await ask(() => client.post(`/v1/exercises/${exercise.id}/solution`, {}), ({solution}) => {
        set({solution});
        say(`An answer: ${solution}`);
      }, actions.showAnswer);
    },
    send(text) {
      const {talk, busy} = get();
      if (busy || talk?.ending !== 'none') return;
      playTalk([...talk.exchanges.map(({reply}) => reply), text]);
    },
    // What one says of an open answer.
    confirm(there) {
      judge(get().given, there);
    },
    // The same once more, for practice.
    retry() {
      const {exercise, answer} = get();
      const kept = exercise.kind === 'role-play' ? firstAnswer(exercise) : answer;
      show('exercise', {practice: true, judgement: null, answer: kept, talk: null, seed: Math.floor(Math.random() * 2 ** 31)});
      if (exercise.kind === 'role-play') playTalk([]);
    },
    next: () => {
      if (get().place.to === 'exercise') {
        location.hash = '#train';
        return;
      }
      next();
    },
    ahead: () => next(true),
    tryAgain() {
      set({trouble: null});
      again?.();
    },
    // Of the tab: `again` is what asked for a token.
    tokenGiven: () => get().trouble?.why === 'token' && actions.tryAgain(),
    async deleteMe() {
      const {person} = get();
      const answer = await client.delete(`/v1/people/${person.id}`);
      if (!answer.ok && answer.code !== 'person') return fail(answer, actions.deleteMe);
      forgetTrainee();
      show('deleted', {person: null, standing: null, count: 0});
    },
  };
  return actions;
}

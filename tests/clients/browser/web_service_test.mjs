// How the page talks to the service: when it asks, what it makes of each answer, and what it drops.
import assert from 'node:assert/strict';
import {afterEach, beforeEach, mock, test} from 'node:test';
import {createClient} from '../../../web/src/service/client.js';
import {createReader} from '../../../web/src/service/reader.js';

const ok = (data) => ({ok: true, data});

// A writer, and a service that answers when it is told to.
function desk() {
  const told = [];
  const asked = [];
  let text = '';
  const reader = createReader({
    draft: () => (text ? {text} : null),
    ask: (path, body) => new Promise((answer) => { asked.push({path, text: body.text, answer}); }),
    tell: {
      nothing: () => told.push('nothing'),
      reading: () => told.push('reading'),
      checked: (data, {text: about}) => told.push(`checked ${about}: ${data}`),
      coached: (data, {text: about}) => told.push(`coached ${about}: ${data}`),
      failed: ({why}, seconds) => told.push(`${why}, again in ${seconds}`),
    },
  });
  const settle = async () => { for (let i = 0; i < 10; ++i) await Promise.resolve(); };
  return {
    told, asked, reader,
    type(words) {
      text = words;
      reader.changed();
    },
    async pass(milliseconds) {
      mock.timers.tick(milliseconds);
      await settle();
    },
    async answer(answer) {
      asked.at(-1).answer(answer);
      await settle();
    },
  };
}

beforeEach(() => mock.timers.enable({apis: ['setTimeout', 'Date'], now: 1000}));
afterEach(() => mock.timers.reset());

test('a draft is read after a pause: first checked, then coached', async () => {
  const {type, pass, answer, asked, told} = desk();
  type('a');
  await pass(299);
  assert.equal(asked.length, 0);
  await pass(1);
  assert.deepEqual(asked.map(({path, text}) => `${path} ${text}`), ['/v1/check a']);
  await answer(ok(1));
  assert.equal(asked[1].path, '/v1/coach');
  await answer(ok(2));
  assert.deepEqual(told, ['reading', 'checked a: 1', 'coached a: 2']);
  await pass(60_000);
  assert.equal(asked.length, 2);
});

test('typing without a pause does not put it off for ever', async () => {
  const {type, pass, asked} = desk();
  for (let i = 0; i < 16; ++i) {
    type('x'.repeat(i + 1));
    await pass(100);
  }
  assert.equal(asked.length, 1);
});

test('one request at a time, and an answer about older words is dropped', async () => {
  const {type, pass, answer, asked, told} = desk();
  type('old');
  await pass(300);
  type('new');
  await pass(5000);
  assert.equal(asked.length, 1);
  await answer(ok('stale'));
  await pass(300);
  assert.deepEqual(asked.map(({path, text}) => `${path} ${text}`), ['/v1/check old', '/v1/check new']);
  await answer(ok(1));
  await answer(ok(2));
  assert.deepEqual(told, ['reading', 'reading', 'checked new: 1', 'coached new: 2']);
});

test('words that change between the two answers are read anew', async () => {
  const {type, pass, answer, told} = desk();
  type('old');
  await pass(300);
  await answer(ok(1));
  type('new');
  await answer(ok('stale'));
  await pass(300);
  await answer(ok(2));
  await answer(ok(3));
  assert.deepEqual(told, ['reading', 'checked old: 1', 'reading', 'checked new: 2', 'coached new: 3']);
});

test('an empty draft is not sent', async () => {
  const {type, pass, asked, told} = desk();
  type('');
  await pass(300);
  assert.deepEqual(told, ['nothing']);
  assert.equal(asked.length, 0);
});

test('where nobody answers it is tried again, more and more seldom, and typing does not hurry it', async () => {
  const {type, pass, answer, asked, told} = desk();
  type('a');
  await pass(300);
  for (const seconds of [1, 2, 4, 8, 15, 15]) {
    await answer({ok: false, why: 'gone', message: ''});
    assert.equal(told.at(-1), `gone, again in ${seconds}`);
    const before = asked.length;
    type(`a${seconds}`);
    await pass(seconds * 1000 - 1);
    assert.equal(asked.length, before);
    await pass(1);
    assert.equal(asked.length, before + 1);
  }
  await answer(ok(1));
  await answer(ok(2));
  assert.equal(told.at(-1), 'coached a15: 2');
});

test('a busy service is asked again when it said', async () => {
  const {type, pass, answer, asked, told} = desk();
  type('a');
  await pass(300);
  await answer({ok: false, why: 'busy', message: '', seconds: 7});
  assert.equal(told.at(-1), 'busy, again in 7');
  await pass(6999);
  assert.equal(asked.length, 1);
  await pass(1);
  assert.equal(asked.length, 2);
});

test('what is refused is sent again only when it has changed', async () => {
  const {type, pass, answer, asked} = desk();
  type('a');
  await pass(300);
  await answer({ok: false, why: 'refused', message: 'no'});
  await pass(60_000);
  assert.equal(asked.length, 1);
  type('b');
  await pass(300);
  assert.equal(asked.length, 2);
});

test('without a token it waits for one', async () => {
  const {type, pass, answer, asked, reader} = desk();
  type('a');
  await pass(300);
  await answer({ok: false, why: 'token', message: ''});
  type('ab');
  await pass(60_000);
  assert.equal(asked.length, 1);
  reader.now();
  await pass(0);
  assert.equal(asked.length, 2);
});

const answers = [
  {what: 'an answer', status: 200, body: '{"a":1}', is: {ok: true, data: {a: 1}}},
  {what: 'a fault of the request', status: 422, body: '{"error":{"code":"turns","message":"Too long."}}',
   is: {ok: false, why: 'refused', code: 'turns', message: 'Too long.'}},
  {what: 'a token that is missing', status: 401, body: '{"error":{"code":"token","message":"A token."}}',
   is: {ok: false, why: 'token', message: 'A token.'}},
  {what: 'too many requests', status: 429, headers: {'Retry-After': '3'}, body: '{"error":{"message":"Wait."}}',
   is: {ok: false, why: 'busy', message: 'Wait.', seconds: 3}},
  {what: 'a busy service', status: 503, headers: {'Retry-After': '1'}, body: '{"error":{"message":"Busy."}}',
   is: {ok: false, why: 'busy', message: 'Busy.', seconds: 1}},
  {what: 'a busy service that says no time', status: 503, body: '<html>',
   is: {ok: false, why: 'busy', message: 'The service answers with 503.', seconds: 2}},
  {what: 'a proxy without a service', status: 502, body: '<html>',
   is: {ok: false, why: 'gone', message: 'The service answers with 502.'}},
  {what: 'no JSON', status: 200, body: '<html>', is: {ok: false, why: 'gone', message: ''}},
];

for (const {what, status, headers = {}, body, is} of answers) {
  test(`the client tells ${what}`, async () => {
    const client = createClient({token: () => '', fetch: async () => new Response(body, {status, headers})});
    assert.deepEqual(await client.post('/v1/check', {}), is);
  });
}

test('the token goes with every request, and nothing does without one', async () => {
  let token = '';
  const sent = [];
  const client = createClient({token: () => token, fetch: async (path, {headers}) => {
    sent.push(`${path} ${headers.Authorization ?? 'none'}`);
    throw new TypeError('nobody there');
  }});
  assert.deepEqual(await client.get('/v1/rules'), {ok: false, why: 'gone', message: ''});
  token = 'secret';
  await client.post('/v1/check', {});
  assert.deepEqual(sent, ['/v1/rules none', '/v1/check Bearer secret']);
});

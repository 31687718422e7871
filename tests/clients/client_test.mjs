// How the client behaves when things go wrong, against a server that answers as told.
import assert from "node:assert/strict";
import {after, afterEach, before, test} from "node:test";

import {Amends, AmendsError} from "../../clients/javascript/amends.js";
import {PresendServer} from "./presend_server.mjs";

const kDraft = {text: "Dear Ms Fairweather, the lamp is on its way."};
const kHold = {decision: "hold", verdict: "block", reason: "It takes the apology back.",
               findings: [{rule: "fake-apology/but"}], override_token: "tok-1"};
const kConfirm = {...kHold, decision: "confirm", verdict: "warn"};
const kSend = {decision: "send", verdict: "pass", reason: "Nothing stands against it.",
               findings: []};

let server;
let spoken = [];
const kept = {};

before(async () => {
  server = await new PresendServer().start();
  for (const name of ["log", "info", "warn", "error", "debug"]) {
    kept[name] = console[name];
    console[name] = (...words) => spoken.push(words.join(" "));
  }
});

after(async () => {
  Object.assign(console, kept);
  await server.stop();
});

afterEach(() => {
  assert.deepEqual(spoken, [], "a client that prints may print a draft");
  assert.deepEqual(server.next, [], "every answer that was laid out is fetched");
  server.questions.length = 0;
  spoken = [];
});

const client = (options = {}) => new Amends({url: server.url, timeout: 5000, ...options});
const answers = (...next) => (server.next = next);

test("a question is a POST of the record, with the token where there is one", async () => {
  answers({status: 200, body: kSend}, {status: 200, body: kSend});
  await client({token: "s3cret", url: `${server.url}/`}).presend(kDraft);
  await client().presend(kDraft, {token: "tok-1", reason: "As agreed."});
  const [first, second] = server.questions;
  assert.equal(first.method, "POST");
  assert.equal(first.path, "/v1/presend");
  assert.equal(first.headers["content-type"], "application/json");
  assert.equal(first.headers.authorization, "Bearer s3cret");
  assert.deepEqual(JSON.parse(first.text), kDraft);
  assert.equal(second.headers.authorization, undefined);
  assert.deepEqual(JSON.parse(second.text),
                   {...kDraft, override: {token: "tok-1", reason: "As agreed."}});
});

const refused = (status, code, more = {}) => ({
  answer: {status, body: {error: {code, message: "As told.", ...more.error}},
           headers: more.headers},
  error: {status, code, message: "As told.", ...more.expected}});

const kFailures = {
  "401 names its code": refused(401, "unauthorized"),
  "413 names its code": refused(413, "size"),
  "422 says where": refused(422, "record", {error: {pointer: "/channel"},
                                            expected: {pointer: "/channel"}}),
  "429 says when to come back": refused(429, "busy", {headers: {"Retry-After": "7"},
                                                      expected: {retryAfter: 7}}),
  "503 says when to come back": refused(503, "busy", {headers: {"Retry-After": "30"},
                                                      expected: {retryAfter: 30}}),
  "a date in the past is now": refused(503, "busy", {
    headers: {"Retry-After": "Mon, 02 Mar 2020 10:00:00 GMT"}, expected: {retryAfter: 0}}),
  "a proxy's page is no answer of Amends": {
    answer: {status: 502, body: "<html>Bad gateway</html>"},
    error: {status: 502, code: "answer", message: "The server answered 502."}},
  "a page in place of JSON": {
    answer: {status: 200, body: "<html>Sign in</html>"},
    error: {status: 200, code: "answer"}},
  "JSON that is no object": {
    answer: {status: 200, body: "[]"}, error: {status: 200, code: "answer"}},
  "an answer without a decision": {
    answer: {status: 200, body: {...kSend, decision: "maybe"}},
    error: {status: 200, code: "answer"}},
  "a redirect is not followed": {
    answer: {status: 307, headers: {Location: "/elsewhere"}, body: ""},
    error: {code: "network"}},
  "a connection that breaks": {answer: {drop: true}, error: {code: "network"}},
  "an answer that does not come": {
    answer: {status: 200, body: kSend, delay: 60000}, error: {code: "timeout"}, timeout: 50},
};

for (const [name, {answer, error: expected, timeout}] of Object.entries(kFailures)) {
  test(`presend fails with one class of error: ${name}`, async () => {
    answers(answer);
    await assert.rejects(client(timeout ? {timeout} : {}).presend(kDraft), (error) => {
      assert.ok(error instanceof AmendsError);
      for (const [key, value] of Object.entries(expected)) assert.equal(error[key], value, key);
      assert.equal(`${error.stack}${JSON.stringify(error)}`.includes("Fairweather"), false);
      return true;
    });
    assert.equal(server.questions.length, 1, "nothing is asked twice");
  });

  for (const onFailure of ["open", "closed"]) {
    test(`askBeforeSend stays ${onFailure} and says so: ${name}`, async () => {
      answers(answer);
      const outcome = await client({onFailure, ...(timeout ? {timeout} : {})}).askBeforeSend(
          kDraft, {confirm: () => true, hold: () => "Never asked."});
      assert.equal(outcome.send, onFailure === "open");
      assert.equal(outcome.checked, false);
      assert.equal(outcome.error.code, expected.code);
      assert.match(outcome.reason, /was not checked/);
    });
  }
}

test("a server that is not there", async () => {
  const gone = await new PresendServer().start();
  await gone.stop();
  await assert.rejects(client({url: gone.url}).check(kDraft), {code: "network"});
  const outcome = await client({url: gone.url}).askBeforeSend(kDraft);
  assert.deepEqual([outcome.send, outcome.checked], [true, false]);
});

const kAsked = [
  {name: "send goes", answer: kSend, send: true},
  {name: "confirm goes with a yes", answer: kConfirm, ask: {confirm: async () => true},
   send: true},
  {name: "confirm stays with a no", answer: kConfirm, ask: {confirm: () => false}, send: false},
  {name: "only true is a yes", answer: kConfirm, ask: {confirm: () => "no"}, send: false},
  {name: "confirm stays with nobody to ask", answer: kConfirm, send: false},
  {name: "hold stays with nobody to ask", answer: kHold, send: false},
  {name: "hold stays without a reason", answer: kHold, ask: {hold: () => undefined}, send: false},
  {name: "blanks are no reason", answer: kHold, ask: {hold: async () => "  "}, send: false},
  {name: "hold without a token stays", answer: {...kHold, override_token: undefined},
   ask: {hold: () => "As agreed."}, send: false},
];

for (const {name, answer, ask, send} of kAsked) {
  test(`askBeforeSend: ${name}`, async () => {
    answers({status: 200, body: answer});
    const outcome = await client().askBeforeSend(kDraft, ask);
    assert.deepEqual(outcome, {send, checked: true, decision: answer.decision,
                               reason: answer.reason, findings: answer.findings,
                               overridden: false});
    assert.equal(server.questions.length, 1);
  });
}

test("askBeforeSend: nothing written is nothing to check", async () => {
  const outcome = await client().askBeforeSend(null);
  assert.deepEqual([outcome.send, outcome.checked], [true, true]);
  assert.equal(server.questions.length, 0);
});

const kOverrides = [
  {name: "a reason that is recorded sends", answer: {status: 200, body: {
    ...kHold, decision: "send", overridden: true}}, send: true, overridden: true},
  {name: "a reason that is not taken does not", answer: {status: 200, body: kHold}, send: false},
  {name: "a token that is used up does not", answer: {status: 409, body: {
    error: {code: "override", message: "Used."}}}, send: false, code: "override"},
  {name: "a held draft stays where the server is gone", answer: {drop: true}, send: false,
   code: "network"},
];

for (const {name, answer, send, overridden = false, code} of kOverrides) {
  test(`askBeforeSend: ${name}, also open`, async () => {
    answers({status: 200, body: kHold}, answer);
    const outcome = await client({onFailure: "open"}).askBeforeSend(
        kDraft, {hold: () => " As agreed. "});
    assert.deepEqual([outcome.send, outcome.overridden, outcome.error?.code],
                     [send, overridden, code]);
    assert.deepEqual(JSON.parse(server.questions[1].text).override,
                     {token: "tok-1", reason: "As agreed."});
  });
}

test("options are looked at when a client is made", () => {
  assert.throws(() => new Amends({url: "not a place"}), TypeError);
  assert.throws(() => client({onFailure: "ajar"}), TypeError);
});

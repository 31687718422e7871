// The code in docs/presend.md, run against stand-ins of the products.
import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {after, before, beforeEach, test} from "node:test";

import {Amends} from "../../clients/javascript/amends.js";
import * as helpdesks from "../../clients/javascript/helpdesks.js";
import {root} from "./amends_command.mjs";
import {PresendServer} from "./presend_server.mjs";

const kPage = readFileSync(join(root, "docs/presend.md"), "utf8");
const kHurts = "We're sorry if you felt let down, but it's our policy not to refund.";

const fixture = (name) =>
  JSON.parse(readFileSync(join(root, "tests/clients/fixtures", `${name}.json`), "utf8"));

let server;
/** The app's own panel, as the code on the page uses it. */
let panel;

before(async () => {
  server = await new PresendServer().start();
});

after(() => server.stop());

beforeEach(() => {
  panel = {shown: [], tick: false, reason: "", sendAnyway: () => panel.tick,
           why: () => panel.reason, show: (outcome) => panel.shown.push(outcome),
           onAsk: (ask) => (panel.ask = ask)};
});

/** Runs the block of a product with `names` in reach; its imports come from clients/. */
async function run(product, names) {
  const [, code] = new RegExp("```js " + product + "\n([\\s\\S]*?)\n```").exec(kPage);
  const body = code.replace(/^import .*$/gm, "");
  assert.notEqual(body, code);
  class AmendsHere extends Amends {
    constructor(options) {
      super({...options, url: server.url, timeout: 20000});
    }
  }
  const reach = {Amends: AmendsHere, ...helpdesks, settings: {}, panel, ...names};
  const Code = Object.getPrototypeOf(run).constructor;
  await new Code(...Object.keys(reach), body)(...Object.values(reach));
}

/** Zendesk's rule: a handler that throws, or whose promise is rejected, stops the save. */
async function zendesk(data) {
  let handler;
  await run("zendesk", {ZAFClient: {init: () => ({
    on: (name, given) => (assert.equal(name, "ticket.save"), handler = given),
    get: async (paths) => Object.fromEntries(
        [["errors", {}], ...paths.map((path) => [path, data[path]])]),
  })}});
  return async () => {
    try {
      await handler();
      return "saved";
    } catch (reason) {
      return reason;
    }
  };
}

test("zendesk: a reply that hurts stays until there is a reason", async () => {
  const submit = await zendesk({...fixture("zendesk"), "ticket.comment.text": kHurts});
  assert.match(await submit(), /takes the apology back/);
  panel.reason = "She asked for exactly this.";
  assert.equal(await submit(), "saved");
  assert.equal(server.overrides.at(-1).reason, "She asked for exactly this.");
});

test("zendesk: a ticket saved without a comment is saved", async () => {
  const submit = await zendesk({...fixture("zendesk"), "ticket.comment.text": ""});
  assert.equal(await submit(), "saved");
});

/** Freshdesk's rule: an intercepted event waits for `done` or `fail`. */
async function freshdesk(reply) {
  const {ticket, conversations} = fixture("freshdesk");
  const said = [];
  let handler;
  const client = {
    events: {on: (name, given, options) => {
      assert.deepEqual([name, options], ["ticket.sendReply", {intercept: true}]);
      handler = given;
    }},
    data: {get: async () => ({ticket})},
    request: {invokeTemplate: async () => ({
      status: 200, response: JSON.stringify(conversations)})},
    interface: {trigger: (_, {message}) => said.push(message)},
  };
  await run("freshdesk", {app: {initialized: async () => client}});
  return async () => {
    const ends = [];
    await handler({type: "ticket.sendReply", helper: {
      getData: () => reply, done: () => ends.push("done"), fail: (why) => ends.push(why)}});
    assert.equal(ends.length, 1);
    return {end: ends[0], said};
  };
}

test("freshdesk: a reply that hurts stays until there is a reason", async () => {
  const send = await freshdesk({body: `<div>${kHurts}</div>`});
  assert.match((await send()).end, /takes the apology back/);
  panel.reason = "He asked for exactly this.";
  assert.equal((await send()).end, "done");
});

test("freshdesk: a reply that nobody can read goes out, and the agent is told", async () => {
  const send = await freshdesk({});
  assert.deepEqual(await send(), {
    end: "done", said: ["This reply was not checked and goes out as it is."]});
});

test("front: the panel shows what the draft would come to", async () => {
  const {conversation, draft, messages} = fixture("front");
  let tell;
  await run("front", {Front: {contextUpdates: {subscribe: (given) => (tell = given)}}});
  tell({type: "singleConversation", conversation,
        fetchDraft: async (id) => id === draft.id
          ? {...draft, content: {type: "text", body: kHurts}} : undefined,
        listMessages: async () => ({results: messages, nextPageToken: undefined})});
  await panel.ask();
  assert.deepEqual(panel.shown.map(({send, decision}) => [send, decision]), [[false, "hold"]]);
});

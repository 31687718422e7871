// Each helpdesk's payload, in the shape that its documentation gives, becomes a record that
// Amends reads without a note.
import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {test} from "node:test";

import {fromFreshdesk, fromFront, fromHelpScout, fromZammad, fromZendesk, ZENDESK_PATHS}
  from "../../clients/javascript/helpdesks.js";
import {amends, root} from "./amends_command.mjs";

const kNow = new Date("2026-03-02T10:00:00Z");

const fixture = (name) =>
  JSON.parse(readFileSync(join(root, "tests/clients/fixtures", `${name}.json`), "utf8"));

const kReply = {channel: "email", kind: "reply", now: kNow.toISOString()};

const kPayloads = [
  {name: "zendesk", from: fromZendesk, failure: "yes", record: {
    ...kReply, id: "48213", format: "html",
    text: "<div>Dear Ms Fairweather,</div><div><br></div><div>I'm sorry that your lamp came " +
          "broken. A new one left this morning.</div>",
    context: [
      {role: "customer", at: "2026-03-01T17:02:11.000Z",
       text: '<div class="zd-comment"><p>My lamp came broken &amp; nobody answers.</p></div>'},
      {role: "agent", at: "2026-03-02T08:15:00.000Z",
       text: '<div class="zd-comment"><p>Could you send me the order number?</p></div>'}],
    facts: {first_reply: false}}},
  {name: "freshdesk", from: fromFreshdesk, failure: "yes", record: {
    ...kReply, id: "3071", format: "html",
    text: "<div>Hello Mr Okafor,<br>I'm sorry for the double charge. I have sent £18 back to " +
          "your card.</div>",
    context: [
      {role: "customer", at: "2026-03-01T11:20:05.000Z",
       text: "<div>You charged me twice for one ticket.</div>"},
      {role: "customer", at: "2026-03-02T08:00:00.000Z", text: "<div>Any news?</div>"}],
    facts: {first_reply: true}}},
  {name: "front", from: fromFront, failure: "yes", record: {
    ...kReply, id: "cnv_8fk2", format: "text",
    text: "Dear Ms Brandt,\n\nI'm sorry that you got the room by the lift. I have taken one " +
          "night off your bill.",
    context: [
      {role: "customer", at: "2026-03-01T22:10:00.000Z",
       text: "We asked for a quiet room.\n\nWe got the one by the lift!"},
      {role: "agent", at: "2026-03-02T07:30:00.000Z",
       text: "Thank you for your message. I am looking into it."}],
    facts: {first_reply: false}}},
  {name: "zammad", from: fromZammad, failure: "yes", record: {
    ...kReply, id: "81", format: "html",
    text: "<div>Dear Mr Hale,</div><div>I'm sorry that we missed your bins twice. A crew comes " +
          "tomorrow before ten.</div>",
    context: [
      {role: "customer", at: "2026-03-01T06:58:00.318Z", text: "You missed our bins again."},
      {role: "agent", at: "2026-03-01T09:12:00.000Z",
       text: "<div>I am asking the depot.</div>"}],
    facts: {first_reply: false}}},
  {name: "zammad-webhook", from: fromZammad, failure: "yes", record: {
    ...kReply, id: "82", format: "text", channel: "chat",
    text: "I'm sorry that the coach was late, Mia. Your fare is on its way back to you."}},
  {name: "helpscout", from: fromHelpScout, failure: "yes", record: {
    ...kReply, id: "4410", format: "html",
    text: "Hi Priya,<br><br>I'm sorry that your export was empty. I have run it again, and the " +
          "file is attached.",
    context: [
      {role: "customer", at: "2026-03-01T13:00:00.000Z",
       text: "My export has <b>no rows</b> at all.<br>Please help."}],
    facts: {first_reply: true}}},
];

for (const {name, from, failure, record} of kPayloads) {
  test(`${name}: the payload becomes this record, and is left as it was`, () => {
    const payload = fixture(name);
    assert.deepEqual(from(payload, kNow), record);
    assert.deepEqual(payload, fixture(name));
  });

  test(`${name}: amends check reads the record without a note`, () => {
    const {code, result} = amends("check", from(fixture(name), kNow));
    assert.ok(code === 0 || code === 1, `exit code ${code}`);
    assert.deepEqual(result.notes, []);
    assert.equal(result.id, record.id);
    assert.equal(result.situation.failure, failure);
  });
}

test("zendesk: the fixture has just the paths that are asked for", () => {
  const {errors, ...data} = fixture("zendesk");
  assert.deepEqual(Object.keys(data).sort(), [...ZENDESK_PATHS].sort());
});

const change = (name, edit) => {
  const payload = fixture(name);
  edit(payload);
  return payload;
};

const zendesk = (more) => fromZendesk({...fixture("zendesk"), ...more}, kNow);
const zammad = (draft) => fromZammad(
    change("zammad", (payload) => Object.assign(payload.draft, draft)), kNow);
const freshdesk = (ticket) => fromFreshdesk(
    change("freshdesk", (payload) => Object.assign(payload.ticket, ticket)), kNow);
const front = (type) => fromFront(
    change("front", (payload) => (payload.draft.channel.type = type)), kNow);

const kNothing = {
  "zendesk: a ticket saved without a comment": zendesk({"ticket.comment.text": ""}),
  "zendesk: an editor that holds only an empty line": zendesk({
    "ticket.comment.text": "<p><br></p>"}),
  "front: no draft": fromFront({...fixture("front"), draft: undefined}),
  "zammad: what the customer wrote": zammad({sender_id: 2}),
  "zammad: nothing at all": fromZammad({ticket: {id: 1}}),
  "helpscout: no draft": fromHelpScout(change("helpscout", (payload) => {
    payload.threads = payload.threads.filter(({state}) => state !== "draft");
  })),
};

test("a payload without a reply is null", () => {
  for (const [name, record] of Object.entries(kNothing)) assert.equal(record, null, name);
});

test("freshdesk: a reply without its text is an error, not silence", () => {
  assert.throws(() => fromFreshdesk({...fixture("freshdesk"), reply: {}}), TypeError);
});

test("a note among colleagues is of kind internal, and no first reply", () => {
  const notes = [zendesk({"ticket.comment.type": "internalNote"}), zammad({internal: true})];
  for (const note of notes) {
    assert.equal(note.kind, "internal");
    assert.equal(note.facts, undefined);
    assert.deepEqual(amends("check", note).result.notes, []);
  }
});

const kChannels = [
  ["email", zendesk({"ticket.via.channel": "web"})],
  ["email", zendesk({"ticket.via.channel": "voice"})],
  ["email", zendesk({"ticket.via.channel": undefined})],
  ["chat", zendesk({"ticket.via.channel": "native_messaging"})],
  ["chat", zendesk({"ticket.via.channel": "whatsapp"})],
  ["chat", zendesk({"ticket.comment.type": "facebookPrivateMessage"})],
  ["public", zendesk({"ticket.comment.type": "twitterReply"})],
  ["email", freshdesk({source: 3})],
  ["chat", freshdesk({source: 7})],
  ["public", freshdesk({source: 6})],
  ["chat", front("frontChat")],
  ["chat", front("twitterDm")],
  ["public", front("twitter")],
  ["public", front("googlePlay")],
  ["email", front("custom")],
  ["phone", zammad({type: "phone"})],
  ["chat", zammad({type: "telegram personal-message"})],
  ["public", zammad({type: "facebook feed comment"})],
  ["chat", fromHelpScout(change("helpscout", (payload) => {
    payload.conversation.type = "chat";
  }))],
];

test("how a reply goes out", () => {
  kChannels.forEach(([channel, record], row) =>
    assert.equal(record.channel, channel, `row ${row}`));
});

test("freshdesk: a ticket that the desk opened begins with an agent's turn", () => {
  const record = freshdesk({source: 10});
  assert.equal(record.context[0].role, "agent");
  assert.equal(record.facts.first_reply, false);
});

test("without the thread nothing is said about a first reply", () => {
  const record = fromFreshdesk({...fixture("freshdesk"), conversations: undefined});
  assert.equal(record.context, undefined);
  assert.equal(record.facts, undefined);
});

const kWords = [
  ["Hello&nbsp;there", "Hello there"],
  ["<p>One</p><p>Two</p>", "One\n\nTwo"],
  ["One<br>Two<br/>Three", "One\nTwo\nThree"],
  ["<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo"],
  ["It cost 3 < 4 &amp; 5 &gt; 4 &#8211; &#x2019;s &unknown;",
   "It cost 3 < 4 & 5 > 4 – ’s &unknown;"],
  ["<style>p { color: red }</style><script>if (a < b) c();</script>Seen", "Seen"],
  ["<!-- <p>not this</p> -->This", "This"],
  ["New<blockquote>old<blockquote>older</blockquote></blockquote>below", "Newbelow"],
  ["  spread \n over\tlines ", "spread over lines"],
  ["Cut <b", "Cut"],
  ["&#0;&#x110000;a", "a"],
];

test("beside a draft in plain text, the thread's HTML is read as text", () => {
  for (const [html, text] of kWords) {
    const record = fromFront({
      conversation: {id: "c", type: "email"}, draft: {content: {type: "text", body: "Hello."}},
      messages: [{status: "inbound", content: {type: "html", body: html}}]});
    assert.equal(record.context[0].text, text, html);
  }
});

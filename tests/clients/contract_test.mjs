// What a plug-in may count on, of the client and of any server that keeps the contract. With
// AMENDS_URL (and AMENDS_TOKEN) set it asks that server, else one of its own.
import assert from "node:assert/strict";
import {after, before, test} from "node:test";

import {Amends, AmendsError} from "../../clients/javascript/amends.js";
import {PresendServer} from "./presend_server.mjs";

const kComplaint = [{role: "customer", text: "The lamp came broken and nobody answers me."}];
const kHeld = {id: "t-1", context: kComplaint,
               text: "We're sorry if you felt let down, but it's our policy not to refund."};
const kDoubtful = {context: kComplaint,
                   text: "We're sorry that we sent you a broken lamp: that was our mistake. " +
                         "A new one left this morning and is with you on Friday."};
const kFine = {text: "Thank you, your invoice is attached.",
               context: [{role: "customer", text: "Could you send me the invoice, please?"}]};

let own;
let amends;

before(async () => {
  own = process.env.AMENDS_URL ? undefined : await new PresendServer({token: "t0k"}).start();
  amends = new Amends({url: process.env.AMENDS_URL ?? own.url,
                       token: process.env.AMENDS_URL ? process.env.AMENDS_TOKEN : "t0k",
                       timeout: 20000});
});

after(() => own?.stop());

test("check gives a result with the record's id", async () => {
  const result = await amends.check(kHeld);
  assert.equal(result.schema, 1);
  assert.equal(result.id, "t-1");
  assert.equal(result.verdict, "block");
  assert.ok(result.findings.some(({rule}) => rule === "fake-apology/but"));
});

test("coach gives an object with a score", async () => {
  assert.equal(typeof (await amends.coach(kHeld)).score, "number");
});

test("a fine draft may be sent, without a token", async () => {
  const answer = await amends.presend(kFine);
  assert.equal(answer.decision, "send");
  assert.equal(answer.verdict, "pass");
  assert.equal("override_token" in answer, false);
});

test("a blocking finding holds the draft and says why", async () => {
  const answer = await amends.presend(kHeld);
  assert.equal(answer.decision, "hold");
  assert.equal(answer.verdict, "block");
  assert.ok(answer.reason.length > 0);
  assert.ok(answer.findings.length > 0);
  assert.ok(answer.override_token.length > 0);
});

test("a warning asks for confirmation", async () => {
  const answer = await amends.presend(kDoubtful);
  assert.equal(answer.verdict, "warn");
  assert.equal(answer.decision, "confirm");
});

test("a token sends a held draft with a reason, once", async () => {
  const {override_token: token} = await amends.presend(kHeld);
  const override = {token, reason: "The customer asked for exactly this."};
  const answer = await amends.presend(kHeld, override);
  assert.equal(answer.overridden, true);
  assert.equal(answer.decision, "send");
  await assert.rejects(amends.presend(kHeld, override), refusedOverride);
});

test("a token is for its own draft only", async () => {
  const {override_token: token} = await amends.presend(kHeld);
  const other = {...kHeld, text: `${kHeld.text} Goodbye.`};
  await assert.rejects(amends.presend(other, {token, reason: "Try."}), refusedOverride);
});

test("a record that cannot be read is an error that says where", async () => {
  await assert.rejects(amends.check({id: "no text"}), (error) => {
    assert.ok(error instanceof AmendsError);
    assert.equal(error.status, 422);
    assert.equal(error.code, "record");
    return true;
  });
});

test("askBeforeSend goes the whole way to a recorded override", async () => {
  const seen = [];
  const outcome = await amends.askBeforeSend(kHeld, {
    hold: (answer) => (seen.push(answer.decision), "The customer asked for exactly this.")});
  assert.deepEqual(seen, ["hold"]);
  assert.equal(outcome.send, true);
  assert.equal(outcome.overridden, true);
  assert.equal(outcome.checked, true);
});

function refusedOverride(error) {
  assert.ok(error instanceof AmendsError);
  assert.equal(error.status, 409);
  assert.equal(error.code, "override");
  return true;
}

// The shell script in place of sendmail: what is sent, what is kept, and what it says.
import assert from "node:assert/strict";
import {execFile} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync}
  from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {after, afterEach, before, test} from "node:test";

import {command, root} from "./amends_command.mjs";
import {PresendServer} from "./presend_server.mjs";

const kScript = join(root, "clients/shell/ask-before-send");
const kHeader = "From: sam@example.com\nTo: ada@example.com\nSubject: Your lamp\n";
const kFine = `${kHeader}\nDear Ms Fairweather,\n\nThank you, the invoice is attached.\n`;
const kHurts = `${kHeader}\nDear Ms Fairweather,\n\nWe're sorry if you felt let down, but ` +
               "it's our policy not to refund.\n";
const kWhy = "Amends-Override: She asked for\n exactly this.\n";

let folder;
let server;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "ask-before-send-"));
  mkdirSync(join(folder, "bin"));
  symlinkSync(command, join(folder, "bin/amends"));
  writeFileSync(join(folder, "sendmail"),
                `#!/bin/sh\ncat > "${folder}/sent"\nprintf '%s\\n' "$@" > "${folder}/arguments"\n` +
                "exit ${SENDMAIL_EXIT:-0}\n", {mode: 0o755});
  server = await new PresendServer({token: "t0k"}).start();
});

after(async () => {
  await server.stop();
  rmSync(folder, {recursive: true});
});

afterEach(() => {
  for (const name of ["sent", "arguments"]) rmSync(join(folder, name), {force: true});
  server.questions.length = server.overrides.length = server.next.length = 0;
});

/** Runs the script on a mail: exit code, what sendmail got (nothing: undefined), what it said. */
function ask(mail, {environment = {}, path = `${folder}/bin:${process.env.PATH}`} = {}) {
  return new Promise((resolve) => {
    const child = execFile(kScript, ["-oi", "--", "ada@example.com"], {
      cwd: folder,
      env: {PATH: path, HOME: folder, AMENDS_SENDMAIL: join(folder, "sendmail"), ...environment},
    }, (error, _, said) => resolve({code: error ? error.code : 0, said, ...sent()}));
    child.stdin.on("error", () => {});  // It need not have read all before it ends.
    child.stdin.end(mail);
  });
}

function sent() {
  const read = (name) => readFileSync(join(folder, name), "utf8");
  if (!existsSync(join(folder, "sent"))) return {};
  return {sent: read("sent"), passed: read("arguments").trim().split("\n")};
}

const withServer = (more = {}) => ({environment: {
  AMENDS_URL: server.url, AMENDS_TOKEN: "t0k", AMENDS_TIMEOUT: "20", ...more}});

for (const [place, options] of [["here", () => ({})], ["by a server", withServer]]) {
  test(`${place}: a fine mail is sent as it came, with the arguments`, async () => {
    const {code, said, ...mail} = await ask(kFine, options());
    assert.deepEqual([code, said], [0, ""]);
    assert.deepEqual(mail, {sent: kFine, passed: ["-oi", "--", "ada@example.com"]});
  });

  test(`${place}: a mail that hurts is kept, and what to do is said`, async () => {
    const {code, said, sent} = await ask(kHurts, options());
    assert.equal(code, 77);
    assert.equal(sent, undefined);
    assert.match(said, /not sent\. .*takes the apology back/);
    assert.match(said, /add a header: {2}Amends-Override:/);
  });

  test(`${place}: with a reason it is sent, without the header that has it`, async () => {
    const {code, sent} = await ask(kWhy + kHurts, options());
    assert.equal(code, 0);
    assert.equal(sent, kHurts);
  });
}

test("by a server: the question is the text of the mail, with the token", async () => {
  await ask(kFine, withServer());
  const [question] = server.questions;
  assert.equal(question.path, "/v1/presend");
  assert.equal(question.headers.authorization, "Bearer t0k");
  assert.deepEqual(JSON.parse(question.text), {
    channel: "email", text: kFine.slice(kHeader.length + 1)});
});

test("by a server: a reason is recorded there", async () => {
  await ask(kWhy + kHurts, withServer());
  assert.deepEqual(server.overrides.map(({reason}) => reason), ["She asked for exactly this."]);
});

test("by a server: a reason that it does not take keeps the mail", async () => {
  const hold = {decision: "hold", reason: "No.", findings: [], override_token: "t"};
  for (const second of [{status: 409, body: {error: {code: "override", message: "Used up."}}},
                        {drop: true}, {status: 200, body: hold}]) {
    server.next = [{status: 200, body: hold}, second];
    const {code, sent} = await ask(kWhy + kHurts, withServer());
    assert.deepEqual([code, sent], [77, undefined]);
  }
});

const kUnchecked = {
  "a server that breaks off": {next: {drop: true}},
  "a server that is full": {next: {
    status: 503, body: {error: {code: "busy", message: "Too much to do."}}},
    says: /Too much to do/},
  "a token that is wrong": {environment: {AMENDS_TOKEN: "other"}, says: /asks for a token/},
  "a page in place of an answer": {next: {status: 200, body: "<html>"}},
  "a mail in several parts": {mail: kFine.replace(
    "\n\n", '\nContent-Type: multipart/mixed; boundary="b"\n\n'), says: /more than plain text/},
  "a mail that is encoded": {mail: kFine.replace(
    "\n\n", "\nContent-Transfer-Encoding: base64\n\n"), says: /more than plain text/},
};

for (const [name, {next, environment, mail = kFine, says = /not checked/}]
     of Object.entries(kUnchecked)) {
  test(`open, the default, sends and says so: ${name}`, async () => {
    if (next) server.next = [next];
    const {code, said, sent} = await ask(mail, withServer(environment));
    assert.deepEqual([code, sent], [0, mail]);
    assert.match(said, /not checked, sent as it is/);
    assert.match(said, says);
  });

  test(`closed keeps: ${name}`, async () => {
    if (next) server.next = [next];
    const {code, sent} = await ask(mail, withServer({...environment, AMENDS_FAIL: "closed"}));
    assert.deepEqual([code, sent], [75, undefined]);
  });
}

test("here: every mail that amends reads is checked", async () => {
  const text = Buffer.from(kHurts.slice(kHeader.length + 1));
  const encoded = `${kHeader}MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n` +
                  `Content-Transfer-Encoding: base64\n\n${text.toString("base64")}\n`;
  assert.equal((await ask(encoded)).code, 77);
});

test("here: without the command a mail is not checked", async () => {
  const {code, said, sent} = await ask(kHurts, {path: process.env.PATH});
  assert.deepEqual([code, sent], [0, kHurts]);
  assert.match(said, /amends check did not run/);
});

test("what sendmail answers is passed on", async () => {
  assert.equal((await ask(kFine, {environment: {SENDMAIL_EXIT: "68"}})).code, 68);
});

test("a setting that is wrong sends nothing", async () => {
  const {code, sent} = await ask(kFine, {environment: {AMENDS_FAIL: "ajar"}});
  assert.deepEqual([code, sent], [64, undefined]);
});

test("line ends and bytes stay as they came", async () => {
  const mail = kFine.replaceAll("\n", "\r\n").replace("Dear", "Désolé €") + "\r\n\r\n";
  assert.equal((await ask(mail)).sent, mail);
});

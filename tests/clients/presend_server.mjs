// A small server that keeps the contract of /v1/presend, /v1/check and /v1/coach and leaves the
// judgement to the built command. `next` makes it answer the next question otherwise.
import {createHash, randomBytes, timingSafeEqual} from "node:crypto";
import {createServer} from "node:http";

import {amends} from "./amends_command.mjs";

const kDecisions = {pass: "send", warn: "confirm", block: "hold"};

export class PresendServer {
  /** What came in: path, headers and parsed body of each question. */
  questions = [];
  /** Overrides as the server keeps them. */
  overrides = [];
  /** Answers for the next questions in place of its own: {status, headers, body, delay, drop}. */
  next = [];
  #tokens = new Map();

  /** @param {{token?: string}} [options] `token`: the bearer token it asks for. */
  constructor({token} = {}) {
    this.token = token;
    this.server = createServer((request, response) => this.#answer(request, response));
  }

  async start() {
    await new Promise((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    this.url = `http://127.0.0.1:${this.server.address().port}`;
    return this;
  }

  async stop() {
    this.server.closeAllConnections?.();
    await new Promise((resolve) => this.server.close(resolve));
  }

  async #answer(request, response) {
    let text = "";
    request.setEncoding("utf8");
    for await (const piece of request) text += piece;
    this.questions.push({path: request.url, method: request.method, headers: request.headers,
                         text});
    let made = this.next.shift();
    try {
      made ??= this.#judge(request, text);
    } catch (error) {
      made = failed(500, "server", error.message);
    }
    if (made.drop) return request.socket.destroy();
    if (made.delay) await new Promise((resolve) => setTimeout(resolve, made.delay).unref());
    response.writeHead(made.status, {"Content-Type": "application/json", ...made.headers});
    response.end(typeof made.body === "string" ? made.body : JSON.stringify(made.body));
  }

  #judge(request, text) {
    if (this.token && !same(request.headers.authorization, `Bearer ${this.token}`)) {
      return failed(401, "unauthorized", "This server asks for a token.");
    }
    let record;
    try {
      record = JSON.parse(text);
    } catch {
      return failed(400, "json", "The body is not JSON.");
    }
    if (typeof record?.text !== "string") {
      return failed(422, "record", "text is missing.", "/text");
    }
    const {override, ...draft} = record;
    switch (request.url) {
      case "/v1/check": return {status: 200, body: amends("check", draft).result};
      case "/v1/coach": return {status: 200, body: amends("coach", draft).result};
      case "/v1/presend": return this.#presend(draft, override);
      default: return failed(404, "path", "There is nothing here.");
    }
  }

  #presend(draft, override) {
    const {verdict, findings} = amends("check", draft).result;
    const decision = kDecisions[verdict];
    const reason = findings[0]?.message ?? "Nothing stands against sending it.";
    const digest = createHash("sha256").update(draft.text).digest("hex");
    const answer = {decision, reason, verdict, findings};
    if (override) {
      if (this.#tokens.get(override.token) !== digest) {
        return failed(409, "override", "This token is not for this draft, or not any more.");
      }
      this.#tokens.delete(override.token);
      this.overrides.push({reason: override.reason, rules: findings.map(({rule}) => rule)});
      return {status: 200, body: {...answer, decision: "send", overridden: true}};
    }
    if (decision === "send") return {status: 200, body: answer};
    const token = randomBytes(16).toString("hex");
    this.#tokens.set(token, digest);
    return {status: 200, body: {...answer, override_token: token}};
  }
}

function failed(status, code, message, pointer) {
  return {status, body: {error: {code, message, ...(pointer ? {pointer} : {})}}};
}

function same(given = "", wanted) {
  const [a, b] = [given, wanted].map((text) => createHash("sha256").update(text).digest());
  return timingSafeEqual(a, b);
}

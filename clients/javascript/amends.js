/**
 * Asks an Amends server about a reply before it is sent. Works in browsers and in Node 18 and
 * later, needs nothing else, keeps nothing, logs nothing, and asks no question twice by itself.
 * docs/presend.md tells how to plug it into a helpdesk.
 */

/**
 * A draft with what is known about it; docs/formats.md has every key. Only `text` is required.
 * @typedef {{text: string, id?: string|number, channel?: string, kind?: string, format?: string,
 *   now?: string, extent?: string, facts?: object,
 *   context?: {role: "customer"|"agent", text: string, at?: string}[]}} Draft
 */

/**
 * What the server says about sending a draft.
 * @typedef {{decision: "send"|"confirm"|"hold", reason: string,
 *   verdict: "pass"|"warn"|"block", findings: object[], override_token?: string,
 *   overridden?: boolean}} Answer
 */

/**
 * What `askBeforeSend` came to.
 * - `send`: whether to let the draft go.
 * - `checked`: false if no decision could be had; then `send` follows `onFailure`, and `error`
 *   has the cause.
 * - `decision`, `findings`: as the server gave them; absent and empty if it gave none.
 * - `reason`: a sentence that can be shown to the agent.
 * - `overridden`: the draft was held, and goes out with a reason that the server has recorded.
 * @typedef {{send: boolean, checked: boolean, decision?: "send"|"confirm"|"hold",
 *   reason: string, findings: object[], overridden: boolean, error?: AmendsError}} Outcome
 */

/** Everything that can go wrong between you and the server. No word of a draft is put into it. */
export class AmendsError extends Error {
  /**
   * @param {string} message
   * @param {{code: string, status?: number, pointer?: string, retryAfter?: number}} detail
   */
  constructor(message, {code, status, pointer, retryAfter}) {
    super(message);
    this.name = "AmendsError";
    /**
     * The server's code, or one of ours: `network` (no connection), `timeout`, `answer` (not
     * what an Amends server answers).
     */
    this.code = code;
    /** The HTTP status, if there was an answer. */
    this.status = status;
    /** Where in the draft's record the problem is, as a JSON pointer. */
    this.pointer = pointer;
    /** Seconds after which asking again may help. */
    this.retryAfter = retryAfter;
  }
}

const kDecisions = ["send", "confirm", "hold"];

/** A client of one server. It may be shared. */
export class Amends {
  #url;
  #token;
  #timeout;
  #onFailure;
  #fetch;

  /**
   * @param {{url: string, token?: string, timeout?: number, onFailure?: "open"|"closed",
   *   fetch?: typeof fetch}} options
   *   `url`: of the server, such as `http://127.0.0.1:8090`. `timeout`: milliseconds for a
   *   question with its answer (3000). `onFailure`: whether `askBeforeSend` lets a draft go
   *   that could not be checked (`open`) or keeps it (`closed`). `fetch`: one of your own.
   */
  constructor({url, token, timeout = 3000, onFailure = "open", fetch = globalThis.fetch}) {
    if (onFailure !== "open" && onFailure !== "closed") {
      throw new TypeError('onFailure must be "open" or "closed"');
    }
    this.#url = String(new URL(url)).replace(/\/+$/, "");
    this.#token = token;
    this.#timeout = timeout;
    this.#onFailure = onFailure;
    this.#fetch = (...request) => fetch(...request);
  }

  /**
   * The findings in a draft: a result as docs/check.md has it.
   * @param {Draft} draft
   * @returns {Promise<object>}
   * @throws {AmendsError}
   */
  check(draft) {
    return this.#post("/v1/check", draft);
  }

  /**
   * What is good in a draft, what is missing, and what helps most.
   * @param {Draft} draft
   * @returns {Promise<object>}
   * @throws {AmendsError}
   */
  coach(draft) {
    return this.#post("/v1/coach", draft);
  }

  /**
   * Whether a draft may be sent. With `override` a held draft is sent all the same; the server
   * records the reason. A token that is wrong, used, expired or for another draft is an error
   * with code `override`.
   * @param {Draft} draft
   * @param {{token: string, reason: string}} [override]
   * @returns {Promise<Answer>}
   * @throws {AmendsError}
   */
  async presend(draft, override) {
    const answer = await this.#post("/v1/presend", override ? {...draft, override} : draft);
    if (!kDecisions.includes(answer.decision)) {
      throw new AmendsError("The answer has no decision.", {code: "answer", status: 200});
    }
    return answer;
  }

  /**
   * Asks the server, and where the server says so the agent. Never rejects because of the
   * server: what could not be checked is sent or kept as `onFailure` says. Once a draft is
   * known to be held, only a reason that the server has recorded lets it go.
   * @param {Draft|null} draft null, as of a ticket that is saved without a reply, is sent.
   * @param {{confirm?: (answer: Answer) => boolean|Promise<boolean>,
   *   hold?: (answer: Answer) => string|null|undefined|Promise<string|null|undefined>}} [ask]
   *   `confirm`: ask whether to send a draft with warnings; without it, it is not sent.
   *   `hold`: show why a draft is held, and return the reason for sending it all the same, or
   *   nothing; without it, it is not sent.
   * @returns {Promise<Outcome>}
   */
  async askBeforeSend(draft, {confirm, hold} = {}) {
    if (!draft) {
      return {send: true, checked: true, decision: "send", reason: "There is no reply to check.",
              findings: [], overridden: false};
    }
    let answer;
    try {
      answer = await this.presend(draft);
    } catch (error) {
      return this.#unchecked(error);
    }
    const outcome = {send: false, checked: true, decision: answer.decision,
                     reason: answer.reason ?? "", findings: answer.findings ?? [],
                     overridden: false};
    if (answer.decision === "send") return {...outcome, send: true};
    if (answer.decision === "confirm") {
      return {...outcome, send: confirm ? (await confirm(answer)) === true : false};
    }
    const reason = hold ? ((await hold(answer)) ?? "").trim() : "";
    if (!reason || !answer.override_token) return outcome;
    return this.#override(draft, {token: answer.override_token, reason}, outcome);
  }

  async #override(draft, override, outcome) {
    try {
      const answer = await this.presend(draft, override);
      if (answer.overridden === true) return {...outcome, send: true, overridden: true};
      return outcome;
    } catch (error) {
      if (!(error instanceof AmendsError)) throw error;
      return {...outcome, error, reason: `Your reason was not recorded: ${error.message}`};
    }
  }

  #unchecked(error) {
    if (!(error instanceof AmendsError)) throw error;
    const send = this.#onFailure === "open";
    return {send, checked: false, findings: [], overridden: false, error,
            reason: `This reply was not checked (${error.message}) and ` +
                    (send ? "goes out as it is." : "is kept.")};
  }

  /** Posts a value and gives the object that comes back. */
  async #post(path, value) {
    const body = JSON.stringify(value);
    const clock = new AbortController();
    const timer = setTimeout(() => clock.abort(), this.#timeout);
    try {
      const response = await this.#fetch(this.#url + path, {
        method: "POST", body, headers: this.#headers(), signal: clock.signal, cache: "no-store",
        credentials: "omit", redirect: "error", referrerPolicy: "no-referrer"});
      const answer = parsed(await response.text());
      if (!response.ok) throw refusal(response, answer);
      if (!isObject(answer)) {
        throw new AmendsError("The answer is not a JSON object.",
                              {code: "answer", status: response.status});
      }
      return answer;
    } catch (error) {
      if (error instanceof AmendsError) throw error;
      throw clock.signal.aborted
        ? new AmendsError(`No answer within ${this.#timeout} ms.`, {code: "timeout"})
        : new AmendsError("The server cannot be reached.", {code: "network"});
    } finally {
      clearTimeout(timer);
    }
  }

  #headers() {
    const headers = {"Content-Type": "application/json", Accept: "application/json"};
    if (this.#token) headers.Authorization = `Bearer ${this.#token}`;
    return headers;
  }
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The error that an answer of 300 and above stands for, whoever on the way gave it. */
function refusal(response, answer) {
  const told = isObject(answer) && isObject(answer.error) ? answer.error : {};
  return new AmendsError(
    typeof told.message === "string" ? told.message : `The server answered ${response.status}.`,
    {code: typeof told.code === "string" ? told.code : "answer", status: response.status,
     pointer: typeof told.pointer === "string" ? told.pointer : undefined,
     retryAfter: seconds(response.headers.get("Retry-After"))});
}

/** A Retry-After header, seconds or a date, as seconds from now. */
function seconds(header) {
  if (!header) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - Date.now()) / 1000));
}

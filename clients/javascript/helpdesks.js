/**
 * What a helpdesk hands out at the moment of sending, as a record for Amends: the draft, the
 * messages before it that the customer can see, how it goes out, the number of the ticket.
 * Notes among colleagues, automatic messages and other drafts are left out. Each function
 * returns null where there is no reply in the payload, and changes nothing in it.
 * `now` is the time of writing. docs/presend.md says where each payload comes from.
 */

/** What to ask of Zendesk's `client.get` for `fromZendesk`. */
export const ZENDESK_PATHS = [
  "ticket.id", "ticket.via.channel", "ticket.comment.text", "ticket.comment.type",
  "ticket.comment.useRichText", "ticket.conversation"];

/**
 * Zendesk: the answer of `client.get(ZENDESK_PATHS)`. A private note becomes a record of kind
 * `internal`.
 * @param {object} data
 * @param {Date} [now]
 * @returns {import("./amends.js").Draft|null}
 */
export function fromZendesk(data, now = new Date()) {
  const type = data["ticket.comment.type"];
  const text = data["ticket.comment.text"];
  return record({
    now,
    id: data["ticket.id"],
    channel: kZendeskComments[type] ?? channelOf(data["ticket.via.channel"]),
    kind: type === "internalNote" ? "internal" : "reply",
    text, html: data["ticket.comment.useRichText"] ?? looksLikeHtml(text),
    turns: data["ticket.conversation"]?.filter(
        (event) => event.channel?.name !== "internal").map((event) => ({
      role: roleOf(event.author?.role, ["end-user"], ["agent", "admin"]),
      text: event.message?.content,
      html: event.message?.contentType === "text/html",
      at: event.timestamp})),
  });
}

const kZendeskComments = {twitterReply: "public", facebookWallReply: "public",
                          twitterDirectMessage: "chat", facebookPrivateMessage: "chat"};

/**
 * Freshdesk: `reply` is `event.helper.getData()` of `ticket.sendReply`, `ticket` that of
 * `client.data.get("ticket")`, `conversations` the list that the REST API gives of the ticket.
 * A reply without a `body` is an error: this event always has one.
 * @param {{reply: object, ticket: object, conversations?: object[]}} data
 * @param {Date} [now]
 * @returns {import("./amends.js").Draft|null}
 * @throws {TypeError}
 */
export function fromFreshdesk({reply, ticket, conversations}, now = new Date()) {
  if (typeof reply?.body !== "string") throw new TypeError("sendReply without a body");
  const opening = {
    role: ticket.source === kFreshdeskOutbound ? "agent" : "customer",
    text: ticket.description ?? ticket.description_text, html: ticket.description !== undefined,
    at: ticket.created_at};
  return record({
    now,
    id: ticket.id,
    channel: kFreshdeskSources[ticket.source] ?? "email",
    text: reply.body, html: true,
    turns: conversations && [opening, ...conversations.filter((one) => !one.private).map(
        (one) => ({role: one.incoming ? "customer" : "agent", text: one.body ?? one.body_text,
                   html: one.body !== undefined, at: one.created_at}))],
  });
}

const kFreshdeskOutbound = 10;
/** Tickets that are answered otherwise than by e-mail. */
const kFreshdeskSources = {5: "public", 6: "public", 7: "chat"};

/**
 * Front: `conversation` of the plugin's context, `draft` from `context.fetchDraft`, `messages`
 * the results of `context.listMessages`. Comments among colleagues are not among them.
 * @param {{conversation: object, draft: object|undefined, messages?: object[]}} data
 * @param {Date} [now]
 * @returns {import("./amends.js").Draft|null}
 */
export function fromFront({conversation, draft, messages}, now = new Date()) {
  return record({
    now,
    id: conversation.id,
    channel: channelOf(draft?.channel?.type ?? conversation.type),
    text: draft?.content?.body, html: draft?.content?.type === "html",
    turns: messages?.map((message) => ({
      role: roleOf(message.status, ["inbound"], ["outbound"]),
      text: message.content?.body, html: message.content?.type === "html", at: message.date})),
  });
}

/**
 * Zammad: `articles` as listed for the ticket, `draft` the `new_article` of its shared draft.
 * Of a webhook give `{ticket, article}`: the article is then the draft, and already sent.
 * @param {{ticket: object, draft?: object, article?: object, articles?: object[]}} data
 * @param {Date} [now]
 * @returns {import("./amends.js").Draft|null}
 */
export function fromZammad({ticket, draft, article, articles}, now = new Date()) {
  const own = draft ?? article ?? {};
  if (roleOfArticle(own) !== "agent") return null;
  return record({
    now,
    id: ticket.id,
    channel: channelOf(own.type),
    kind: own.internal ? "internal" : "reply",
    text: own.body, html: own.content_type === "text/html",
    turns: articles?.filter((one) => !one.internal && one.id !== article?.id).map((one) => ({
      role: roleOfArticle(one), text: one.body, html: one.content_type === "text/html",
      at: one.created_at})),
  });
}

function roleOfArticle({sender, sender_id}) {
  return roleOf(sender ?? kZammadSenders[sender_id], ["Customer"], ["Agent"]);
}

const kZammadSenders = {1: "Agent", 2: "Customer", 3: "System"};

/**
 * Help Scout: a conversation, and its threads as the Mailbox API lists them. The draft is the
 * newest reply in state `draft`.
 * @param {{conversation: object, threads?: object[]}} data
 * @param {Date} [now]
 * @returns {import("./amends.js").Draft|null}
 */
export function fromHelpScout({conversation, threads}, now = new Date()) {
  threads ??= conversation._embedded?.threads ?? [];
  const replies = threads.filter((thread) => kHelpScoutReplies.includes(thread.type));
  const drafts = replies.filter((thread) => thread.state === "draft");
  const draft = drafts.reduce((newest, thread) =>
    !newest || time(thread.createdAt) > time(newest.createdAt) ? thread : newest, undefined);
  return record({
    now,
    id: conversation.id,
    channel: conversation.type === "chat" ? "chat" : "email",
    text: draft?.body, html: true,
    turns: replies.filter((thread) => thread.state === "published").map((thread) => ({
      role: roleOf(thread.createdBy?.type, ["customer"], ["user"]),
      text: thread.body, html: true, at: thread.createdAt})),
  });
}

const kHelpScoutReplies = ["customer", "message", "chat", "phone"];

/** Puts a record together, the thread in the order of time. */
function record({id, channel, kind = "reply", text, html, turns, now}) {
  if (!text || !words(text, html)) return null;
  const draft = {channel, kind, format: html ? "html" : "text", now: now.toISOString(), text};
  if (id !== undefined && id !== null) draft.id = String(id);
  if (!turns) return draft;
  // Turns with tags in them are read as HTML in a record of HTML, and only there.
  draft.context = turns
    .filter((turn) => turn.role && turn.text && words(turn.text, turn.html))
    .map(({role, text: said, html: tagged, at}) => ({
      role, text: html && tagged ? said : words(said, tagged), at: time(at)}))
    .sort((a, b) => a.at - b.at || 0)
    .map(({at, ...turn}) =>
      Number.isNaN(at) ? turn : {...turn, at: new Date(at).toISOString()});
  if (kind === "reply") {
    draft.facts = {first_reply: !draft.context.some((turn) => turn.role === "agent")};
  }
  return draft;
}

/** How a reply goes out, by the name a helpdesk has for the way; e-mail where none tells. */
function channelOf(name) {
  const way = String(name ?? "").toLowerCase();
  if (way === "phone") return "phone";
  if (kChats.test(way)) return "chat";
  return kPublic.test(way) ? "public" : "email";
}

const kChats =
  /direct|messag|chat|whatsapp|telegram|sms|twilio|smooch|intercom|viber|dm$|^line$/;
const kPublic = /twitter|tweet|facebook|googleplay|instagram/;

function roleOf(name, customers, agents) {
  if (customers.includes(name)) return "customer";
  return agents.includes(name) ? "agent" : undefined;
}

/** Milliseconds of a Date, of seconds since 1970, or of a text; NaN if there is none. */
function time(at) {
  return new Date(typeof at === "number" ? at * 1000 : at ?? NaN).getTime();
}

function looksLikeHtml(text) {
  return /<\/?(p|div|br|span|ul|ol|li|a|b|i|strong|em)\b[^<>]*>/i.test(text ?? "");
}

const kLines = /^(br|div|li|tr|ul|ol|table)$/;
const kParagraphs = /^(p|h[1-6])$/;
const kUnseen = /^(script|style|head)$/;

/** The words of a text. Of HTML what a reader sees, without what is quoted in it. */
function words(text, html) {
  if (!html) return text.trim();
  const lower = text.toLowerCase();
  let seen = "";
  let quoted = 0;
  for (let at = 0; at < text.length;) {
    const tag = /^<(\/?)([a-z][a-z0-9]*)|^<!--/.exec(lower.slice(at, at + 16));
    const next = tag ? at : text.indexOf("<", at + 1);
    if (!tag) {
      const end = next < 0 ? text.length : next;
      if (!quoted) seen += text.slice(at, end).replace(/\s+/g, " ");
      at = end;
      continue;
    }
    const [, closing, name] = tag;
    const end = !name ? "-->" : kUnseen.test(name) && !closing ? `</${name}` : ">";
    const found = lower.indexOf(end, at + 1);
    if (found < 0) break;
    at = found + (end === ">" || !name ? end.length : 0);
    if (name === "blockquote") quoted = Math.max(0, quoted + (closing ? -1 : 1));
    if (kLines.test(name)) seen += "\n";
    if (kParagraphs.test(name)) seen += "\n\n";
  }
  return seen.replace(/&(#\d+|#x[\da-f]+|\w+);/gi, character).replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n").replace(/\n{3,}/g, "\n\n").trim();
}

const kCharacters = {amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", rsquo: "’",
                     lsquo: "‘", rdquo: "”", ldquo: "“", ndash: "–", mdash: "—",
                     hellip: "…", pound: "£", euro: "€"};

function character(reference, name) {
  if (name[0] !== "#") return kCharacters[name.toLowerCase()] ?? reference;
  const hex = /^#x/i.test(name);
  const code = parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

// Asks the service. An answer is {ok: true, data} or {ok: false, why, message, seconds}: `why` is
// 'gone' (nobody answers), 'busy' (try again in `seconds`), 'token' (one is needed) or 'refused' (the
// request itself; `message` says why, `code` is the service’s word for it).

const patience = 20_000;  // milliseconds

// What went wrong, as the service says it; a proxy in between may say nothing that can be read.
async function failureOf(response) {
  const error = (await response.json().catch(() => ({}))).error ?? {};
  const message = error.message ?? `The service answers with ${response.status}.`;
  const seconds = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  if (response.status === 401) return {ok: false, why: 'token', message};
  if (response.status === 429 || response.status === 503) {
    return {ok: false, why: 'busy', message, seconds: Number.isFinite(seconds) ? seconds : 2};
  }
  if (response.status >= 500) return {ok: false, why: 'gone', message};
  return {ok: false, why: 'refused', code: error.code ?? '', message};
}

// `token()` is the token to send, or empty.
export function createClient({token, fetch = globalThis.fetch.bind(globalThis)}) {
  async function request(path, options, read) {
    const headers = {...options.headers, ...(token() ? {Authorization: `Bearer ${token()}`} : {})};
    try {
      const response = await fetch(path, {...options, headers, signal: AbortSignal.timeout(patience)});
      return response.ok ? {ok: true, data: await read(response)} : failureOf(response);
    } catch {
      return {ok: false, why: 'gone', message: ''};
    }
  }
  const json = (response) => response.json();
  const sending = (body) => ({
    method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)});
  return {
    get: (path) => request(path, {}, json),
    delete: (path) => request(path, {method: 'DELETE'}, json),
    post: (path, body) => request(path, sending(body), json),
    postForText: (path, body) => request(path, sending(body), (response) => response.text()),
  };
}

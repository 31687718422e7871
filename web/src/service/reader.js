// Has the draft read while it is being written: soon after a pause, at the latest after a while of
// typing, one request at a time. An answer about a draft that has changed since is dropped.

const pause = 300;        // milliseconds without a change before the draft is read
const longest = 1500;     // and of changes without one
const firstRetry = 1000;  // where nobody answers; doubled each time
const lastRetry = 15_000;

// `draft()` is what to send; null if there is nothing to read. `ask(path, body)` is the client's post.
// `tell` is told: nothing(), reading(), checked(result, draft), coached(coaching, draft), failed(answer, seconds),
// `seconds` being when it is tried again, 0 if it is not.
export function createReader({draft, ask, tell}) {
  let version = 0;      // of the draft
  let answered = 0;     // the version that both answers were about
  let since = 0;        // when the first change came that has not been read
  let tries = 0;        // without an answer
  let waiting = false;  // for the time to try again, or for a token
  let busy = false;
  let timer;

  const isStale = (asked) => asked !== version;

  function plan(delay) {
    clearTimeout(timer);
    timer = setTimeout(run, delay);
  }

  function fail(answer) {
    const again = {gone: Math.min(firstRetry * 2 ** tries, lastRetry), busy: (answer.seconds ?? 0) * 1000};
    const delay = again[answer.why];
    tries += 1;
    waiting = answer.why !== 'refused';
    tell.failed(answer, delay === undefined ? 0 : Math.max(delay, pause) / 1000);
    if (delay !== undefined) plan(Math.max(delay, pause));
  }

  // Whether all went well.
  async function readOnce(asked, body) {
    for (const [path, told] of [['/v1/check', tell.checked], ['/v1/coach', tell.coached]]) {
      const answer = await ask(path, body);
      if (!answer.ok) {
        fail(answer);
        return false;
      }
      tries = 0;
      waiting = false;
      if (isStale(asked)) return true;
      told(answer.data, body);
    }
    answered = asked;
    return true;
  }

  async function run() {
    if (busy) return;
    const asked = version;
    const body = draft();
    since = 0;
    if (body === null) {
      answered = asked;
      return tell.nothing();
    }
    busy = true;
    tell.reading();
    const well = await readOnce(asked, body);
    busy = false;
    if (well && answered !== version) plan(pause);
  }

  return {
    // The draft, or something that it is read with, has changed.
    changed() {
      version += 1;
      since ||= Date.now();
      if (!waiting) plan(Math.min(pause, Math.max(0, since + longest - Date.now())));
    },
    // Now, not when it is planned.
    now() {
      tries = 0;
      waiting = false;
      plan(0);
    },
    stop: () => clearTimeout(timer),
  };
}

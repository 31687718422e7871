// LibreOffice Writer, whose own checker for LanguageTool asks the service; no extension.
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {drafts, mended} from './support/drafts.mjs';
import {serve} from './support/service.mjs';

const driver = fileURLToPath(new URL('support/writer.py', import.meta.url));

// Debian's Python, which python3-uno is made for; another may come first in the path.
function writer(asked) {
  return new Promise((resolve, reject) => {
    const child = execFile('setpriv', ['--pdeathsig', 'KILL', '/usr/bin/python3', '-B', driver],
                           {maxBuffer: 1 << 26}, (error, out) => error ? reject(error) : resolve(JSON.parse(out)));
    child.stdin.end(JSON.stringify(asked));
  });
}

const lineBreak = {name: 'a line break in a paragraph', paragraphs: ['Hello 😀😀,\nYou should have read the manual.\nBye.'],
                   findings: drafts.find(({name}) => name === 'a letter with an umlaut').findings};
const rows = [...drafts, lineBreak];

let service;
let shown;
before(async () => {
  service = await serve();
  shown = await writer({url: `${service.url}/v2`, drafts: rows.map(({paragraphs}) => paragraphs)});
});
after(() => service?.stop());

rows.forEach((draft, index) => test(draft.name, () => {
  const paragraphs = shown[index];
  assert.deepEqual(paragraphs.map(({text}) => text), draft.paragraphs);
  const underlined = paragraphs.flatMap(({text, underlined: each}) => each.map(
    ({start, length, message, offers}) => ({words: text.slice(start, start + length), best: offers[0], said: message !== ''})));
  assert.deepEqual(underlined, draft.findings.map(({words, best}) => ({words, best, said: true})));
  assert.deepEqual(paragraphs.map((each) => each.mended), mended(draft));
}));

test('what is said in the menu is the message', () => {
  assert.match(shown[0][0].underlined[0].message, /^“It's our policy not to refund sale items” /);
});

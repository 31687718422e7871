// gramma, which people run on files: https://www.npmjs.com/package/gramma
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {drafts, mended} from './support/drafts.mjs';
import {packages} from './support/places.mjs';
import {serve} from './support/service.mjs';

const gramma = packages('gramma');

let service;
before(async () => { service = await serve(); });
after(() => service?.stop());

const check = (text, options = {}) =>
  gramma.check(text, {api_url: `${service.url}/v2/check`, language: 'en-GB', ...options});

const stretches = (text, matches) =>
  matches.map(({offset, length, rule}) => ({rule: rule.id, words: text.slice(offset, offset + length)}));

const taken = (text, matches) => gramma.replaceAll(text, matches.flatMap(
  ({offset, length, replacements: [best]}) => best ? [{offset, length, change: best.value}] : []));

for (const [ends, newline] of [['LF', '\n\n'], ['CRLF', '\r\n\r\n']]) {
  for (const draft of drafts) {
    test(`${draft.name}, lines end with ${ends}`, async () => {
      const text = draft.paragraphs.join(newline);
      const {matches} = await check(text);
      assert.deepEqual(stretches(text, matches), draft.findings.map(({rule, words}) => ({rule, words})));
      assert.deepEqual(matches.map(({word}) => word), draft.findings.map(({words}) => words));
      assert.equal(taken(text, matches), mended(draft).join(newline));
    });
  }
}

const markdown = [
  {name: 'bold words', text: "# 😀 Hello\n\nIt's **our policy** not to refund sale items.\n",
   words: ["It's **our policy** not to refund sale items."]},
  {name: 'a list', text: '- 👩‍👩‍👧 Grüße!\n- You *should have* read the [manual](https://example.org).\n',
   words: ['You *should have* read the [manual](https://example.org).']},
  {name: 'code is nobody’s words', text: 'Type `you should have read the manual` 😀 into the box.\n', words: []},
  {name: 'the words of others', text: 'Thank you for writing.\n\n> You should have read the manual,\n> he said.\n', words: []},
  {name: 'behind the words of others', text: '> 😢 It is late.\n\nYou should have read the manual.\n',
   words: ['You should have read the manual.']},
];

for (const {name, text, words} of markdown) {
  test(`Markdown: ${name}`, async () => {
    const {matches} = await check(text, {markdown: true, rules: {AMENDS_TONE: false}});
    assert.deepEqual(stretches(text, matches).map((each) => each.words), words);
  });
}

test('the text is not taken for a whole reply', async () => {
  const {matches} = await check('The parcel leaves today.');
  assert.deepEqual(matches, []);
});

test('a family that is switched off is silent', async () => {
  const {matches} = await check(drafts[0].paragraphs[0], {rules: {amends_policy: false}});
  assert.deepEqual(matches, []);
});

test('a language that is not checked', async () => {
  const {language, matches} = await check('Das ist leider nicht möglich.', {language: 'de-DE'});
  assert.equal(language.code, 'de-DE');
  assert.deepEqual(matches, []);
});

test('what is refused is said in words', async () => {
  await assert.rejects(check('Hello.', {language: ''}), /^Error: Error: 'language' is missing/);
});

test('the command, with the address in its file of settings', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'amends-gramma-'));
  writeFileSync(path.join(folder, '.gramma.json'), JSON.stringify(
    {api_url: `${service.url}/v2/check`, api_key: '', dictionary: [], language: 'en-GB', rules: {}}));
  writeFileSync(path.join(folder, 'note.txt'), `😀😀 ${drafts[0].paragraphs[0]}\n`);
  const {code, out} = await new Promise((resolve) => execFile(
    process.execPath, [path.join(path.dirname(packages.resolve('gramma')), 'cli.js'), 'check', '-p', '-n', 'note.txt'],
    {cwd: folder, env: {...process.env, HOME: folder}}, (error, text) => resolve({code: error?.code ?? 0, out: text})));
  rmSync(folder, {recursive: true});
  assert.equal(code, 1);
  assert.match(out, /^Found 1 potential mistake$/m);
  assert.match(out, /^Word: It's our policy not to refund sale items\.$/m);
});

// quill-languagetool, which underlines in an editor on a web page of another origin:
// https://www.npmjs.com/package/quill-languagetool
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {after, before, test} from 'node:test';
import {launch} from '../browser/support/browser.mjs';
import {drafts, mended} from './support/drafts.mjs';
import {packages} from './support/places.mjs';
import {serve} from './support/service.mjs';

const files = {
  '/': ['text/html', new URL('support/editor.html', import.meta.url)],
  '/quill.js': ['text/javascript', packages.resolve('quill/dist/quill.js')],
  '/quill-languagetool.js': ['text/javascript', packages.resolve('quill-languagetool/dist/index.es.js')],
};

function siteOfThePage() {
  const server = createServer((request, response) => {
    const [type, file] = files[new URL(request.url, 'http://page').pathname] ?? [];
    response.writeHead(file ? 200 : 404, {'Content-Type': `${type}; charset=utf-8`});
    response.end(file && readFileSync(file));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

const addressOf = (server) => `http://127.0.0.1:${server.address().port}`;

const kPatience = 300_000;  // milliseconds until it is taken for stuck

let site;
let page;
let service;
let browser;
before(async () => {
  site = await siteOfThePage();
  page = addressOf(site);
  service = await serve('--allow-origin', page);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await service?.stop();
  site?.close();
});

// The empty editor, at an address that the service knows or does not know.
async function openEditor(at) {
  const ours = (url) => url.startsWith(at) || url.startsWith(service.url);
  const opened = await browser.open(`${at}/?${new URLSearchParams({server: service.url})}`, ours);
  opened.page.setDefaultTimeout(kPatience);
  await settled(opened.page);
  return opened;
}

// It shows a sign while it waits for an answer. A little longer it takes no change for the user's.
const settled = (editor) => editor.waitForFunction(
  () => window.editor && !document.querySelector('.quill-lt-loading-indicator') &&
        !window.editor.getModule('languageTool').loopPreventionCooldown);

// Makes a change, and waits until the text has been checked and underlined.
async function change(editor, make) {
  const answer = editor.waitForEvent('requestfinished', (request) => request.url().endsWith('/v2/check'));
  await make();
  await answer;
  await settled(editor);
}

// The editor with the paragraphs put into it at once, as when they are pasted.
async function edit(paragraphs) {
  const opened = await openEditor(page);
  await change(opened.page, () => opened.page.evaluate(
    (text) => window.editor.setText(text, 'user'), paragraphs.join('\n')));
  return opened;
}

const underlined = (editor) => editor.$$eval('quill-lt-match', (elements) =>
  elements.map((element) => ({rule: element.dataset.ruleId, words: element.textContent})));

const textOf = (editor) => editor.evaluate(() => window.editor.getText());

for (const draft of drafts) {
  test(draft.name, async () => {
    const {page: editor, trouble} = await edit(draft.paragraphs);
    assert.deepEqual(await underlined(editor), draft.findings.map(({rule, words}) => ({rule, words})));
    // From the last on, since it keeps the places it was told at first.
    for (const element of (await editor.$$('quill-lt-match')).reverse()) {
      await element.click();
      await editor.click('.quill-lt-match-popup-action');
    }
    assert.equal(await textOf(editor), `${mended(draft).join('\n').normalize()}\n`);
    assert.deepEqual(trouble, []);
    await editor.close();
  });
}

test('what is typed is checked', async () => {
  const {page: editor, trouble} = await edit(['😀😀 Grüße!']);
  assert.deepEqual(await underlined(editor), []);
  await editor.click('.ql-editor');
  await editor.keyboard.press('Control+End');
  await change(editor, () => editor.keyboard.insertText(' You should have read the manual.'));
  assert.deepEqual(await underlined(editor),
                   [{rule: 'AMENDS_BLAME_SHOULD_HAVE', words: 'You should have read the manual.'}]);
  assert.deepEqual(trouble, []);
  await editor.close();
});

test('a page of another origin is not answered', async () => {
  const stranger = await siteOfThePage();
  const {page: editor, trouble} = await openEditor(addressOf(stranger));
  await editor.evaluate((text) => window.editor.setText(text, 'user'), drafts[0].paragraphs[0]);
  await editor.waitForEvent('requestfailed', (request) => request.url().endsWith('/v2/check'));
  await settled(editor);
  assert.deepEqual(await underlined(editor), []);
  assert.match(trouble.join('\n'), /blocked by CORS policy/);
  await editor.close();
  stranger.close();
});

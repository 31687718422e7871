// The laws see what they are there to see: each of a row of broken pages breaks one of them, and a
// sound page breaks none.
import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {launch, see} from './support/browser.mjs';
import {inaccessible, misplaced, scrollsSideways, unnamed, unreachable} from './support/laws.mjs';
import {buildFolder} from './support/places.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

const laws = {scrollsSideways, misplaced, inaccessible, unnamed, unreachable};

const whole = (body, style = '') => '<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>' +
  `<style>body { background: #fff; color: #000; } :focus-visible { outline: 2px solid #00f; } ${style}</style>` +
  `<main><h1>A page</h1>${body}</main></html>`;

const rows = [
  {what: 'a sound page', html: whole('<h2>Part</h2><p>Words <a href="#x">and a link</a>.</p>'), breaks: []},
  {what: 'a wide box', html: whole('<div style="width: 900px; height: 9px"></div>'), breaks: ['scrollsSideways']},
  {what: 'text cut off', html: whole('<p style="width: 5em; white-space: nowrap; overflow: hidden">So many words in a line</p>'),
   breaks: ['misplaced']},
  {what: 'text on text', html: whole('<p>One line.</p><p style="margin-top: -2em">Another line.</p>'),
   breaks: ['inaccessible', 'misplaced']},
  {what: 'pale text', html: whole('<p style="color: #bbb">Hardly to be read.</p>'), breaks: ['inaccessible']},
  {what: 'a field without a name', html: whole('<input>'), breaks: ['inaccessible']},
  {what: 'a level left out', html: whole('<h3>Part</h3>'), breaks: ['unnamed']},
  {what: 'no language', html: whole('').replace(' lang="en"', ''), breaks: ['inaccessible', 'unnamed']},
  {what: 'an outline taken away', html: whole('<a href="#x">Link</a>', 'a:focus-visible { outline: none; }'),
   breaks: ['unreachable']},
  {what: 'a link that Tab passes by', html: whole('<a href="#x" tabindex="-1">Link</a>'), breaks: ['unreachable']},
];

for (const {what, html, breaks} of rows) {
  test(what, async () => {
    const file = path.join(buildFolder('laws'), `${what.replaceAll(' ', '-')}.html`);
    writeFileSync(file, html);
    const {page, trouble} = await browser.open(pathToFileURL(file).href);
    await see(page, {width: 390});
    const broken = [];
    for (const [name, law] of Object.entries(laws)) {
      if ((await law(page)).length > 0) broken.push(name);
    }
    assert.deepEqual(broken.sort(), breaks);
    assert.deepEqual(trouble, []);
    await page.close();
  });
}

test('what a page asks for and what goes wrong in it is noted', async () => {
  const file = path.join(buildFolder('laws'), 'trouble.html');
  writeFileSync(file, whole('<img alt="" src="nothing.png"><script>console.warn("w"); setTimeout(() => { ' +
    'alert("a"); throw new Error("e"); })</script>'));
  const {page, trouble} = await browser.open(pathToFileURL(file).href);
  for (let i = 0; i < 100 && !trouble.some((text) => text.startsWith('script')); ++i) {
    await page.waitForTimeout(50);
  }
  for (const kind of ['request: ', 'console: w', 'dialog: a', 'script: e']) {
    assert.ok(trouble.some((text) => text.startsWith(kind)), `${kind} in ${trouble}`);
  }
  await page.close();
});

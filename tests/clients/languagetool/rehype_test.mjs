// annotatedtext-rehype, by which editors send HTML: https://www.npmjs.com/package/annotatedtext-rehype
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {packages} from './support/places.mjs';
import {drafts, mended} from './support/drafts.mjs';
import {serve} from './support/service.mjs';

// It has no entry that a resolver of CommonJS finds.
const {build} = await import(pathToFileURL(
  `${packages.resolve.paths('annotatedtext-rehype')[0]}/annotatedtext-rehype/out/index.js`));

let service;
before(async () => { service = await serve(); });
after(() => service?.stop());

async function check(html, metaData, parameters = {}) {
  const data = JSON.stringify({...build(html), ...(metaData && {metaData})});
  const response = await fetch(`${service.url}/v2/check`,
                               {method: 'POST', body: new URLSearchParams({data, language: 'en-GB', ...parameters})});
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()).matches;
}

const wordsOf = (html, matches) => matches.map(({offset, length}) => html.slice(offset, offset + length));

const taken = (html, matches) => [...matches].reverse().reduce(
  (text, {offset, length, replacements: [best]}) =>
    best ? text.slice(0, offset) + best.value + text.slice(offset + length) : text, html);

const asHtml = (paragraphs) => paragraphs.map((each) => `<p>${each}</p>`).join('\r\n');

for (const draft of drafts) {
  test(draft.name, async () => {
    const html = asHtml(draft.paragraphs);
    const matches = await check(html);
    assert.deepEqual(wordsOf(html, matches), draft.findings.map(({words}) => words));
    assert.equal(taken(html, matches), asHtml(mended(draft)));
  });
}

const marked = [
  {name: 'bold words', html: "<p>😀😀 <b>Grüße!</b> It's <b>our policy</b> not to refund sale items.</p>",
   words: ["It's <b>our policy</b> not to refund sale items."]},
  {name: 'emoji in an attribute', html: '<p title="😀">👩‍👩‍👧 <i>You should have</i> read the manual.</p>',
   words: ['You should have</i> read the manual.']},
  {name: 'an entity', html: '<p>Grüße &amp; 😢. You should have read the manual.</p>', words: ['You should have read the manual.']},
  {name: 'lines apart', html: '<ul>\n  <li>😢 It is late.</li>\n  <li>You should have read the manual.</li>\n</ul>',
   words: ['You should have read the manual.']},
  {name: 'a comment is nobody’s words', html: '<p>It is late. <!-- You should have read the manual. --></p>', words: []},
];

for (const {name, html, words} of marked) {
  test(`HTML: ${name}`, async () => {
    assert.deepEqual(wordsOf(html, await check(html)), words);
  });
}

const kHtml = '<p>Hello Ms Lee 😢,</p><p>The <b>parcel</b> leaves today.</p>';
const kComplaint = 'Where is my tent? I have waited for three weeks and I am furious.';
const missing = 'AMENDS_STRUCTURE_NO_APOLOGY';

const extents = [
  {name: 'a text', metaData: undefined, parameters: {}, missing: false},
  {name: 'a text that answers a complaint', metaData: {CustomerMessage: kComplaint}, parameters: {}, missing: false},
  {name: 'a part', metaData: {CustomerMessage: kComplaint, Extent: 'part'}, parameters: {}, missing: false},
  {name: 'a whole reply', metaData: {CustomerMessage: kComplaint, Extent: 'reply'}, parameters: {}, missing: true},
  {name: 'a whole text asked for', metaData: {CustomerMessage: kComplaint}, parameters: {mode: 'textLevelOnly'}, missing: true},
  {name: 'only the words asked for', metaData: {CustomerMessage: kComplaint, Extent: 'reply'},
   parameters: {mode: 'allButTextLevelOnly'}, missing: false},
];

for (const {name, metaData, parameters, missing: expected} of extents) {
  test(`what is missing is told of ${name}: ${expected}`, async () => {
    const ids = (await check(kHtml, metaData, parameters)).map(({rule}) => rule.id);
    assert.equal(ids.includes(missing), expected, ids.join());
    if (!expected) assert.deepEqual(ids, []);
  });
}

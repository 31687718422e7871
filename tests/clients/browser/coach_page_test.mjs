// The page that `amends coach --format html` writes, in a real browser: every draft of
// coach_drafts.mjs at four widths, in light and in dark, and as it is printed. What it looked like
// is in the build folder, browser/pictures.
import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {drafts} from './coach_drafts.mjs';
import {check, coach} from './support/amends.mjs';
import {launch, picture, see} from './support/browser.mjs';
import {inaccessible, misplaced, scrollsSideways, unnamed, unreachable} from './support/laws.mjs';
import {buildFolder} from './support/places.mjs';

const widths = [320, 390, 1000, 1600];
const schemes = ['light', 'dark'];
const folder = buildFolder('pages');

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

async function looksRight(page) {
  assert.deepEqual(await scrollsSideways(page), []);
  assert.deepEqual(await misplaced(page), []);
}

const setOpen = (page, open) => page.evaluate((now) => {
  for (const details of document.querySelectorAll('details')) details.open = now;
}, open);

// What the page says of its draft: the text, and for each number the words that are marked with it.
const marksOf = (page) => page.evaluate(() => {
  const draft = document.querySelector('.draft')?.cloneNode(true);
  draft?.querySelectorAll('sup, summary').forEach((element) => element.remove());
  const marks = {};
  for (const mark of draft?.querySelectorAll('mark') ?? []) {
    for (const number of mark.dataset.finding.split(' ')) {
      marks[number] ??= {words: '', classes: []};
      marks[number].words += mark.textContent;
      marks[number].classes.push(mark.className);
    }
  }
  const items = [...document.querySelectorAll('.findings > li')].map((item) => ({
    id: item.id, severity: item.className, words: item.textContent}));
  return {text: draft?.textContent, marks, items};
});

// As HTML can hold it.
const asShown = (text) => text.replace(/\r\n?/g, '\n').replace(/[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/g, '\uFFFD');

function agrees({text, marks, items}, findings, draft) {
  if (draft.text !== undefined && text !== undefined) assert.equal(text, asShown(draft.text));
  assert.equal(items.length, findings.length);
  const grades = ['hint', 'info', 'warning', 'error'];
  findings.forEach((finding, index) => {
    const item = items[index];
    assert.equal(item.id, `finding-${index + 1}`);
    assert.equal(item.severity, finding.severity);
    assert.ok(item.words.includes(asShown(finding.message)), item.words);
    const mark = marks[index + 1];
    if (finding.scope !== 'text') return assert.equal(mark, undefined);
    assert.equal(mark.words, asShown(finding.text));
    for (const grade of mark.classes) {
      assert.ok(grades.indexOf(grade) >= grades.indexOf(finding.severity), grade);
    }
  });
  const marked = findings.filter(({scope}) => scope === 'text').length;
  assert.equal(Object.keys(marks).length, marked);
}

// From a number in the draft to what is said of it, and back, by the keyboard.
async function followsReferences(page) {
  for (const number of await page.locator('sup a').allTextContents()) {
    for (const [from, to] of [[`#mark-${number} a`, `finding-${number}`],
                              [`#finding-${number} .number`, `mark-${number}`]]) {
      await page.locator(from).focus();
      await page.keyboard.press('Enter');
      const seen = await page.evaluate((id) => {
        const {top, bottom} = document.getElementById(id).getBoundingClientRect();
        return document.querySelector(':target')?.id === id && top < innerHeight && bottom > 0;
      }, to);
      assert.ok(seen, `${from} does not lead to ${to}`);
    }
  }
}

async function unfoldsByKey(page) {
  const folded = page.locator('details');
  for (let i = 0; i < await folded.count(); ++i) {
    await folded.nth(i).locator('summary').focus();
    await page.keyboard.press('Enter');
    assert.ok(await folded.nth(i).evaluate(({open}) => open));
  }
}

// On paper nothing stays folded, and marks have lines of their own kind where a printer leaves
// colours out.
async function printsPlainly(page) {
  await page.addStyleTag({content: '* { background: none !important; color: #000 !important; }'});
  const {folded, lines} = await page.evaluate(() => ({
    folded: [...document.querySelectorAll('details > :not(summary), details td, details .quiet')]
      .filter((element) => !element.checkVisibility()).length,
    lines: [...document.querySelectorAll('mark')].map((mark) => {
      const {textDecorationLine, textDecorationStyle} = getComputedStyle(mark);
      return [mark.className, `${textDecorationLine} ${textDecorationStyle}`];
    }),
  }));
  assert.equal(folded, 0);
  const kinds = new Map(lines);
  for (const [grade, line] of lines) {
    assert.match(line, /^underline /);
    assert.equal(kinds.get(grade), line);
  }
  kinds.delete('hint');  // looks like info
  assert.equal(new Set(kinds.values()).size, kinds.size);
  await seesLines(page);
}

// The line under a mark is there in the picture, not only in the style.
async function seesLines(page) {
  const mark = page.locator('mark').first();
  if (await mark.count() === 0) return;
  const withLine = await mark.screenshot();
  await page.addStyleTag({content: 'mark { text-decoration: none !important; }'});
  assert.ok(!withLine.equals(await mark.screenshot()), 'the line under a mark cannot be seen');
}

// Of these a picture is kept.
const pictured = ['320 dark', '390 light', '1000 light', '1000 dark'];

async function onScreen(page, name, scheme) {
  for (const width of widths) {
    await see(page, {width, scheme});
    await setOpen(page, false);
    await looksRight(page);
    if (pictured.includes(`${width} ${scheme}`)) await picture(page, name, `${width}-${scheme}`);
    await setOpen(page, true);
    await looksRight(page);
  }
  assert.deepEqual(await inaccessible(page), []);
}

async function onPaper(page, name, scheme) {
  await see(page, {width: 700, scheme, media: 'print'});
  await setOpen(page, false);
  await looksRight(page);
  assert.deepEqual(await inaccessible(page), []);
  await picture(page, name, `print-${scheme}`);
  await printsPlainly(page);
}

async function byKeyboard(page) {
  assert.deepEqual(await unreachable(page), []);
  await followsReferences(page);
  await unfoldsByKey(page);
  assert.deepEqual(await unreachable(page), []);
}

for (const draft of drafts()) {
  test(draft.name, async (t) => {
    const file = path.join(folder, `${draft.name}.html`);
    writeFileSync(file, coach(draft.file));
    const url = pathToFileURL(file).href;
    const {page, trouble} = await browser.open(url);
    const {findings} = check(draft.file);

    await t.test('marks are those of check', async () => agrees(await marksOf(page), findings, draft));
    await t.test('headings, language, title', async () => assert.deepEqual(await unnamed(page), []));
    await t.test('by keyboard', () => byKeyboard(page));
    await page.goto('about:blank');
    await page.goto(url);
    for (const scheme of schemes) {
      await t.test(`on a ${scheme} screen`, () => onScreen(page, draft.name, scheme));
    }
    for (const scheme of schemes) {
      await t.test(`on paper, from ${scheme}`, () => onPaper(page, draft.name, scheme));
      await page.reload();
    }
    await t.test('nothing goes wrong and nobody is asked', () => assert.deepEqual(trouble, []));
    await page.close();
  });
}

// The page that `amends train report --format html` writes, in a real browser: a simulated team
// after one week and after six, and people with odd names, at four widths, in light and in dark, and
// as it is printed. What it looked like is in the build folder, browser/pictures.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {amends} from './support/amends.mjs';
import {launch, picture, see} from './support/browser.mjs';
import {inaccessible, misplaced, scrollsSideways, unnamed, unreachable} from './support/laws.mjs';
import {buildFolder, command} from './support/places.mjs';

const widths = [320, 390, 800, 1000, 1600];
const schemes = ['light', 'dark'];
const folder = buildFolder('train-report');

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

// A file of progress that is not there yet.
function newProgress(name) {
  const file = path.join(folder, `${name}.sqlite`);
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, {force: true});
  return file;
}

function simulated(weeks) {
  const file = newProgress(`week-${weeks}`);
  execFileSync(path.join(path.dirname(command), 'amends-simulated-team'), [file, `${weeks}`]);
  return file;
}

// One answer of each person, and of the first one so many that something can be told.
function named(...names) {
  const answer = (person, n, passed) => ({
    id: `a${person}-${n}`, exercise: 'tone/once-more', kind: 'rewrite', at: 1_791_200_000 + 40_000 * n, passed,
    points: 50, hints: 0, seconds: 30, grades: {'tone/as-i-said': passed ? 'good' : 'again'}});
  const persons = names.map((name, person) => ({
    id: `p${person}`, name, team: person % 2 ? '<b>Nacht & Frühdienst</b>' : undefined, created: 1_791_000_000,
    answers: Array.from({length: person ? 1 : 6}, (_, n) => answer(person, n, n % 2 === 0))}));
  const json = path.join(folder, 'named.json');
  writeFileSync(json, JSON.stringify({schema: 1, persons, sets: []}));
  const file = newProgress('named');
  amends('train', 'import', json, '--progress', file);
  return file;
}

async function open(progress, at) {
  const html = amends('train', 'report', '--no-config', '--format', 'html', '--progress', progress, '--at', at);
  const file = `${progress}.html`;
  writeFileSync(file, html);
  return browser.open(pathToFileURL(file).href);
}

const setOpen = (page, now) => page.evaluate((is) => {
  for (const details of document.querySelectorAll('details')) details.open = is;
}, now);

async function looksRight(page, name) {
  assert.deepEqual(await unnamed(page), []);
  for (const width of widths) {
    for (const scheme of schemes) {
      await see(page, {width, scheme});
      for (const isOpen of [false, true]) {
        await setOpen(page, isOpen);
        assert.deepEqual(await scrollsSideways(page), [], `${width} ${scheme}`);
        assert.deepEqual(await misplaced(page), [], `${width} ${scheme}`);
        assert.deepEqual(await inaccessible(page), [], `${width} ${scheme}`);
      }
      await setOpen(page, false);
      await picture(page, 'train-report', `${name}-${width}-${scheme}`);
    }
  }
  assert.deepEqual(await unreachable(page), []);
  await see(page, {width: 700, media: 'print'});
  assert.deepEqual(await scrollsSideways(page), []);
  assert.deepEqual(await misplaced(page), []);
  await picture(page, 'train-report', `${name}-print`);
}

const personCalled = (page, name) => page.locator('.person', {has: page.getByRole('heading', {name})});

test('after six weeks: whom to help with what, and what most find hard', async () => {
  const {page, trouble} = await open(simulated(6), '2026-11-15T20:00Z');
  const noor = await personCalled(page, 'Noor Haddad').locator('.helps').innerText();
  assert.match(noor, /^[^]*\bdypii\//);
  assert.doesNotMatch(await personCalled(page, 'Bo Lindqvist').innerText(), /dypii\/[a-z-]+ · \d+ of/);
  assert.match(await page.locator('.bars li').first().innerText(), /policy\//);
  assert.match(await personCalled(page, 'Zoë Ní Bhriain').innerText(), /Too early to tell/);
  const names = await page.locator('.person h4').allInnerTexts();
  assert.deepEqual(names, [...names].sort());
  const titles = await page.locator('.person figure svg title').allTextContents();
  assert.equal(titles.length, 4);
  for (const title of titles) assert.match(title, /week by week: \d+ rules met and \d+ mastered at the end$/);
  // The table behind the grid holds what the cells show.
  const table = page.getByRole('table').first();
  assert.equal(await table.getByRole('row').count(), 6);
  await looksRight(page, 'six-weeks');
  assert.deepEqual(trouble, []);
  await page.close();
});

test('after a week', async () => {
  const {page, trouble} = await open(simulated(1), '2026-10-11T20:00Z');
  assert.match(await personCalled(page, 'Noor Haddad').locator('.helps').innerText(), /dypii\//);
  await looksRight(page, 'one-week');
  assert.deepEqual(trouble, []);
  await page.close();
});

test('odd names stay names', async () => {
  const long = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(5);
  const names = ['<script>alert(1)</script>', '"; DROP TABLE', '😀👩‍👩‍👧', 'שָׁלוֹם (x)', long, '&amp; {0}'];
  const {page, trouble} = await open(named(...names), '2026-10-20T20:00Z');
  assert.deepEqual((await page.locator('.person h4').allInnerTexts()).sort(), [...names].sort());
  await looksRight(page, 'names');
  assert.deepEqual(trouble, []);
  await page.close();
});

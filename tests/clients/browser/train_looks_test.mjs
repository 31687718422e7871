// How the Train tab looks: each state that a trainee meets, from a small phone to a wide desk, in light and in dark,
// held to the laws of pages. What it looked like is in the build folder, browser/pictures/train.
import assert from 'node:assert/strict';
import {rmSync} from 'node:fs';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {launch, picture, see} from './support/browser.mjs';
import {inaccessible, misplaced, scrollsSideways, unnamed, unreachable} from './support/laws.mjs';
import {buildFolder} from './support/places.mjs';
import {serve} from './support/serve.mjs';
import {answerBadly, answerWell, beginAs, check, exercises, firstOf, kinds, openExercise, say, verdict} from './support/train_page.mjs';
import {openPage} from './support/web_page.mjs';

const widths = [320, 390, 800, 1400];
const pictured = new Set(['320 light', '390 dark', '800 light', '1400 light', '1400 dark']);
const talk = exercises.find(({kind}) => kind === 'role-play');

let browser;
let service;
before(async () => {
  const file = path.join(buildFolder('train'), 'looks.sqlite');
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, {force: true});
  [browser, service] = await Promise.all([launch(), serve('--progress', file)]);
});
after(async () => {
  await browser?.close();
  await service?.stop();
});

async function judged(page, kind, answer) {
  const each = firstOf(kind);
  await openExercise(page, service.address, each.id);
  await answer(page, service.address, each);
  await check(page);
  await verdict(page);
}

const states = [
  {name: 'who', prepare: (page) => page.waitForSelector('#trainee')},
  ...kinds.map((kind) => ({name: kind, prepare: (page) => openExercise(page, service.address, firstOf(kind).id)})),
  {name: 'hints', prepare: async (page) => {
    await openExercise(page, service.address, firstOf('choose').id);
    const button = page.locator('.hints button');
    while (await button.count() > 0) {
      await button.click();
      await page.waitForTimeout(200);
    }
  }},
  ...kinds.filter((kind) => kind !== 'role-play').map((kind) => ({name: `${kind}-wrong`, prepare: (page) => judged(page, kind, answerBadly)})),
  {name: 'rewrite-right', prepare: (page) => judged(page, 'rewrite', answerWell)},
  {name: 'choose-right', prepare: (page) => judged(page, 'choose', answerWell)},
  {name: 'talking', prepare: async (page) => {
    await openExercise(page, service.address, talk.id);
    await say(page, talk.good[0]);
  }},
  {name: 'talk-well', prepare: async (page) => {
    await openExercise(page, service.address, talk.id);
    for (const reply of talk.good) await say(page, reply);
    await verdict(page);
  }},
  {name: 'talk-badly', prepare: async (page) => {
    await openExercise(page, service.address, talk.id);
    for (let i = 0; await page.locator('#verdict').count() === 0; ++i) await say(page, talk.bad[i % talk.bad.length]);
  }},
  {name: 'progress', prepare: async (page) => {
    await beginAs(page, 'Ana');
    for (const kind of ['choose', 'hears', 'spot', 'checklist']) {
      const each = firstOf(kind);
      await page.evaluate((id) => { location.hash = `#train/${id}`; }, each.id);
      await page.waitForFunction((words) => document.querySelector('.answering') && document.querySelector('.situation').textContent === words, each.situation);
      await (kind === 'spot' ? answerBadly : answerWell)(page, service.address, each);
      await check(page);
      await verdict(page);
    }
    await page.evaluate(() => { location.hash = '#train/progress'; });
    await page.waitForSelector('.figures');
    for (const summary of await page.locator('.progress summary').all()) await summary.click();
  }},
  {name: 'broken', path: '/#train/set=abc', prepare: (page) => page.waitForSelector('.train-plain')},
];

for (const {name, prepare, path: place = '/#train'} of states) {
  test(name, async (t) => {
    const {page, trouble} = await openPage(browser, service.address, place);
    await see(page, {width: 1400});
    await prepare(page);
    for (const scheme of ['light', 'dark']) {
      await t.test(`on a ${scheme} screen`, async () => {
        for (const width of widths) {
          await see(page, {width, scheme});
          await page.waitForTimeout(50);
          assert.deepEqual(await scrollsSideways(page), [], `${width}`);
          assert.deepEqual(await misplaced(page), [], `${width}`);
          if (pictured.has(`${width} ${scheme}`)) await picture(page, 'train', name, `${width}-${scheme}`);
        }
        for (const width of [390, 1400]) {
          await see(page, {width, scheme});
          await page.setViewportSize({width, height: 12_000});
          await page.waitForTimeout(50);
          assert.deepEqual(await inaccessible(page), [], `${width}`);
        }
      });
    }
    await t.test('headings, language, title', async () => assert.deepEqual(await unnamed(page), []));
    await t.test('by keyboard', async () => {
      for (const width of [390, 1400]) {
        await see(page, {width});
        assert.deepEqual(await unreachable(page), [], `${width}`);
      }
    });
    await t.test('nothing goes wrong', () => assert.deepEqual(trouble, []));
    await page.close();
  });
}

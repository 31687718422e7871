// How the page of the service looks: each state that a writer meets, from a small phone to a wide desk, in
// light and in dark, held to the laws of pages. What it looked like is in the build folder,
// browser/pictures/web.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {launch, picture, see} from './support/browser.mjs';
import {inaccessible, misplaced, scrollsSideways, unnamed, unreachable} from './support/laws.mjs';
import {serve} from './support/serve.mjs';
import {noticeGone, openPage, settled, tryExample} from './support/web_page.mjs';

const widths = [320, 390, 800, 1400, 2000];
const schemes = ['light', 'dark'];
const pictured = new Set(['390 light', '390 dark', '800 light', '1400 light', '1400 dark']);

let browser;
let service;
before(async () => { [browser, service] = await Promise.all([launch(), serve()]); });
after(async () => {
  await browser?.close();
  await service?.stop();
});

async function example(page, name) {
  await tryExample(page, name);
  await noticeGone(page);
}

async function openAll(page) {
  const closed = page.locator('.panel details:not([open]) > summary');
  while (await closed.count() > 0) await closed.first().click();
}

async function openCard(page) {
  await example(page, /kettle/);
  await page.focus('.cm-content');
  await page.keyboard.press('F8');
  await page.getByRole('dialog').waitFor();
}

const gone = async (page) => {
  await example(page, /kettle/);
  await page.route('**/v1/*', (route) => route.abort('connectionrefused'));
  await page.selectOption('.channel select', 'chat');
  await page.waitForFunction(() => document.querySelector('.state').innerText.startsWith('Amends cannot'));
};

const needsToken = async (page) => {
  await page.route('**/v1/*', (route) => route.fulfill({status: 401, json: {error: {code: 'token', message: 'A token is needed.'}}}));
  await page.locator('.welcome .examples button').first().click();
  await page.waitForSelector('.token');
  await noticeGone(page);
};

// `tabs`: no blank is in the draft and no card open, so that Tab goes through all of the page. `over`:
// something lies over the page; it is `lifted` where it lies over all layers, which axe-core takes for
// overlapping.
const states = [
  {name: 'empty', prepare: async () => {}, tabs: true},
  {name: 'findings', prepare: (page) => example(page, /kettle/), tabs: true},
  {name: 'thread', prepare: (page) => example(page, /internet/), tabs: true},
  {name: 'good', prepare: (page) => example(page, /lands well/), tabs: true},
  {name: 'all-open', prepare: async (page) => {
    await example(page, /noisy/);
    await openAll(page);
  }, tabs: true},
  {name: 'outline', prepare: async (page) => {
    await example(page, /kettle/);
    await openAll(page);
    await page.getByRole('button', {name: 'Use this outline'}).click();
    await settled(page);
    await noticeGone(page);
  }},
  {name: 'card', prepare: openCard, over: true},
  {name: 'why', prepare: async (page) => {
    await openCard(page);
    await page.locator('.card summary').click();
    await page.waitForFunction(() => document.querySelector('.card details p').innerText.length > 20);
  }, over: true},
  {name: 'notice', prepare: async (page) => {
    await tryExample(page, /kettle/);
    await page.getByRole('button', {name: 'Start over'}).click();
    await page.waitForSelector('.notice button');
  }, over: true},
  {name: 'menu', prepare: async (page) => {
    await page.getByRole('button', {name: 'Try an example'}).click();
  }, over: true, lifted: true},
  {name: 'gone', prepare: gone, tabs: true},
  {name: 'token', prepare: needsToken, tabs: true},
  {name: 'rules', path: '/#rules', prepare: (page) => page.waitForSelector('.rule-list li')},
  {name: 'rule', path: '/#rules/fake-apology/conditional', prepare: (page) => page.waitForSelector('.rule h3'), tabs: true},
];

for (const {name, path, prepare, tabs = false, over = false, lifted = false} of states) {
  test(name, async (t) => {
    const {page, trouble} = await openPage(browser, service.address, path);
    await see(page, {width: 1400});
    await prepare(page);
    for (const scheme of schemes) {
      await t.test(`on a ${scheme} screen`, async () => {
        for (const width of widths) {
          await see(page, {width, scheme});
          await page.waitForTimeout(50);
          assert.deepEqual(await scrollsSideways(page), [], `${width}`);
          if (!over) assert.deepEqual(await misplaced(page), [], `${width}`);
          if (pictured.has(`${width} ${scheme}`)) await picture(page, 'web', name, `${width}-${scheme}`);
        }
        // So tall that nothing is scrolled out of sight, where contrast cannot be told.
        for (const width of [390, 1400]) {
          await see(page, {width, scheme});
          await page.setViewportSize({width, height: 12_000});
          await page.waitForTimeout(50);
          const breaches = await inaccessible(page);
          assert.deepEqual(breaches.filter((breach) => !lifted || !breach.includes('overlapped')), [], `${width}`);
        }
      });
    }
    await t.test('headings, language, title', async () => assert.deepEqual(await unnamed(page), []));
    if (tabs) {
      await t.test('by keyboard', async () => {
        for (const width of [390, 1400]) {
          await see(page, {width});
          assert.deepEqual(await unreachable(page), [], `${width}`);
        }
      });
    }
    await t.test('nothing goes wrong', () => assert.deepEqual(
      trouble.filter((text) => !text.startsWith('console: Failed to load resource')), []));
    await page.close();
  });
}

test('in forced colours marks keep their lines and blanks their frames', async () => {
  const {page} = await openPage(browser, service.address);
  await page.emulateMedia({forcedColors: 'active'});
  await example(page, /kettle/);
  const lines = await page.evaluate(() => [...document.querySelectorAll('.cm-line .finding')].map((mark) => {
    const {textDecorationLine, textDecorationStyle} = getComputedStyle(mark);
    return `${/finding-\w+/.exec(mark.className)} ${textDecorationLine} ${textDecorationStyle}`;
  }));
  const kinds = new Set(lines);
  for (const line of lines) assert.match(line, / underline /);
  assert.equal(new Set([...kinds].map((kind) => kind.split(' ').at(-1))).size, kinds.size);
  await picture(page, 'web', 'findings', 'forced');
  await page.close();
});

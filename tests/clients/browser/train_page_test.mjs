// The Train tab in a real browser, with the real service: from nothing to the third exercise by keys alone, every
// kind of exercise wrong and right, talks, sets, progress, and what happens where something is missing.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {after, afterEach, before, beforeEach, test} from 'node:test';
import {encodeSet, placeOf} from '../../../web/src/train/link.js';
import {launch, see} from './support/browser.mjs';
import {buildFolder, service as program} from './support/places.mjs';
import {serve} from './support/serve.mjs';
import {answerBadly, answerWell, beginAs, check, exercise, exercises, firstOf, kinds, openExercise, openTrain, say, textsOf, verdict,
        solutionOf, wordsIn} from './support/train_page.mjs';
import {openPage} from './support/web_page.mjs';

const folder = buildFolder('train');
let browser;
let service;
let page;
let trouble;
let number = 0;

async function freshService(...flags) {
  const file = path.join(folder, `progress-${++number}.sqlite`);
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, {force: true});
  return serve('--progress', file, ...flags);
}

before(async () => { [browser, service] = await Promise.all([launch(), freshService()]); });
after(async () => {
  await browser?.close();
  await service?.stop();
});
beforeEach(async () => {
  ({page, trouble} = await openPage(browser, service.address, '/#train'));
  await see(page, {width: 1200});
});
afterEach(async () => {
  await page.evaluate(() => localStorage.clear()).catch(() => {});
  await page.close();
});

const api = async (rest, options) => (await fetch(service.address + rest, options)).json();
const standingOf = async (name) => {
  const {people} = await api('/v1/people');
  return api(`/v1/people/${people.find((each) => each.name === name).id}`);
};

// Everything below is done with keys; each one is counted.
async function answerByKeys(press, each) {
  const {kind, draft, marks, sentences} = each;
  await press('Tab');
  if (kind === 'spot') {
    let at = 0;
    for (const {words} of marks) {
      const wanted = wordsIn(draft, words);
      while (at < wanted[0]) { await press('ArrowRight'); ++at; }
      await press('Space');
      while (at < wanted.at(-1)) { await press('Shift+ArrowRight'); ++at; }
    }
    return press('Enter');
  }
  if (['name', 'hears', 'choose'].includes(kind)) {
    const shown = await page.locator('.card-choice').allInnerTexts();
    const right = kind === 'name' ? await solutionOf(service.address, each.id) : each.options.find((option) => option.right).text;
    const place = shown.indexOf(right);
    await press('Space');
    for (let i = 0; i < place; ++i) await press('ArrowDown');
    return press('Enter');
  }
  if (kind === 'checklist') {
    const shown = await page.locator('.card-choice').allInnerTexts();
    for (const words of shown) {
      if (each.items.find(({text}) => text === words)?.right) await press('Space');
      await press('Tab');
    }
    return press('Enter');
  }
  if (kind === 'order') {
    for (const [place, sentence] of sentences.entries()) {
      const at = (await page.locator('.order li > span[id]').allInnerTexts()).indexOf(sentence);
      await page.locator('.order li').nth(at).locator('button:not([disabled])').first().focus();
      for (let i = at; i > place; --i) await press('ArrowUp');
    }
    return page.locator('.answering .main').press('Enter');
  }
  for (const [index, text] of textsOf(each).entries()) {
    if (index > 0) await press('Tab');
    await page.keyboard.insertText(text);
  }
  return press('Control+Enter');
}

test('from nothing to the third exercise by keys alone, within a minute', async () => {
  let presses = 0;
  const press = async (key) => {
    ++presses;
    await page.keyboard.press(key);
    await page.waitForTimeout(20);
  };
  const begun = Date.now();
  let shown = null;
  page.on('response', async (response) => {
    if (/\/next\b/.test(response.url())) shown = (await response.json()).exercise;
  });
  await page.waitForSelector('#trainee:focus');
  for (const letter of 'Ana') await press(letter);
  await press('Enter');
  for (let count = 1; count <= 2; ++count) {
    await page.waitForSelector('.answering');
    assert.equal(await page.evaluate(() => document.activeElement.textContent), shown.title);
    await answerByKeys(press, exercise(shown.id));
    await page.waitForSelector('#verdict:focus');
    assert.equal(await page.locator('.feedback.well').count(), 1, shown.id);
    await press('Enter');
    await page.waitForFunction(() => !document.querySelector('.feedback'));
  }
  await page.waitForSelector('.exercise h2:focus');
  const seconds = (Date.now() - begun) / 1000;
  console.log(`# the third exercise after ${seconds.toFixed(1)} seconds and ${presses} key presses`);
  assert.ok(seconds < 60);
  assert.equal((await standingOf('Ana')).answers, 2);
  assert.deepEqual(trouble, []);
});

test('nothing is remembered unless it is asked for, and then the name alone', async () => {
  await beginAs(page, 'Bo');
  assert.deepEqual(await page.evaluate(() => ({...localStorage, ...sessionStorage})), {});
  await page.reload();
  await page.waitForSelector('#trainee');
  await page.getByLabel('Remember me on this device').check();
  await page.getByRole('button', {name: 'Bo', exact: true}).click();
  await page.waitForSelector('.exercise');
  await page.reload();
  await page.waitForSelector('.exercise');
  assert.match(await page.locator('.train-bar').innerText(), /^Bo/);
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), ['amends.trainee']);
  await page.getByRole('button', {name: 'Not Bo?'}).click();
  await page.waitForSelector('#trainee');
  assert.deepEqual(await page.evaluate(() => ({...localStorage})), {});
});

for (const kind of kinds.filter((each) => each !== 'role-play')) {
  test(`${kind}: wrong, then right`, async () => {
    const each = firstOf(kind);
    await openExercise(page, service.address, each.id);
    await answerBadly(page, service.address, each);
    await check(page);
    if (await verdict(page) === 'Nothing in it hurts.') {
      // What was asked for was not seen in it: one says so oneself.
      assert.equal(await page.getByRole('button', {name: 'Next'}).count(), 0);
      assert.ok(await page.locator('.said.unseen li').count() > 0);
      await page.getByRole('button', {name: 'Not yet'}).click();
      await page.waitForFunction(() => document.querySelector('#verdict')?.textContent !== 'Nothing in it hurts.');
    }
    assert.match(await verdict(page), /^(Not quite yet|Nearly there)\.$/);
    assert.ok(await page.locator('.said.fault li, .said.unseen li').count() > 0);
    assert.ok((await page.locator('.why').innerText()).includes(each.explanation.slice(0, 40)));
    await page.getByRole('button', {name: 'Try once more'}).click();
    await page.waitForSelector('.answering');
    assert.match(await page.locator('.answering').innerText(), /For practice/);
    await answerWell(page, service.address, each);
    await check(page);
    await page.waitForSelector('.feedback');
    assert.equal(await page.locator('.feedback.well').count(), 1, await page.locator('.feedback').innerText());
    assert.deepEqual(trouble, []);
  });
}

test('what was not seen in a text, and is there, counts when one says so', async () => {
  await beginAs(page, 'Kim');
  const each = firstOf('record');
  await openTrain(page, service.address, `/${each.id}`);
  await page.waitForSelector('.recording');
  for (const box of await page.locator('.recording textarea').all()) await box.fill('As they told it.');
  await check(page);
  assert.equal(await verdict(page), 'Nothing in it hurts.');
  assert.equal((await standingOf('Kim')).answers, 0);
  await page.getByRole('button', {name: 'It is in there'}).click();
  await page.waitForSelector('.feedback.well');
  assert.equal((await standingOf('Kim')).answers, 1);
});

test('words are marked by drawing over them, and unmarked in the same way', async () => {
  const each = firstOf('spot');
  await openExercise(page, service.address, each.id);
  const draw = async (from, to) => {
    const box = (place) => page.locator('.words button').nth(place).boundingBox();
    const [a, b] = [await box(from), await box(to)];
    await page.mouse.move(a.x + a.width / 2, a.y + a.height / 2);
    await page.mouse.down();
    await page.mouse.move(b.x + b.width / 2, b.y + b.height / 2, {steps: 5});
    await page.mouse.up();
  };
  const marked = () => page.locator('.words button[aria-pressed="true"]').count();
  await draw(1, 3);
  assert.equal(await marked(), 3);
  await draw(3, 2);
  assert.equal(await marked(), 1);
});

test('sentences are drawn to their places', async () => {
  await openExercise(page, service.address, firstOf('order').id);
  const sentences = () => page.locator('.order li > span[id]').allInnerTexts();
  const shown = await sentences();
  const grip = await page.locator('.order .grip').nth(0).boundingBox();
  const last = await page.locator('.order li').last().boundingBox();
  await page.mouse.move(grip.x + 5, grip.y + 8);
  await page.mouse.down();
  await page.mouse.move(grip.x + 5, last.y + last.height - 2, {steps: 12});
  await page.mouse.up();
  assert.deepEqual(await sentences(), [...shown.slice(1), shown[0]]);
});

test('nothing to check is said, and is no answer', async () => {
  await openExercise(page, service.address, firstOf('choose').id);
  await check(page);
  assert.equal(await page.getByRole('alert').innerText(), 'Choose one of them.');
  assert.equal(await page.locator('.feedback').count(), 0);
});

test('hints come one by one, an answer last, and then it counts as not known', async () => {
  await beginAs(page, 'Cleo');
  const each = exercises.find(({kind, hints}) => kind === 'hears' && hints.length === 2);
  await openTrain(page, service.address, `/${each.id}`);
  await page.waitForFunction((words) => document.querySelector('.situation')?.textContent === words, each.situation);
  const hints = () => page.locator('.hints li').allInnerTexts();
  await page.getByRole('button', {name: 'A hint', exact: true}).click();
  assert.deepEqual(await hints(), each.hints.slice(0, 1));
  assert.equal(await page.getByRole('button', {name: 'Show me an answer'}).count(), 0);
  await page.getByRole('button', {name: 'Another hint'}).click();
  assert.deepEqual(await hints(), each.hints);
  await page.getByRole('button', {name: 'Show me an answer'}).click();
  await page.waitForSelector('.solution');
  await answerWell(page, service.address, each);
  await check(page);
  assert.equal(await verdict(page), 'Yes.');
  const {rules} = await standingOf('Cleo');
  assert.ok(rules.every(({slipped}) => slipped));
});

const talk = exercises.find(({kind}) => kind === 'role-play');

test('a talk that goes well', async () => {
  await beginAs(page, 'Dara');
  await openTrain(page, service.address, `/${talk.id}`);
  await page.waitForSelector('.talking');
  for (const reply of talk.good) await say(page, reply);
  assert.equal(await verdict(page), 'They leave content.');
  assert.match(await page.getByRole('img').getAttribute('aria-label'), /^Mood from 0 to 10: \d+(, \d+)+$/);
  assert.equal(await page.locator('.turns > li').count(), talk.good.length);
  assert.ok(await page.locator('.reasons .met').count() >= 4);
  assert.equal((await standingOf('Dara')).answers, 1);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => location.hash === '#train' && !document.querySelector('.feedback'));
  assert.deepEqual(trouble, []);
});

test('a talk that goes badly, and once more', async () => {
  await openExercise(page, service.address, talk.id);
  const mood = () => page.locator('.mood b').innerText();
  const first = await mood();
  await say(page, talk.bad[0]);
  if (await page.locator('.mood').count()) assert.notEqual(await mood(), first);
  for (let i = 1; await page.locator('#verdict').count() === 0; ++i) await say(page, talk.bad[i % talk.bad.length]);
  assert.equal(await verdict(page), 'Not this time.');
  assert.ok(await page.locator('.reasons .hurt').count() > 0);
  await page.getByRole('button', {name: 'Try once more'}).click();
  await page.waitForSelector('.talking');
  assert.equal(await page.locator('.talking .messages li.agent').count(), 0);
});

test('a set from a link, in its order, with what did not pass once more', async () => {
  const ids = [firstOf('choose').id, firstOf('hears').id];
  const due = new Date(Date.now() + 3 * 86_400_000);
  const link = `/set=${encodeSet({id: 'week-9', name: 'Für Montag', exercises: ids, due: due.toISOString()})}`;
  await openTrain(page, service.address, link);
  await page.waitForFunction(() => document.querySelector('.who h2')?.textContent === '“Für Montag”');
  assert.match(await page.locator('.who').innerText(), /2 exercises, for \w+day\./);
  await beginAs(page, 'Eve');
  for (const [id, well, place] of [[ids[0], false, '1 of 2'], [ids[1], true, '2 of 2'], [ids[0], true, '2 of 2']]) {
    await page.waitForFunction((words) => document.querySelector('.answering') && document.querySelector('.situation').textContent === words,
      exercise(id).situation);
    assert.match(await page.locator('.exercise-head').innerText(), new RegExp(`Für Montag: ${place}`));
    await (well ? answerWell : answerBadly)(page, service.address, exercise(id));
    await check(page);
    await verdict(page);
    await page.getByRole('button', {name: 'Next'}).click();
    await page.waitForFunction(() => !document.querySelector('.feedback'));
  }
  await page.waitForSelector('h2:has-text("“Für Montag” is done.")');
  assert.match(await page.locator('.train-plain').innerText(), /2 of 2 exercises came out well/);
});

test('links that lead nowhere say so', async () => {
  for (const rest of ['/set=abc', '/set=%00', '/some where']) {
    await openTrain(page, service.address, rest);
    await page.waitForSelector('h2:has-text("This link leads nowhere")');
  }
  await openTrain(page, service.address, '/policy/none');
  await page.waitForSelector('.train-trouble:has-text("There is no exercise")');
  assert.deepEqual(placeOf('#train/a/b'), {to: 'exercise', id: 'a/b'});
  assert.equal(placeOf(`#train/set=${encodeSet({id: 'a', exercises: []})}`).to, 'broken');
});

test('progress in pictures and numbers, and then all of it deleted', async () => {
  await beginAs(page, 'Finn');
  for (const kind of ['choose', 'hears', 'spot']) {
    const each = firstOf(kind);
    await openTrain(page, service.address, `/${each.id}`);
    await page.waitForFunction((words) => document.querySelector('.answering') && document.querySelector('.situation').textContent === words, each.situation);
    await (kind === 'spot' ? answerBadly : answerWell)(page, service.address, each);
    await check(page);
    await verdict(page);
  }
  await page.getByRole('link', {name: 'My progress'}).click();
  await page.waitForSelector('.figures');
  assert.equal(await page.getByRole('img').getAttribute('aria-label'), 'Practice on 1 day of the last twelve weeks');
  assert.match(await page.locator('.figures').innerText(), /1\s*day in a row/);
  await page.getByText('The days in numbers').click();
  assert.equal(await page.locator('.calendar td').innerText(), '3');
  const families = page.locator('.families summary');
  assert.ok(await families.count() > 0);
  for (const family of await families.all()) await family.click();
  const rows = await page.locator('.families tbody tr').allInnerTexts();
  assert.equal(rows.length, (await standingOf('Finn')).rules.length);
  assert.ok(rows.some((row) => row.includes('comes again')) && rows.some((row) => row.includes('100 %')));
  await page.getByRole('button', {name: 'Delete me'}).click();
  await page.getByRole('button', {name: 'Keep it'}).click();
  assert.equal((await standingOf('Finn')).answers, 3);
  await page.getByRole('button', {name: 'Delete me'}).click();
  await page.getByRole('button', {name: 'Delete it all'}).click();
  await page.waitForSelector('h2:has-text("Deleted")');
  assert.ok((await api('/v1/people')).people.every(({name}) => name !== 'Finn'));
  assert.deepEqual(trouble, []);
});

test('who was deleted elsewhere hears what was good all the same, and is asked for a name', async () => {
  await beginAs(page, 'Gus');
  const each = firstOf('choose');
  await openTrain(page, service.address, `/${each.id}`);
  await page.waitForFunction((words) => document.querySelector('.answering') && document.querySelector('.situation').textContent === words, each.situation);
  const {people} = await api('/v1/people');
  await api(`/v1/people/${people.find(({name}) => name === 'Gus').id}`, {method: 'DELETE'});
  await answerWell(page, service.address, each);
  await check(page);
  assert.equal(await verdict(page), 'Yes.');
  await page.getByRole('button', {name: 'Next'}).click();
  await page.waitForSelector('#trainee');
});

test('where the service does not answer nothing is lost, and an answer that comes twice is kept once', async () => {
  await beginAs(page, 'Hal');
  const each = firstOf('rewrite');
  await openTrain(page, service.address, `/${each.id}`);
  await page.waitForSelector('.writing textarea');
  await answerWell(page, service.address, each);
  // It is judged and kept, and the reply is lost on its way.
  let first = true;
  await page.route('**/judge', async (route) => {
    if (!first) return route.continue();
    first = false;
    await route.fetch();
    return route.abort('connectionreset');
  });
  await check(page);
  await page.waitForSelector('.train-trouble:has-text("cannot be reached")');
  assert.equal(await page.locator('.writing textarea').inputValue(), each.model);
  await page.getByRole('button', {name: 'Try again'}).click();
  assert.equal(await verdict(page), 'That lands well.');
  assert.equal((await standingOf('Hal')).answers, 1);
});

test('with tokens one trains under the name of one’s token', async () => {
  const tokens = path.join(folder, 'tokens');
  const secrets = {};
  let lines = '';
  for (const name of ['iris', 'jon']) {
    const child = execFileSync('sh', ['-c', '"$0" --new-token "$1" 2>&1', program, name], {encoding: 'utf8'});
    secrets[name] = /: (\S+)\n/.exec(child)[1];
    lines += `${child.split('\n').find((line) => line.startsWith(`${name} `))}\n`;
  }
  writeFileSync(tokens, lines);
  const guarded = await freshService('--tokens', tokens, '--trainer', 'jon');
  try {
    const {page: other} = await openPage(browser, guarded.address, '/#train');
    await other.waitForSelector('.train-trouble .token');
    await other.locator('.train .token input[type=password]').fill(secrets.iris);
    await other.keyboard.press('Enter');
    await other.waitForSelector('.exercise');
    assert.match(await other.locator('.train-bar').innerText(), /^iris/);
    assert.equal(await other.getByRole('button', {name: 'Not iris?'}).count(), 0);
    await other.close();
    const headers = {Authorization: `Bearer ${secrets.jon}`};
    const {people} = await (await fetch(`${guarded.address}/v1/people`, {headers})).json();
    assert.deepEqual(people.map(({name}) => name), ['iris']);
  } finally {
    await guarded.stop();
  }
});

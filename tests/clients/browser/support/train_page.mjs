// The Train tab, as a trainee uses it, with the exercises that are in the tree and their right answers.
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {source} from './places.mjs';

const folder = path.join(source, 'corpora/exercises');

// As they are written (docs/exercises.md).
export const exercises = readdirSync(folder).filter((name) => name.endsWith('.json')).sort()
  .flatMap((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')).exercises ?? []);

export const exercise = (id) => exercises.find((each) => each.id === id);
export const firstOf = (kind) => exercises.find((each) => each.kind === kind);
export const kinds = [...new Set(exercises.map(({kind}) => kind))];

export async function openTrain(page, address, rest = '') {
  await page.goto(`${address}/#train${rest}`);
}

export async function beginAs(page, name) {
  await page.waitForSelector('#trainee');
  await page.fill('#trainee', name);
  await page.getByRole('button', {name: 'Start'}).click();
  await page.waitForSelector('.exercise');
}

// Opens one exercise, answered by nobody yet.
export async function openExercise(page, address, id) {
  await openTrain(page, address, `/${id}`);
  await page.reload();
  await page.waitForSelector('.doing');
  if (id.startsWith('role-play/')) await page.waitForSelector('.talking');
}

export const task = (page) => page.locator('.task').innerText();
export const verdict = async (page) => {
  await page.waitForSelector('#verdict');
  return page.locator('#verdict').innerText();
};
export const check = (page) => page.getByRole('button', {name: 'Check'}).click();

// The numbers of the words of a draft that lie in `words`.
export function wordsIn(draft, words) {
  const from = draft.indexOf(words);
  const to = from + words.length;
  return [...draft.matchAll(/\S+/g)].flatMap(({index, 0: {length}}, number) =>
    (index < to && index + length > from ? [number] : []));
}

// The options as they are shown, and which of them are right.
export async function cards(page, {kind, options, items, answer}) {
  const shown = await page.locator('.card-choice').allInnerTexts();
  const list = items ?? options;
  // Of faults to name the summaries are shown: the service is asked which.
  if (kind === 'name') return {shown, right: null, answer};
  const right = list.filter((each) => each.right).map(({text}) => shown.findIndex((words) => words.trim() === text.trim()));
  return {shown, right};
}

// The text of the right option of a fault to name.
export async function solutionOf(address, id) {
  const response = await fetch(`${address}/v1/exercises/${id}/solution`, {method: 'POST', body: '{}'});
  return (await response.json()).solution;
}

async function rightCards(page, address, each) {
  const {shown, right} = await cards(page, each);
  return right ?? [shown.indexOf(await solutionOf(address, each.id))];
}

export const textsOf = ({kind, model, fields}) => {
  if (kind === 'record') return fields.map((field) => model[field]);
  return Array.isArray(model) ? model : [model];
};

// Gives a right answer by pointer and typing, up to Check.
export async function answerWell(page, address, each) {
  const {kind, draft, marks, sentences} = each;
  if (kind === 'spot') {
    const wanted = new Set(marks.flatMap(({words}) => wordsIn(draft, words)));
    const buttons = await page.locator('.words button').all();
    for (const [number, button] of buttons.entries()) {
      const on = (await button.getAttribute('aria-pressed')) === 'true';
      if (on !== wanted.has(number)) await button.click();
    }
  } else if (kind === 'order') {
    for (const [place, sentence] of sentences.entries()) {
      const shown = await page.locator('.order li > span[id]').allInnerTexts();
      for (let at = shown.indexOf(sentence); at > place; --at) await page.locator('.order li').nth(at).getByLabel('Up').click();
    }
  } else if (['name', 'hears', 'choose', 'checklist'].includes(kind)) {
    const wanted = new Set(await rightCards(page, address, each));
    for (const [number, box] of (await page.locator('.card-choice input').all()).entries()) {
      if ((await box.isChecked()) !== wanted.has(number) && (kind === 'checklist' || wanted.has(number))) await box.click();
    }
  } else {
    const boxes = await page.locator('.answering textarea').all();
    for (const [index, text] of textsOf(each).entries()) await boxes[index].fill(text);
  }
}

// Gives a wrong one.
export async function answerBadly(page, address, each) {
  const {kind, draft, marks} = each;
  if (kind === 'spot') {
    const hurts = new Set(marks.flatMap(({words}) => wordsIn(draft, words)));
    const harmless = [...draft.matchAll(/\S+/g)].findIndex((_, number) => !hurts.has(number));
    await page.locator('.words button').nth(harmless).click();
  } else if (['name', 'hears', 'choose', 'checklist'].includes(kind)) {
    const right = await rightCards(page, address, each);
    const count = await page.locator('.card-choice').count();
    const wrong = [...Array(count).keys()].find((number) => !right.includes(number));
    await page.locator('.card-choice').nth(wrong).click();
  } else if (kind !== 'order') {
    for (const box of await page.locator('.answering textarea').all()) {
      await box.fill('We’re sorry if you were upset, but it’s our policy.');
    }
  }
}

export async function say(page, text) {
  const count = await page.locator('.talking .messages li.agent').count();
  await page.fill('.talking textarea', text);
  await page.keyboard.press('Enter');
  await page.waitForFunction((before) => document.querySelector('#verdict') ||
    (document.querySelectorAll('.talking .messages li.agent').length > before && !document.querySelector('.talking textarea').readOnly), count);
}

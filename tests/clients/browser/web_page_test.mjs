// The page of the service in a real browser, with the real service: writing, mending, filling, coaching,
// keeping, and what happens where the service does not answer.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {after, afterEach, before, beforeEach, test} from 'node:test';
import {amends} from './support/amends.mjs';
import {launch, see} from './support/browser.mjs';
import {buildFolder, service as program} from './support/places.mjs';
import {serve} from './support/serve.mjs';
import {draftOf, marksOf, openPage, selectionOf, settled, tryExample, write} from './support/web_page.mjs';

let browser;
let service;
let page;
let trouble;

before(async () => {
  [browser, service] = await Promise.all([launch(), serve()]);
  await browser.context.grantPermissions(['clipboard-read', 'clipboard-write'], {origin: service.address});
});
after(async () => {
  await browser?.close();
  await service?.stop();
});
beforeEach(async () => {
  ({page, trouble} = await openPage(browser, service.address));
  await see(page, {width: 1400});
});
afterEach(async () => {
  await page.evaluate(() => localStorage.clear()).catch(() => {});
  await page.close();
});

const folder = buildFolder('web-page');
const complaint = 'The lamp you sent me came broken, and it was a present for my mother. I am very upset, it ruined her birthday, and I want my money back.';
const draft = 'Dear Ms Osei,\n\nWe’re sorry if you were upset, but it’s our policy not to refund lamps. Did you read the manual?\n\nKind regards,\nTom';
const record = {text: draft, context: [{role: 'customer', text: complaint}], channel: 'email', extent: 'whole'};

// What the command says of the same.
function said(command, ofRecord, ...flags) {
  const file = path.join(folder, 'record.json');
  writeFileSync(file, JSON.stringify(ofRecord));
  return amends(command, '--no-config', ...flags, file);
}
const checked = (ofRecord) => JSON.parse(said('check', ofRecord, '--format', 'json')).findings;
const coached = (ofRecord) => JSON.parse(said('coach', ofRecord, '--format', 'json'));

async function writeCase() {
  await page.fill('#turn-0', complaint);
  await write(page, draft);
  await settled(page);
}

const heard = () => page.locator('.heard-place').allInnerTexts();
const card = () => page.getByRole('dialog');

test('a first visitor sees what to do, nothing is stored and nobody else is asked', async () => {
  assert.equal(await page.locator('h1').innerText(), 'What will your customer hear?');
  assert.equal(await page.locator('.welcome .examples button').count(), 4);
  await page.waitForTimeout(500);
  await writeCase();
  const kept = await page.evaluate(() => ({...localStorage, ...sessionStorage}));
  assert.deepEqual(kept, {});
  assert.equal(await page.evaluate(() => document.cookie), '');
  assert.deepEqual(trouble, []);
});

test('what is typed is marked as the command marks it, and the whole reply’s findings are no marks', async () => {
  await page.fill('#turn-0', complaint);
  await page.focus('.cm-content');
  await page.keyboard.type(draft.slice(0, 40).replaceAll('\n', ' '));
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await write(page, draft);
  await settled(page);
  const findings = checked(record);
  const marks = await marksOf(page);
  assert.ok(findings.some(({scope}) => scope === 'text') && findings.some(({scope}) => scope === 'reply'));
  const inText = findings.filter(({scope}) => scope === 'text');
  for (const {text} of inText) assert.ok(marks.map(({words}) => words).join('').includes(text), text);
  for (const {words} of marks) assert.ok(inText.some(({text}) => text.includes(words)), words);
  assert.ok(!marks.some(({words}) => words.includes('Dear')));
  for (const {hears} of inText.filter((finding) => finding.hears)) {
    assert.ok((await heard()).some((words) => words.includes(hears)), hears);
  }
});

const odd = [
  {what: 'emoji', text: '😀 👩‍👩‍👧 Well. We’re sorry if you were upset. 🎉'},
  {what: 'letters of three bytes', text: '“Ẽ…” – We’re sorry if you were upset.'},
  {what: 'Hebrew', text: 'שלום רות.\n\nWe’re sorry if you were upset.'},
  {what: 'half a character', text: '\ud83d We’re sorry if you were upset.'},
];

for (const {what, text} of odd) {
  test(`behind ${what} the right words are marked`, async () => {
    await page.focus('.cm-content');
    await page.evaluate((words) => {
      const transfer = new DataTransfer();
      transfer.setData('text/plain', words);
      document.querySelector('.cm-content').dispatchEvent(
        new ClipboardEvent('paste', {clipboardData: transfer, bubbles: true, cancelable: true}));
    }, text);
    await settled(page);
    const words = (await marksOf(page)).filter(({severity}) => severity === 'error').map((mark) => mark.words).join('');
    assert.equal(words, 'We’re sorry if you were upset');
  });
}

test('each line runs the way its letters do', async () => {
  await write(page, 'שלום רות.\nHello.');
  const ways = await page.evaluate(() => [...document.querySelectorAll('.cm-line')].map((line) => getComputedStyle(line).direction));
  assert.deepEqual(ways, ['rtl', 'ltr']);
});

test('a click opens a finding, a click mends it, an undo takes it back', async () => {
  await writeCase();
  await page.locator('.cm-line .finding', {hasText: 'Did you read'}).click();
  assert.match(await card().innerText(), /The customer hears/);
  await card().locator('.fixes button').first().click();
  const mended = await draftOf(page);
  assert.notEqual(mended, draft);
  assert.equal(await card().count(), 0);
  await settled(page);
  assert.ok(!(await marksOf(page)).some(({words}) => words.includes('Did you read')));
  await page.keyboard.press('Control+z');
  assert.equal(await draftOf(page), draft);
});

test('the keyboard does all of it, and Escape leads back', async () => {
  await writeCase();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('F8');
  assert.match(await card().getAttribute('aria-label'), /^1 of \d+: /);
  const told = await page.locator('.unseen[role="status"]').innerText();
  assert.match(told, /^1 of \d+, .*The customer hears/);
  await page.keyboard.press('F8');
  assert.match(await card().getAttribute('aria-label'), /^2 of /);
  await page.keyboard.press('Shift+F8');
  assert.match(await card().getAttribute('aria-label'), /^1 of /);
  await page.keyboard.press('Shift+F8');
  const last = /^(\d+) of (\d+)/.exec(await card().getAttribute('aria-label'));
  assert.equal(last[1], last[2]);
  await page.keyboard.press('Escape');
  assert.equal(await card().count(), 0);
  assert.ok(await page.evaluate(() => document.activeElement.classList.contains('cm-content')));

  await page.keyboard.press('F8');
  await page.keyboard.press('Control+.');
  await page.waitForFunction(() => document.activeElement.closest('[role="dialog"]'));
  await page.keyboard.press('F8');
  await page.waitForFunction(() => document.activeElement.closest('[role="dialog"]'));
  for (let i = 0; i < 10 && !await page.evaluate(() => document.activeElement.closest('.fixes')); ++i) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.notEqual(await draftOf(page), draft);
  assert.ok(await page.evaluate(() => document.activeElement.classList.contains('cm-content')));
  await page.keyboard.press('Control+z');
  assert.equal(await draftOf(page), draft);
});

for (const width of [390, 1400]) {
  test(`nothing moves when findings arrive, in a window of ${width}`, async () => {
    await see(page, {width});
    let letThrough;
    const held = new Promise((resolve) => { letThrough = resolve; });
    await page.route('**/v1/*', (route) => held.then(() => route.continue()));
    await write(page, draft);
    await page.waitForFunction(() => document.querySelector('.state').textContent === 'Reading…');
    const places = () => page.evaluate(() => ['.top', '.conversation', '.editor', '.status', '.draft > .tools', '.panel', '.foot']
      .map((part) => document.querySelector(part).getBoundingClientRect()).map(({x, y, width: wide}) => [x, y, wide]));
    const before = (await places()).slice(0, -1);
    letThrough();
    await settled(page);
    assert.ok((await marksOf(page)).length > 0);
    assert.deepEqual((await places()).slice(0, -1), before);
  });
}

test('the card goes, and the cursor is in the draft again', async () => {
  await writeCase();
  await page.keyboard.press('F8');
  await page.keyboard.press('Control+.');
  await page.waitForFunction(() => document.activeElement.closest('[role="dialog"]'));
  await page.route('**/v1/check', (route) => route.fulfill({json: {findings: []}}));
  await page.evaluate(() => {
    const channel = document.querySelector('.channel select');
    channel.value = 'chat';
    channel.dispatchEvent(new Event('change', {bubbles: true}));
  });
  await card().waitFor({state: 'detached'});
  assert.ok(await page.evaluate(() => document.activeElement.classList.contains('cm-content')));
});

test('typing never opens a card and closes an open one', async () => {
  await writeCase();
  await page.keyboard.press('F8');
  assert.equal(await card().count(), 1);
  await page.keyboard.type('x ');
  assert.equal(await card().count(), 0);
  await settled(page);
  assert.equal(await card().count(), 0);
});

test('words that change lose their mark at once, their neighbours keep theirs', async () => {
  await writeCase();
  await page.route('**/v1/check', () => {});  // no answer comes any more
  const before = (await marksOf(page)).length;
  await page.locator('.cm-line .finding', {hasText: 'Did you read'}).click();
  await page.keyboard.type('x');
  const marks = await marksOf(page);
  assert.equal(marks.length, before - 1);
  assert.ok(!marks.some(({words}) => words.includes('read')));
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('New words before it all. ');
  assert.deepEqual(await marksOf(page), marks);
});

test('blanks: the first is selected, Tab goes on, and out after the last', async () => {
  await writeCase();
  await page.locator('.panel summary', {hasText: 'In outline'}).click();
  await page.getByRole('button', {name: 'Use this outline'}).click();
  const text = await draftOf(page);
  const blanks = text.match(/\[\[[^\]]*\]\]/g);
  assert.ok(blanks.length > 2);
  assert.equal(await selectionOf(page), blanks[0]);
  assert.equal(await page.locator('.cm-line .blank').count() >= blanks.length, true);
  await page.keyboard.type('What I did');
  assert.ok((await draftOf(page)).includes('What I did'));
  assert.ok(!(await draftOf(page)).includes(blanks[0]));
  for (const blank of blanks.slice(1)) {
    await page.keyboard.press('Tab');
    assert.equal(await selectionOf(page), blank);
  }
  await page.keyboard.press('Shift+Tab');
  assert.equal(await selectionOf(page), blanks.at(-2));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => !document.activeElement.classList.contains('cm-content')));
  assert.ok(!(await marksOf(page)).some(({words}) => words.includes('[[')));
});

test('an outline, a sentence and an example can be undone', async () => {
  await writeCase();
  await page.locator('.panel summary', {hasText: 'In outline'}).click();
  await page.getByRole('button', {name: 'Use this outline'}).click();
  await page.keyboard.press('Control+z');
  assert.equal(await draftOf(page), draft);
  await page.locator('.checklist summary', {hasText: 'Taking responsibility'}).click();
  await page.locator('.checklist li', {hasText: 'Taking responsibility'}).getByRole('button', {name: 'Put it in'}).click();
  const {outline} = coached(record);
  const sentence = outline.lines.find(({element}) => element === 'responsibility').text;
  assert.ok((await draftOf(page)).includes(sentence));
  assert.match(await selectionOf(page), /^\[\[.*\]\]$/);
  await page.keyboard.press('Control+z');
  assert.equal(await draftOf(page), draft);
  await page.getByRole('button', {name: 'Examples'}).click();
  await page.locator('#example-menu').getByRole('button', {name: /noisy room/}).click();
  assert.notEqual(await page.inputValue('#turn-0'), complaint);
  await page.getByRole('button', {name: 'Bring mine back'}).click();
  assert.equal(await draftOf(page), draft);
  assert.equal(await page.inputValue('#turn-0'), complaint);
});

test('the coach says what the command says', async () => {
  await writeCase();
  const {score, steps, elements, next, costs} = coached(record);
  assert.equal(await page.locator('.status .points b').innerText(), String(score));
  assert.equal(await page.locator('.steps h3').count(), steps.length);
  for (const {name} of steps) assert.ok((await page.locator('.steps h3').allInnerTexts()).some((text) => text.includes(name)), name);
  const asked = elements.filter(({presence}) => presence !== 'not-asked');
  assert.equal(await page.locator('.checklist > li').count(), asked.length);
  for (const {name, presence} of asked) {
    assert.equal(await page.locator(`.checklist > li.${presence}`, {hasText: name}).count(), 1, name);
  }
  assert.ok((await page.locator('.next').innerText()).includes(next.advice));
  await page.locator('summary', {hasText: 'What it is made of'}).click();
  const points = await page.locator('.score td:first-child').allInnerTexts();
  assert.deepEqual(points, costs.map(({points: lost}) => `−${lost}`));
});

test('praise comes first, and the score rises as the draft gets better', async () => {
  await tryExample(page, /kettle/);
  const before = Number(await page.locator('.status .points b').innerText());
  await page.getByRole('button', {name: 'Start over'}).click();
  await page.getByRole('button', {name: 'Try an example'}).click();
  await page.locator('#example-menu').getByRole('button', {name: /lands well/}).click();
  await settled(page);
  assert.ok(Number(await page.locator('.status .points b').innerText()) > before + 30);
  assert.equal(await page.locator('.panel h2').first().innerText(), 'What is good');
  assert.deepEqual(await marksOf(page), []);
});

test('what is missing is told by the checklist, with what the customer hears', async () => {
  await writeCase();
  const {elements} = coached(record);
  const lacking = checked(record).find(({scope, rule, hears}) => scope === 'reply' && hears &&
    elements.some(({rules, presence}) => presence !== 'there' && rules.includes(rule)));
  const element = elements.find(({rules}) => rules.includes(lacking.rule));
  assert.ok(!(await heard()).some((words) => words.includes(lacking.hears)));
  const item = page.locator('.checklist > li', {hasText: element.name});
  await item.locator('summary').click();
  assert.ok((await item.innerText()).includes(lacking.hears));
});

test('the channel decides what is found', async () => {
  const text = 'I’m sorry that the lamp came broken. As a goodwill gesture I’d like to offer you a £20 voucher.';
  await page.fill('#turn-0', complaint);
  await write(page, text);
  for (const channel of ['public', 'chat', 'email', 'phone']) {
    await page.selectOption('.channel select', channel);
    await settled(page);
    const findings = checked({...record, text, channel}).filter(({scope, hears}) => scope === 'text' && hears);
    const words = (await heard()).join('\n');
    for (const {hears} of findings) assert.ok(words.includes(hears), `${channel}: ${hears}`);
    assert.equal(await page.locator('button.heard-place').count(), checked({...record, text, channel}).filter(({scope}) => scope === 'text').length);
  }
});

test('earlier messages count', async () => {
  await page.fill('#turn-0', 'Hi, my lamp is broken.');
  await page.getByRole('button', {name: '+ You answered already'}).click();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'turn-1');
  await page.keyboard.type('I’m sorry, that was our mistake. A new lamp comes on Friday.');
  await page.getByRole('button', {name: '+ The customer wrote again'}).click();
  await page.keyboard.type('It is Saturday and there is no lamp.');
  await write(page, 'Please wait a little longer.');
  await settled(page);
  const context = [{role: 'customer', text: 'Hi, my lamp is broken.'},
                   {role: 'agent', text: 'I’m sorry, that was our mistake. A new lamp comes on Friday.'},
                   {role: 'customer', text: 'It is Saturday and there is no lamp.'}];
  const {score} = coached({text: 'Please wait a little longer.', context, channel: 'email', extent: 'whole'});
  assert.equal(await page.locator('.status .points b').innerText(), String(score));
  await page.getByRole('button', {name: 'Take away message 3'}).click();
  await page.waitForFunction(() => document.querySelectorAll('.turn').length === 2);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'turn-1');
});

test('what is left as it is goes away, and comes back', async () => {
  await writeCase();
  const before = await page.locator('button.heard-place').count();
  await page.locator('.cm-line .finding', {hasText: 'Did you read'}).click();
  await card().getByRole('button', {name: 'Leave it as it is'}).click();
  assert.equal(await page.locator('button.heard-place').count(), before - 1);
  await write(page, '\nPS');
  await settled(page);
  assert.equal(await page.locator('button.heard-place').count(), before - 1);
  await page.getByRole('button', {name: 'Show again'}).click();
  assert.equal(await page.locator('button.heard-place').count(), before);
});

test('why: the rule’s own words, fetched when they are asked for', async () => {
  await writeCase();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('F8');
  const {rule} = checked(record).find(({scope}) => scope === 'text');
  const {why} = await (await fetch(`${service.address}/v1/rules/${rule}`)).json();
  await card().locator('summary').click();
  await page.waitForFunction((words) => document.querySelector('.card').innerText.includes(words), why);
});

test('copied and saved as plain text', async () => {
  await writeCase();
  await page.getByRole('button', {name: 'Copy'}).click();
  await page.waitForFunction(() => document.querySelector('.notice').innerText === 'Copied.');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), draft);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', {name: 'Download'}).click()]);
  assert.equal(download.suggestedFilename(), 'reply.txt');
  assert.equal(readFileSync(await download.path(), 'utf8'), `${draft}\n`);
});

test('the coach’s page is the one that the command writes', async () => {
  await writeCase();
  const [tab] = await Promise.all([browser.context.waitForEvent('page'), page.getByRole('button', {name: 'Coach’s page'}).click()]);
  await tab.waitForSelector('h1');
  const html = said('coach', record, '--format', 'html');
  const file = await browser.context.newPage();
  await file.setContent(html.replace('Coaching for record.json', 'Coaching for your reply'));
  const body = (of) => of.evaluate(() => document.body.innerHTML.replaceAll('record.json', 'your reply'));
  assert.equal(await body(tab), await body(file));
  // Its style is let in.
  assert.equal(await tab.evaluate(() => getComputedStyle(document.body).maxWidth), '704px');
  await file.close();
  await tab.close();
});

test('remembers when asked, and one click forgets', async () => {
  await page.fill('#turn-0', complaint);
  await page.getByLabel('Remember my draft on this device').check();
  await write(page, draft);
  await settled(page);
  await page.waitForTimeout(500);
  await page.reload();
  await settled(page);
  assert.equal(await draftOf(page), draft);
  assert.equal(await page.inputValue('#turn-0'), complaint);
  await page.getByRole('button', {name: 'Forget it now'}).click();
  assert.deepEqual(await page.evaluate(() => ({...localStorage})), {});
  await write(page, ' More.');
  await settled(page);
  await page.waitForTimeout(500);
  assert.deepEqual(await page.evaluate(() => ({...localStorage})), {});
});

test('closing the page asks only where typed words would be lost', async () => {
  const leave = () => page.evaluate(() => { location.href = '/licences.txt'; }).catch(() => {});
  await page.keyboard.press('Tab');
  await write(page, draft);
  await settled(page);
  await Promise.all([page.waitForEvent('dialog'), leave()]);
  assert.equal(await draftOf(page), draft);
  await page.getByRole('button', {name: 'Copy'}).click();
  await page.waitForFunction(() => document.querySelector('.notice').innerText.startsWith('Copied.'));
  await Promise.all([page.waitForURL('**/licences.txt'), leave()]);
  assert.equal(trouble.filter((text) => text.startsWith('dialog')).length, 1);
});

test('where the service is gone the words stay, and it goes on when it is back', async () => {
  const own = await serve();
  const opened = await openPage(browser, own.address);
  const there = opened.page;
  await see(there, {width: 1400});
  await write(there, draft);
  await settled(there);
  await own.stop();
  await write(there, ' And more.');
  await there.waitForFunction(() => document.querySelector('.state').innerText.startsWith('Amends cannot be reached.'));
  await there.keyboard.type(' Still typing.');
  assert.ok((await draftOf(there)).endsWith(' And more. Still typing.'));
  assert.ok((await marksOf(there)).length > 0);
  assert.equal(await there.getByRole('alert').count(), 1);
  const back = await serve('--port', own.port);
  try {
    await there.getByRole('button', {name: 'Try now'}).click();
    await settled(there);
    const {score} = coached({text: await draftOf(there), channel: 'email', extent: 'whole'});
    assert.equal(await there.locator('.status .points b').innerText(), String(score));
    assert.deepEqual(opened.trouble.filter((text) => !text.startsWith('console: Failed to load resource')), []);
  } finally {
    await there.close();
    await back.stop();
  }
});

test('a busy service is told calmly and asked again', async () => {
  let times = 0;
  await page.route('**/v1/check', (route) => {
    times += 1;
    if (times > 1) return route.continue();
    return route.fulfill({status: 503, headers: {'Retry-After': '1'}, json: {error: {code: 'busy', message: 'Too many are waiting.'}}});
  });
  await write(page, draft);
  await page.waitForFunction(() => document.querySelector('.state').innerText.startsWith('Too many are waiting.'));
  await settled(page);
  assert.equal(times, 2);
});

test('a draft that is too long is told, and a shorter one is read', async () => {
  const small = await serve('--largest-text', '1');
  const opened = await openPage(browser, small.address);
  try {
    await write(opened.page, 'Sorry. '.repeat(200));
    await opened.page.waitForFunction(() => /KB/.test(document.querySelector('.state').innerText));
    await opened.page.keyboard.press('Control+a');
    await opened.page.keyboard.insertText('Sorry.');
    await settled(opened.page);
  } finally {
    await opened.page.close();
    await small.stop();
  }
});

test('a service that asks for a token gets it, and it is not kept', async () => {
  const tokens = path.join(folder, 'tokens');
  const {stdout, stderr} = spawnSync(program, ['--new-token', 'tester'], {encoding: 'utf8'});
  writeFileSync(tokens, stdout);
  const secret = /shown this once: (\S+)/.exec(stderr)[1];
  const guarded = await serve('--tokens', tokens);
  const opened = await openPage(browser, guarded.address);
  const there = opened.page;
  try {
    await write(there, draft);
    await there.getByLabel(/asks for a token/).fill('wrong');
    await there.keyboard.press('Enter');
    await there.waitForTimeout(500);
    await there.getByLabel(/asks for a token/).fill(secret);
    await there.keyboard.press('Enter');
    await settled(there);
    assert.ok((await marksOf(there)).length > 0);
    assert.deepEqual(await there.evaluate(() => ({...localStorage})), {});
    const other = await openPage(browser, guarded.address);
    await write(other.page, draft);
    await other.page.getByLabel('Remember it on this device').check();
    await other.page.getByLabel(/asks for a token/).fill(secret);
    await other.page.getByRole('button', {name: 'Use it'}).click();
    await settled(other.page);
    await other.page.close();
    const again = await openPage(browser, guarded.address);
    await write(again.page, draft);
    await settled(again.page);
    await again.page.close();
  } finally {
    await there.close();
    await guarded.stop();
  }
});

test('the rules can be searched and read, and lead back to the draft', async () => {
  await write(page, draft);
  await settled(page);
  await page.getByRole('link', {name: 'Rules'}).click();
  const rules = await (await fetch(`${service.address}/v1/rules`)).json();
  await page.waitForFunction((count) => document.querySelectorAll('.rule-list li').length === count, rules.length);
  await page.selectOption('.filters select', 'fake-apology');
  const family = rules.filter((rule) => rule.family === 'fake-apology');
  assert.equal(await page.locator('.rule-list li').count(), family.length);
  await page.fill('.filters input', family[0].summary.split(' ').slice(0, 3).join(' '));
  await page.locator('.rule-list a', {hasText: family[0].id}).click();
  await page.waitForSelector('.rule h3');
  const {why, hears, examples, summary} = await (await fetch(`${service.address}/v1/rules/${family[0].id}`)).json();
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H2');
  for (const more of await page.locator('.rule summary').all()) await more.click();
  const shown = await page.locator('.rule').innerText();
  for (const words of [why, hears, summary, ...[...examples.flag, ...examples.pass].map(({text}) => text)]) {
    assert.ok(shown.replace(/\s+/g, ' ').includes(words.replace(/\s+/g, ' ')), words);
  }
  await page.goBack();
  await page.goBack();
  assert.equal(await draftOf(page), draft);
  await page.goto(`${service.address}/#rules/there/is-none`);
  await page.waitForFunction(() => document.querySelector('.rule-page').innerText.includes('There is no rule'));
});

test('the files of the page: types, a strict policy, and nothing sent twice', async () => {
  const first = await fetch(`${service.address}/`);
  const policy = first.headers.get('Content-Security-Policy');
  assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[0-9a-f]{32}'/);
  assert.ok(!policy.includes('unsafe'));
  const nonce = /nonce-([0-9a-f]+)/.exec(policy)[1];
  assert.ok((await first.text()).includes(`content="${nonce}"`));
  assert.notEqual((await fetch(`${service.address}/`)).headers.get('Content-Security-Policy'), policy);
  const types = {'app.js': 'text/javascript', 'app.css': 'text/css', 'icon.svg': 'image/svg+xml', 'licences.txt': 'text/plain'};
  for (const [name, type] of Object.entries(types)) {
    const file = await fetch(`${service.address}/${name}`);
    assert.ok(file.headers.get('Content-Type').startsWith(type), name);
    const again = await fetch(`${service.address}/${name}`, {headers: {'If-None-Match': file.headers.get('ETag'), 'Cache-Control': 'no-cache'}});
    assert.equal(again.status, 304);
    assert.equal(await again.text(), '');
  }
});

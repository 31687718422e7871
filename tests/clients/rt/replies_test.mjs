// Replies from a real Request Tracker, with the extension in integrations/rt and a real service,
// written by an agent in a real browser. Debian's RT runs on SQLite in the build folder.
import assert from 'node:assert/strict';
import {after, before, beforeEach, test} from 'node:test';
import {Agent} from './support/agent.mjs';
import {Desk} from './support/desk.mjs';
import {Service} from './support/service.mjs';

const token = 'a-token-for-the-door';
const bad = 'We\'re sorry if you were inconvenienced, but you should have unpacked it with care.';
const good = 'I\'m sorry that your lamp came broken, and that it was the second time. That was our ' +
  'mistake: we packed it badly. I have sent a new one today, it comes on Thursday, and I will ' +
  'write to you then to ask whether it lights. You need not send the old one back.';

let service;
let desk;
let agent;  // writes HTML
let jo;     // writes plain text, and has no more rights than an agent needs

before(async () => {
  service = await Service.start();
  desk = await Desk.start(`Set($AmendsURL, '${service.url}/');
    Set($AmendsToken, '${token}'); Set($AmendsTimeout, 2);`);
  agent = await Agent.start(desk);
  jo = await Agent.start(desk, 'jo');
});
after(async () => {
  await jo?.close();
  await agent?.close();
  await desk?.stop();
  await service?.stop();
});
beforeEach(() => {
  service.questions.length = 0;
  service.instead = null;
});

const mail = (text, subject = 'The lamp') => `From: Ana Lee <ana@customer.example>
To: help@desk.example
Subject: ${subject}
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

${text}
`;
const complaint = 'My lamp came broken, for the second time. What will you do?';
const page = (...paragraphs) => paragraphs.map((text) => `<p>${text}</p>`).join('');
const letter = (text) => page('Hi Ana,', text, 'Jo');

// What the requestor got of a ticket, but for what RT says by itself.
const sent = (ticket) => desk.outbox()
  .filter(({to, subject}) => to.includes('ana@customer.example') &&
    subject.includes(`#${ticket}]`) && !subject.includes('AutoReply'))
  .map(({text}) => text).join('\n');

test('a reply with a fake apology is held, with all that was typed', async () => {
  const ticket = await desk.openTicket(mail(complaint));
  await agent.open(ticket);
  await agent.write(letter(`😀 ${bad}`));
  await agent.page.fill('[name=UpdateSubject]', 'About "the lamp" <&>');
  await agent.page.type('#UpdateCc-selectized', 'boss@desk2.example,');
  await agent.page.fill('[name=UpdateTimeWorked]', '7');
  await agent.page.selectOption('select[name=Status]', 'resolved', {force: true});
  await agent.page.setInputFiles('input.dz-hidden-input',
                                 {name: 'lamp.txt', mimeType: 'text/plain', buffer: Buffer.from('A lamp.')});
  await agent.page.locator('.dz-success').waitFor();
  const typed = await agent.written();
  await agent.send();

  assert.ok(await agent.isHeld());
  assert.match((await agent.results()).join('\n'), /Not sent yet: .*takes the apology back/);
  const findings = (await agent.texts('.amends-finding')).join('\n');
  assert.match(findings, /makes the apology depend on an “if”/);
  assert.match(findings, /The customer hears: .*Maybe nothing happened/);
  assert.equal(await agent.written(), typed);
  assert.equal(await agent.page.inputValue('[name=UpdateSubject]'), 'About "the lamp" <&>');
  assert.equal(await agent.page.inputValue('[name=UpdateCc]'), 'boss@desk2.example');
  assert.equal(await agent.page.inputValue('[name=UpdateTimeWorked]'), '7');
  assert.equal(await agent.page.inputValue('select[name=Status]'), 'resolved');
  assert.match(await agent.page.innerText('#ticket-update-message'), /lamp\.txt/);
  assert.equal(sent(ticket), '');
  await agent.picture('held');

  const [{headers, record}] = service.questions;
  assert.equal(headers.authorization, `Bearer ${token}`);
  assert.equal(record.format, 'html');
  assert.equal(record.channel, 'email');
  assert.deepEqual(record.facts, {first_reply: true});
  assert.equal(record.id, `desk.example/ticket/${ticket}`);
  assert.deepEqual(record.context.map(({role, text}) => [role, text.trim()]), [['customer', complaint]]);
});

test('a safe fix is one click, and lands behind an emoji and across tags', async () => {
  const ticket = await desk.openTicket(mail(complaint));
  await agent.open(ticket);
  await agent.write(letter('😀 &amp; 🙂 We\'re <em>sorry</em> if you were inconvenienced.'));
  await agent.send();
  assert.ok(await agent.isHeld());
  await agent.mend('nobody in particular is sorry', 'Say it yourself');
  assert.match(await agent.written(), /😀 &amp; 🙂 I(&#39;|')m <em>sorry<\/em> if you were inconvenienced\./);
  assert.ok(await agent.isHeld(), 'held for the rest');
  assert.doesNotMatch((await agent.texts('.amends-finding')).join('\n'), /nobody in particular/);
  await agent.picture('mended');
});

test('a blank is filled in, as words and not as tags', async () => {
  const ticket = await desk.openTicket(mail(complaint));
  await agent.open(ticket);
  await agent.write(letter('I\'m sorry if you were inconvenienced.'));
  await agent.send();
  const offer = agent.page.locator('.amends-offer', {hasText: 'Say what happened'}).first();
  const blank = offer.locator('input');
  await blank.fill('we sent <b>a broken lamp</b> & "no" bulb');
  await Promise.all([agent.page.waitForNavigation(), blank.press('Enter')]);
  await agent.page.waitForFunction(() => window.CKEDITOR?.instances?.UpdateContent?.status === 'ready');
  const words = await agent.page.evaluate(() =>
    window.CKEDITOR.instances.UpdateContent.document.getBody().getText());
  assert.match(words, /I'm sorry that we sent <b>a broken lamp<\/b> & "no" bulb\./);
  assert.doesNotMatch(words, /\[\[/);
});

test('an override needs a reason, sends the reply as it is, and is recorded', async () => {
  const ticket = await desk.openTicket(mail(complaint));
  await agent.open(ticket);
  await agent.write(letter(bad));
  await agent.send();
  await agent.press('.amends-way-out button');
  assert.ok(await agent.isHeld(), 'without a reason it stays');
  assert.match((await agent.texts('.amends-notice')).join(), /say in a few words/);
  assert.deepEqual(service.overrides(), []);
  await agent.page.fill('#Amends-Reason', 'Legal asked for “these” words <now>.');
  await agent.press('.amends-way-out button');
  assert.ok(agent.isSent());
  assert.match((await agent.results()).join('\n'), /Your reason has been kept/);
  assert.match((await agent.results()).join('\n'), /Correspondence added/);
  assert.match(sent(ticket), /sorry if you were inconvenienced, but you/);
  const [override, ...others] = service.overrides();
  assert.deepEqual(others, []);
  assert.equal(override.reason, 'Legal asked for “these” words <now>.');
  assert.ok(override.rules.some(({rule}) => rule === 'fake-apology/conditional'));
  await agent.picture('overridden');
});

test('an override is not for words that were changed after the question', async () => {
  const ticket = await desk.openTicket(mail(complaint));
  await agent.open(ticket);
  await agent.write(letter(bad));
  await agent.send();
  await agent.write(letter(`${bad} Calm down.`));
  await agent.page.fill('#Amends-Reason', 'As agreed.');
  const before = service.overrides().length;
  await agent.press('.amends-way-out button');
  assert.ok(await agent.isHeld());
  assert.match((await agent.texts('.amends-notice')).join(), /changed/);
  assert.equal(await agent.page.inputValue('#Amends-Reason'), 'As agreed.');
  assert.equal(service.overrides().length, before);
  assert.equal(sent(ticket), '');
  await agent.press('.amends-way-out button');
  assert.ok(agent.isSent(), 'with the new token it goes');
  assert.equal(service.overrides().length, before + 1);
});

test('a fix does not touch words that have been written anew meanwhile', async () => {
  const ticket = await desk.openTicket(mail(complaint));
  await agent.open(ticket);
  await agent.write(letter('We\'re sorry if you were inconvenienced.'));
  await agent.send();
  await agent.write(letter('I\'m sorry if this was unclear.'));
  await agent.mend('nobody in particular is sorry', 'Say it yourself');
  assert.match(await agent.written(), /I(&#39;|')m sorry if this was unclear/);
  assert.match((await agent.texts('.amends-notice')).join(), /has changed/);
});

test('a good reply goes out at once, and nobody is bothered', async () => {
  const ticket = await desk.openTicket(mail(complaint));
  await agent.open(ticket);
  await agent.write(letter(good));
  await agent.send();
  assert.ok(agent.isSent(), (await agent.texts('.amends')).join('\n'));
  assert.match(sent(ticket), /packed it badly/);
  assert.doesNotMatch((await agent.results()).join('\n'), /Amends|checked/);
  assert.equal(service.questions.length, 1);
});

test('warnings alone are asked about; a yes sends these words and no others', async () => {
  const ticket = await desk.openTicket(mail(complaint));
  await agent.open(ticket);
  const sunny = good.replace('I\'m sorry', 'We\'re sorry').replace(' I have', ' We have')
    .replace('and I will', 'and we will');
  await agent.write(letter(sunny));
  await agent.send();
  assert.equal(await agent.page.locator('#Amends-Reason').count(), 0, 'no reason is asked for');
  assert.match((await agent.texts('.amends-title')).join(), /look once more/);
  await agent.picture('asked');
  await agent.write(letter(`${sunny} We're sorry.`));
  await agent.press('.amends-way-out button');
  assert.ok(!agent.isSent(), 'other words than those that were shown');
  await agent.press('.amends-way-out button');
  assert.ok(agent.isSent());
  assert.match(sent(ticket), /We're sorry that your lamp/);
});

test('a comment with the same words is never looked at', async () => {
  const ticket = await desk.openTicket(mail(complaint));
  await agent.open(ticket, 'Comment');
  await agent.write(letter(bad));
  await agent.send();
  assert.ok(agent.isSent());
  assert.match((await agent.results()).join('\n'), /Comments added/);
  assert.deepEqual(service.questions, []);
});

test('the thread is what customer and agent said to each other, without quotations and comments', async () => {
  const ticket = await desk.openTicket(mail(complaint));
  await agent.open(ticket, 'Comment');
  await agent.write(page('She is right, they always break.'));
  await agent.send();
  await agent.open(ticket);
  await agent.write(letter(good));
  await agent.send();
  await desk.receive(mail(['It came, and it is broken too.', '',
    'On Mon, 2 Mar 2026 at 10:00, Jo wrote:', '> I have sent a new one today', '> it comes on Thursday', '',
    'Ana'].join('\n'), `Re: [desk.example #${ticket}] The lamp`));
  service.questions.length = 0;
  await agent.open(ticket, 'Respond', '&QuoteTransaction=1');
  await agent.write(letter(bad));
  await agent.send();
  const [{record}] = service.questions;
  assert.deepEqual(record.context.map(({role}) => role), ['customer', 'agent', 'customer']);
  assert.match(record.context[1].text, /packed it badly/);
  assert.equal(record.context[2].text.trim(), 'It came, and it is broken too.\n\nAna');
  assert.deepEqual(record.facts, {first_reply: false});
  assert.ok(record.context.every(({at}) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(at)));
});

test('quoted words of the customer are not the agent\'s', async () => {
  const ticket = await desk.openTicket(mail(bad));
  await agent.open(ticket);
  const quotation = `<div class="gmail_quote">On Mon, 2 Mar 2026, Ana wrote:<br />` +
    `<blockquote class="gmail_quote" type="cite">${bad}</blockquote></div>`;
  await agent.write(letter(good) + quotation);
  await agent.send();
  assert.ok(agent.isSent(), (await agent.texts('.amends')).join('\n'));
});

test('tags and scripts in draft, subject, thread and reason are shown as words', async () => {
  const ticket = await desk.openTicket(mail(
    '<script>window.harm = 1</script><img src=x onerror="window.harm = 2"> It came broken.'));
  await agent.open(ticket);
  await agent.write(letter(
    'We\'re sorry if &lt;img src=x onerror="harm=3"&gt;&lt;/q&gt; you were inconvenienced.'));
  await agent.send();
  assert.ok(await agent.isHeld());
  assert.match((await agent.texts('.amends')).join('\n'), /<img src=x onerror="harm=3"><\/q>/);
  assert.equal(await agent.page.locator('.amends img, .amends script').count(), 0);
  await agent.page.fill('#Amends-Reason', '</textarea><script>window.harm = 4</script>');
  await agent.send();
  assert.equal(await agent.page.inputValue('#Amends-Reason'), '</textarea><script>window.harm = 4</script>');
  assert.equal(await agent.page.evaluate(() => window.harm), undefined);
  await agent.picture('tags');
});

test('plain text is mended in its bytes, and its lines stay', async () => {
  const ticket = await desk.openTicket(mail(complaint));
  await jo.open(ticket);
  assert.match(await jo.writtenPlainly(), /-- \nJo Park/);
  await jo.writePlainly('Hi Ana,\n\n😀 café: we\'re sorry if <b> you were inconvenienced.\n\n  Jo\n');
  await jo.send();
  assert.equal(service.questions[0].record.format, 'text');
  await jo.mend('nobody in particular is sorry', 'Say it yourself');
  assert.equal(await jo.writtenPlainly(),
               'Hi Ana,\n\n😀 café: I\'m sorry if <b> you were inconvenienced.\n\n  Jo\n');
  await jo.page.fill('#Amends-Reason', 'As agreed.');
  await jo.press('.amends-way-out button');
  assert.ok(jo.isSent());
  assert.match(sent(ticket), /😀 café: I'm sorry if <b> you were/);
});

test('a signature alone, and nothing at all, are no replies to ask about', async () => {
  const ticket = await desk.openTicket(mail(complaint));
  await jo.open(ticket);
  await jo.send();
  await agent.open(ticket);
  await agent.write('<p>&nbsp;</p>');
  await agent.send();
  assert.deepEqual(service.questions, []);
});

test('the page for telephones asks as well', async () => {
  const ticket = await desk.openTicket(mail(complaint));
  await jo.page.goto(`${desk.url}/m/ticket/reply?id=${ticket}`);
  await jo.page.selectOption('select[name=UpdateType]', 'response');
  await jo.writePlainly(`Hi Ana,\n\n${bad}\n\nJo`);
  await jo.press('[name=SubmitTicket]:visible');
  assert.ok(await jo.isHeld());
  await jo.picture('telephone');
  await jo.mend('nobody in particular is sorry', 'Say it yourself');
  assert.match(await jo.writtenPlainly(), /I'm sorry if you were/);
  await jo.page.fill('#Amends-Reason', 'As agreed.');
  await jo.press('.amends-way-out button');
  assert.match(sent(ticket), /I'm sorry if you were inconvenienced, but/);
  assert.match((await jo.results()).join('\n'), /Your reason has been kept/);
});

const failures = [
  {what: 'waits too long', instead: () => {}, said: /did not answer in time/},
  {what: 'wants another token', instead: (answer) => {
    answer.writeHead(401, {'Content-Type': 'application/json'});
    answer.end('{"error": {"code": "token", "message": "no"}}');
  }, said: /gave no decision/},
  {what: 'is busy', instead: (answer) => {
    answer.writeHead(503, {'Retry-After': '1'});
    answer.end('{"error": {"code": "busy", "message": "no"}}');
  }, said: /gave no decision/},
  {what: 'is another program', instead: (answer) => answer.end('<h1>Hello</h1>'), said: /gave no decision/},
  {what: 'sends us elsewhere', instead: (answer) => {
    answer.writeHead(307, {Location: `${service.address}/v1/presend`});
    answer.end();
  }, said: /gave no decision/},
  {what: 'breaks off', instead: (answer) => answer.destroy(), said: /cannot be reached/},
];
for (const {what, instead, said} of failures) {
  test(`a reply goes out, and RT says so, where the service ${what}`, async () => {
    const ticket = await desk.openTicket(mail(complaint));
    await agent.open(ticket);
    await agent.write(letter(bad));
    service.instead = instead;
    await agent.send();
    assert.ok(agent.isSent());
    assert.match((await agent.results()).join('\n'), /was not checked and goes out as it is/);
    assert.match((await agent.results()).join('\n'), said);
    assert.match(sent(ticket), /sorry if you were inconvenienced/);
  });
}

test('a reply goes out, and RT says so, where the service is not there; later it is asked again', async () => {
  const ticket = await desk.openTicket(mail(complaint));
  await agent.open(ticket);
  await agent.write(letter(bad));
  await service.shut();
  await agent.send();
  await service.open();
  assert.ok(agent.isSent());
  assert.match((await agent.results()).join('\n'), /not checked and goes out as it is: Amends cannot be reached/);
  assert.match(sent(ticket), /sorry if you were inconvenienced/);
  await agent.picture('unchecked');
  await agent.open(ticket);
  await agent.write(letter(bad));
  await agent.send();
  assert.ok(await agent.isHeld());
});

test('a reason that could not be kept leaves the reply where it is', async () => {
  const ticket = await desk.openTicket(mail(complaint));
  await agent.open(ticket);
  await agent.write(letter(bad));
  await agent.send();
  await agent.page.fill('#Amends-Reason', 'As agreed.');
  service.instead = (answer) => {
    service.instead = null;
    answer.writeHead(503, {'Retry-After': '1', 'Content-Type': 'application/json'});
    answer.end('{"error": {"code": "store", "message": "The reason could not be kept just now."}}');
  };
  await agent.press('.amends-way-out button');
  assert.ok(await agent.isHeld());
  assert.match((await agent.texts('.amends-notice')).join(), /could not be kept/);
  assert.equal(await agent.page.inputValue('#Amends-Reason'), 'As agreed.');
  assert.equal(sent(ticket), '');
});

test('Enter in the form presses RT\'s own button', async () => {
  const ticket = await desk.openTicket(mail(complaint));
  await agent.open(ticket);
  await agent.write(letter('We\'re sorry if you were inconvenienced.'));
  await agent.send();
  await Promise.all([agent.page.waitForNavigation(), agent.page.press('[name=UpdateSubject]', 'Enter')]);
  assert.ok(await agent.isHeld());
  assert.match(await agent.page.inputValue('#UpdateContent'), /We(&#39;|')re sorry if/);
});

test('the log has no word of a draft, and no page did what it should not', () => {
  assert.doesNotMatch(desk.log, /inconvenienced|packed it badly|Legal asked/);
  assert.doesNotMatch(desk.log, new RegExp(token));
  assert.match(desk.log, /\[warning\]: A reply was not checked: Amends gave no decision \(status 401, code token\)/);
  assert.deepEqual(desk.log.split('\n').filter((line) =>
    line.includes('RT-Extension-Amends') && !line.includes('A reply was not checked')), []);
  // RT's pages for telephones name no icon.
  const trouble = [...agent.trouble, ...jo.trouble].filter((what) => !what.endsWith('/favicon.ico'));
  assert.deepEqual(trouble, []);
});

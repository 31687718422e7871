// The page of the service, as a writer uses it.

// Opens it in `browser` at `address`; it may ask nobody else.
export const openPage = (browser, address, path = '/') =>
  browser.open(address + path, (asked) => asked.startsWith(`${address}/`) || asked.startsWith('blob:'));

// Waits until what is shown is about what is written.
export async function settled(page) {
  await page.waitForFunction(() => document.querySelector('.state').textContent === 'Up to date.');
  await page.waitForTimeout(450);  // longer than the pause before a change is read
  await page.waitForFunction(() => document.querySelector('.state').textContent === 'Up to date.');
}

// Puts the cursor behind the draft and writes, as if pasted.
export async function write(page, text) {
  await page.focus('.cm-content');
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(text);
}

export async function tryExample(page, name) {
  await page.locator('.welcome').getByRole('button', {name}).click();
  await settled(page);
}

export async function noticeGone(page) {
  await page.waitForFunction(() => !document.querySelector('.notice p'), null, {timeout: 25_000});
}

export const draftOf = (page) => page.evaluate(() =>
  [...document.querySelectorAll('.cm-line')].map((line) => line.textContent).join('\n'));

// The stretches that are marked, [{words, severity}], with those that touch and are alike in one.
export const marksOf = (page) => page.evaluate(() => [...document.querySelectorAll('.cm-line .finding')].map((mark) => ({
  words: mark.textContent, severity: /finding-(\w+)/.exec(mark.className)[1]})));

export const selectionOf = (page) => page.evaluate(() => getSelection().toString());

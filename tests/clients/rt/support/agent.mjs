// An agent at the desk, who works in a browser.
import {launch, picture} from '../../browser/support/browser.mjs';

export class Agent {
  // Logged in; root writes HTML, and jo plain text.
  static async start(desk, name = 'root') {
    const browser = await launch();
    const {page, trouble} = await browser.open(desk.url, (url) => url.startsWith(desk.url));
    page.setDefaultTimeout(60_000);
    await page.setViewportSize({width: 1300, height: 1000});
    await page.fill('input[name=user]', name);
    await page.fill('input[name=pass]', 'password');
    await Promise.all([page.waitForNavigation(), page.press('input[name=pass]', 'Enter')]);
    return new Agent(desk, browser, page, trouble);
  }

  constructor(desk, browser, page, trouble) {
    Object.assign(this, {desk, browser, page, trouble});
  }

  close() {
    return this.browser.close();
  }

  // Opens the form of a reply or a comment; `more` goes into the address.
  async open(ticket, action = 'Respond', more = '') {
    await this.page.goto(`${this.desk.url}/Ticket/Update.html?id=${ticket}&Action=${action}${more}`);
    await this.#ready();
  }

  // The editor takes a while.
  async #ready() {
    await this.page.waitForLoadState('load');
    await this.page.waitForFunction(() => !window.CKEDITOR || !document.querySelector('.richtext') ||
      window.CKEDITOR.instances.UpdateContent?.status === 'ready');
  }

  async write(html) {
    await this.page.evaluate((data) => window.CKEDITOR.instances.UpdateContent.setData(data), html);
  }

  // What stands in the editor.
  written() {
    return this.page.evaluate(() => window.CKEDITOR.instances.UpdateContent.getData());
  }

  // In a box of plain text.
  writePlainly(text) {
    return this.page.fill('textarea[name=UpdateContent]', text);
  }

  writtenPlainly() {
    return this.page.inputValue('textarea[name=UpdateContent]');
  }

  // Presses a button and waits for the page that comes.
  async press(selector) {
    await Promise.all([this.page.waitForNavigation(), this.page.click(selector)]);
    await this.#ready();
  }

  send() {
    return this.press('#SubmitTicket input[type=submit]');
  }

  // The button of a finding, by its words and those of the button.
  async mend(words, title) {
    const finding = this.page.locator('.amends-finding', {hasText: words}).first();
    const button = finding.locator('button', {hasText: title}).first();
    await Promise.all([this.page.waitForNavigation(), button.click()]);
    await this.#ready();
  }

  // Texts of elements that are there.
  texts(selector) {
    return this.page.locator(selector).allInnerTexts();
  }

  isHeld() {
    return this.page.locator('.amends-way-out').isVisible();
  }

  // RT's own lines about what was done.
  results() {
    return this.texts('.action-results li');
  }

  isSent() {
    return /\/Ticket\/Display\.html/.test(this.page.url());
  }

  picture(name) {
    return picture(this.page, 'rt', name);
  }
}

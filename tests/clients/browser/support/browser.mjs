// Debian's Chromium, and pages opened in it that note whatever they do besides showing themselves.
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {buildFolder, packages} from './places.mjs';

const {chromium} = packages('playwright-core');

const quiet = [
  '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

// A browser that asks nobody anything. close() ends it and removes what it stored.
export async function launch() {
  const folder = mkdtempSync(path.join(tmpdir(), 'amends-browser-'));
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];  // root has to do without
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [...quiet, ...sandbox],
    reducedMotion: 'reduce',
  });
  return {
    context,
    open: (url, allowed) => open(context, url, allowed),
    close: async () => {
      await context.close();
      rmSync(folder, {recursive: true, force: true});
    },
  };
}

// A page at `url`, and its `trouble` as it gathers, in texts: errors of the console and of scripts,
// dialogs, and requests for anything that `allowed(url)` does not allow, by default all but the page.
async function open(context, url, allowed = (asked) => asked === url) {
  const page = await context.newPage();
  const trouble = [];
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return;
    trouble.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => trouble.push(`script: ${error.message}`));
  page.on('dialog', (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!allowed(request.url())) trouble.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  return {page, trouble};
}

// Width in CSS pixels, scheme 'light' or 'dark', media 'screen' or 'print'.
export async function see(page, {width, scheme = 'light', media = 'screen'}) {
  await page.setViewportSize({width, height: 900});
  await page.emulateMedia({colorScheme: scheme, media});
}

// A picture of the whole page in the build folder, for people to look at.
export async function picture(page, ...names) {
  const file = path.join(buildFolder('pictures', ...names.slice(0, -1)), `${names.at(-1)}.png`);
  await page.screenshot({path: file, fullPage: true});
}

// What holds for every page of Amends. Each law gives a list of texts, one for each breach, so that
// a test compares it with the empty list and a failure shows all of them.
import {readFileSync} from 'node:fs';
import {packages} from './places.mjs';

const axe = readFileSync(packages.resolve('axe-core/axe.min.js'), 'utf8');

// Nothing is wider than the window.
export function scrollsSideways(page) {
  return page.evaluate(() => {
    const {scrollWidth, clientWidth} = document.documentElement;
    return scrollWidth > clientWidth ? [`${scrollWidth} pixels in a window of ${clientWidth}`] : [];
  });
}

// Every line of text that is in sight is inside the window and inside its block, and no two lines lie on
// each other. Words for ears alone, cut to nothing, do not count, nor do those scrolled out of a part.
export function misplaced(page) {
  return page.evaluate(() => {
    const breaches = [];
    const lines = [];
    // Of each word alone: blanks at the end of a line may hang over.
    const wordsOf = (node) => [...node.data.matchAll(/\S+/g)].flatMap(({0: word, index}) => {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      return [...range.getClientRects()].filter(({width}) => width >= 1);
    });
    const clipper = (element) => getComputedStyle(element).overflowY !== 'visible';
    function inSight(rect, block) {
      let [top, bottom] = [rect.top, rect.bottom];
      for (let element = block; element && element !== document.body; element = element.parentElement) {
        if (getComputedStyle(element).position === 'fixed') break;
        if (!clipper(element)) continue;
        const frame = element.getBoundingClientRect();
        [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
      }
      return bottom - top > 1;
    }
    const isInline = (element) => getComputedStyle(element).display.startsWith('inline');
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.data.trim() || !node.parentElement.checkVisibility()) continue;
      let block = node.parentElement;
      while (isInline(block)) block = block.parentElement;
      if (getComputedStyle(block).clipPath !== 'none') continue;
      const frame = block.getBoundingClientRect();
      const words = node.data.trim().slice(0, 40);
      const style = getComputedStyle(block);
      if (style.overflowX !== 'visible' && block.scrollWidth > block.clientWidth) {
        breaches.push(`cut off: ${words}`);
      }
      for (const rect of wordsOf(node).filter((each) => inSight(each, block))) {
        if (rect.left < -1 || rect.right > innerWidth + 1) breaches.push(`off the window: ${words}`);
        if (rect.left < frame.left - 1 || rect.right > frame.right + 1) {
          breaches.push(`out of its block: ${words}`);
        }
        // The boxes of lines are taller than their letters.
        const spare = rect.height * 0.2;
        lines.push({words, node, left: rect.left + 1, right: rect.right - 1,
                    top: rect.top + spare, bottom: rect.bottom - spare});
      }
    }
    lines.sort((a, b) => a.top - b.top);
    for (let i = 0; i < lines.length; ++i) {
      for (let j = i + 1; j < lines.length && lines[j].top < lines[i].bottom; ++j) {
        const [a, b] = [lines[i], lines[j]];
        if (a.left < b.right && b.left < a.right) breaches.push(`${a.words} | lies on | ${b.words}`);
      }
    }
    return [...new Set(breaches)];
  });
}

// What axe-core finds serious or critical, and contrast that it could not tell; but not where it could
// not because blanks at the end of a line hang over the block, nor of letters in a drawing, of which it tells nothing.
export async function inaccessible(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const {violations, incomplete} = await window.axe.run(document);
    const grave = violations.filter(({impact}) => ['serious', 'critical'].includes(impact));
    const hangs = ({any}) => any.every(({data}) => data?.messageKey === 'elmPartiallyObscuring');
    const untold = incomplete.filter(({id}) => id === 'color-contrast')
      .map(({id, nodes}) => ({id, nodes: nodes.filter((node) => !hangs(node) && !node.html.startsWith('<text '))}));
    return [...grave, ...untold].flatMap(({id, nodes}) => nodes.map(({html, any, none, all}) =>
      `${id}: ${html.slice(0, 120)}: ${[...any, ...all, ...none].map((x) => x.message).join('; ')}`));
  });
}

// It says its language and its title, and has one h1 with no level of heading left out below it.
export function unnamed(page) {
  return page.evaluate(() => {
    const breaches = [];
    if (!/^[a-z]{2}/.test(document.documentElement.lang)) breaches.push('no language');
    if (!document.title.trim()) breaches.push('no title');
    const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')];
    const levels = headings.map(({tagName}) => Number(tagName[1]));
    if (levels[0] !== 1 || levels.lastIndexOf(1) !== 0) breaches.push(`levels: ${levels}`);
    for (let i = 1; i < levels.length; ++i) {
      if (levels[i] > levels[i - 1] + 1) breaches.push(`a level is left out: ${headings[i].textContent}`);
    }
    for (const heading of headings) {
      if (!heading.textContent.trim()) breaches.push('an empty heading');
    }
    return breaches;
  });
}

// By Tab alone one reaches everything that can be used (of radio buttons of one name the chosen one or the first,
// for arrows lead on, and so of a group that lets one of its own in), once, in the order of the page, and sees
// where one is: all of it, in an editor the line that the cursor is in.
export async function unreachable(page) {
  const count = await page.evaluate(() => {
    const usable = [...document.querySelectorAll(
      'a[href], summary, button, input, select, textarea, [tabindex="0"]')]
      .filter((element) => element.checkVisibility() && !element.disabled)
      .filter((element) => element.tabIndex >= 0 || !element.closest('[role="group"]')?.querySelector('[tabindex="0"]'))
      .filter((element) => element.type !== 'radio' ||
        element === (document.querySelector(`input[name="${element.name}"]:checked`) ?? document.querySelector(`input[name="${element.name}"]`)));
    usable.forEach((element, index) => element.setAttribute('data-turn', index));
    // The next Tab starts from the top.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    return usable.length;
  });
  const breaches = [];
  for (let turn = 0; turn < count; ++turn) {
    await page.keyboard.press('Tab');
    const now = await page.evaluate(() => {
      const {activeElement} = document;
      const line = activeElement.isContentEditable ? getSelection().anchorNode : null;
      const place = (line?.nodeType === Node.TEXT_NODE ? line.parentElement : line) ?? activeElement;
      const {top, bottom} = place.getBoundingClientRect();
      const {outlineStyle, outlineWidth} = getComputedStyle(activeElement);
      return {
        turn: Number(activeElement.dataset.turn ?? -1),
        what: activeElement.outerHTML.slice(0, 120),
        shown: outlineStyle !== 'none' && parseFloat(outlineWidth) > 0,
        inside: top >= -1 && bottom <= innerHeight + 1,
      };
    });
    if (now.turn !== turn) breaches.push(`turn ${turn} goes to ${now.what}`);
    if (!now.shown) breaches.push(`no outline: ${now.what}`);
    if (!now.inside) breaches.push(`out of sight: ${now.what}`);
  }
  return breaches;
}

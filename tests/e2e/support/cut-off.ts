import type { Page } from 'playwright-core';

/**
 * Text of a screen that nobody can read whole: cut by the window, or by a part around it with
 * `overflow` hidden or clip. What a region scrolls into sight, what says the whole in its title when it
 * ends in dots, and what only a screen reader meets are no faults.
 */
function cutOffNow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const SLACK = 3;
    /** A box of text is as high as its font may draw; letters and figures leave its edges free. */
    const FREE_EDGE = 0.22;

    const clips = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
    const scrolls = (overflow: string): boolean => overflow === 'auto' || overflow === 'scroll';
    const isHeardOnly = (style: CSSStyleDeclaration, box: DOMRect): boolean =>
      style.clipPath !== 'none' || style.clip !== 'auto' || box.width <= 2 || box.height <= 2;

    /** The part that cuts these lines, or undefined: from the text outwards until something scrolls. */
    const cutterOf = (element: Element, line: DOMRect): string | undefined => {
      const top = line.top + line.height * FREE_EDGE;
      const bottom = line.bottom - line.height * FREE_EDGE;
      let across = true;
      let down = true;
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const style = getComputedStyle(at);
        const box = at.getBoundingClientRect();
        if (isHeardOnly(style, box)) return undefined;
        if (at.closest('[title]') !== null && style.textOverflow === 'ellipsis') return undefined;
        if (scrolls(style.overflowX)) across = false;
        if (scrolls(style.overflowY)) down = false;
        const isCut =
          (across &&
            clips(style.overflowX) &&
            (line.right > box.right + SLACK || line.left < box.left - SLACK)) ||
          (down &&
            clips(style.overflowY) &&
            (bottom > box.bottom + SLACK || top < box.top - SLACK));
        if (isCut) return at.className === '' ? at.tagName : String(at.className);
        if (style.position === 'fixed') break;
      }
      const { clientWidth, clientHeight } = document.documentElement;
      if (across && (line.right > clientWidth + SLACK || line.left < -SLACK)) return 'window';
      if (down && (bottom > clientHeight + SLACK || top < -SLACK)) return 'window';
      return undefined;
    };

    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const element = node.parentElement;
      if (text === '' || element === null || element.closest('svg, [aria-hidden=true]')) continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const line of range.getClientRects()) {
        if (line.width === 0) continue;
        const cutter = cutterOf(element, line);
        if (cutter !== undefined) found.add(`cut off by ${cutter}: ${text.slice(0, 60)}`);
      }
    }
    return [...found];
  });
}

/** Longest that a screen may take to draw a chart anew for another size. */
const DRAWN_MS = 2000;

/**
 * The texts that stay cut off, one line each; empty when all can be read. Right after a change of size a
 * chart is still drawn for the old one: what is cut off is looked at again until it stays so.
 */
export async function cutOffText(page: Page): Promise<string[]> {
  const end = Date.now() + DRAWN_MS;
  let found = await cutOffNow(page);
  while (found.length > 0 && Date.now() < end) {
    await page.waitForTimeout(100);
    found = await cutOffNow(page);
  }
  return found;
}

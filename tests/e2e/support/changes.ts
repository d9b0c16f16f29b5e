import type { Page } from 'playwright-core';

/** What changed in the working area of a page. */
export interface Changes {
  /** Elements that were put in or taken out, by tag and class. */
  readonly built: readonly string[];
  /** Attributes that changed, with the place of their tile in the list (-1: none). */
  readonly attributes: readonly (readonly [tile: number, name: string])[];
}

/**
 * What changes in the document while `work` runs, told by an observer and not by time. Texts are left out:
 * countdowns move in them every second.
 */
export async function changesDuring(page: Page, work: () => Promise<unknown>): Promise<Changes> {
  await page.evaluate(() => {
    const tiles = [...document.querySelectorAll('main li')];
    const built: string[] = [];
    const attributes: [number, string][] = [];
    const note = (record: MutationRecord): void => {
      for (const node of [...record.addedNodes, ...record.removedNodes])
        if (node instanceof Element) built.push(`${node.tagName}.${node.className}`);
      if (record.attributeName === null) return;
      const tile = tiles.findIndex((each) => each.contains(record.target));
      attributes.push([tile, record.attributeName]);
    };
    const observer = new MutationObserver((records) => {
      records.forEach(note);
    });
    const what = { subtree: true, childList: true, attributes: true };
    observer.observe(document.querySelector('main') ?? document.body, what);
    const changed = () => {
      observer.takeRecords().forEach(note);
      observer.disconnect();
      return { built, attributes };
    };
    Object.assign(window, { changed });
  });
  await work();
  return page.evaluate(() => (window as unknown as { changed: () => Changes }).changed());
}

/** Height of every text on a page in pixels of its screen, the smallest first, with the text. */
export function textHeights(page: Page): Promise<readonly (readonly [number, string])[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: [number, string][] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const element = node.parentElement;
      if (text === '' || !element?.checkVisibility() || element.getBoundingClientRect().width < 2)
        continue;
      found.push([Number.parseFloat(getComputedStyle(element).fontSize), text]);
    }
    return found.sort(([a], [b]) => a - b);
  });
}

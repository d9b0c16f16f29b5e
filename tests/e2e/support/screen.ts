import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { axeProblems } from './axe.ts';

/** Whole answer of a slow machine; a screen that hangs is found by the test's own limit. */
const PATIENCE_MS = 60_000;

/**
 * Waits until a screen stands: the address is there, everything it asked has been answered once,
 * its fonts are loaded, its papers drawn, for three frames in a row.
 */
export async function settled(page: Page, path?: string): Promise<void> {
  await page.evaluate(
    async ({ path: wanted, patience }) => {
      const end = performance.now() + patience;
      const stands = (): boolean => {
        const main = document.querySelector('main');
        if (main === null || main.getAttribute('aria-busy') === 'true') return false;
        if (wanted !== undefined && main.dataset['path'] !== wanted) return false;
        if (document.fonts.status !== 'loaded') return false;
        return document.querySelector('[data-state="drawing"]') === null;
      };
      for (let frames = 0; frames < 3; ) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        frames = stands() ? frames + 1 : 0;
        if (performance.now() > end)
          throw new Error(`the screen does not settle: ${location.hash}`);
      }
    },
    { path, patience: PATIENCE_MS },
  );
}

/** Opens a screen by its path, as a link does, and waits until it stands. */
export async function openScreen(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#${path}`);
  await settled(page);
}

/** Signs in at the cover with a typed badge number and PIN; ends at the home of the person's desk. */
export async function typedSignIn(
  page: Page,
  person: { readonly badge: string; readonly pin: string },
): Promise<void> {
  await page.getByLabel('工牌号').fill(person.badge);
  await page.getByRole('button', { name: '输入 PIN' }).click();
  await page.getByLabel(/^PIN/).fill(person.pin);
  await page.keyboard.press('Enter');
  await atHome(page);
}

/** Waits until somebody is signed in and her desk's first screen stands. */
export async function atHome(page: Page): Promise<void> {
  await page.getByRole('navigation').first().waitFor();
  // The bare address leads on by itself: a screen opened before that would be left again.
  await page.waitForFunction(() => !/^#?\/?$/.test(window.location.hash));
  await settled(page);
}

/** Clean for axe and not wider than the window; keeps a picture under the name. */
export async function judged(page: Page, picture: string): Promise<void> {
  await settled(page);
  mkdirSync(dirname(picture), { recursive: true });
  await page.screenshot({ path: `${picture}.png` });
  assert.deepEqual(await axeProblems(page), [], picture);
  assert.equal(await sidewaysPixels(page), 0, `${picture} scrolls sideways`);
}

/** By how many pixels the page is wider than its window. */
export function sidewaysPixels(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** Writes a squiggle on a signature pad. */
export async function writeOn(page: Page, pad: Locator): Promise<void> {
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  assert.ok(box);
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
  await page.mouse.move(...at(0.2, 0.5));
  await page.mouse.down();
  await page.mouse.move(...at(0.4, 0.3), { steps: 4 });
  await page.mouse.move(...at(0.6, 0.6), { steps: 4 });
  await page.mouse.up();
}

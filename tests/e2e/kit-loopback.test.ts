import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { type LoopbackDoor, openLoopback } from '#electron/loopback/server.ts';
import type { News } from '#electron/ports/doorway.ts';
import { launchBrowser, openPage } from '#tests/support/browser.ts';
import { buildRenderer } from './support/static-station.ts';

let browser: Browser;
let door: LoopbackDoor;
const listeners = new Set<(news: News) => void>();

before(async () => {
  const root = await buildRenderer();
  door = await openLoopback({
    station: {
      call: async () => ({ status: 'refused', reasons: [{ code: 'station.notSignedIn' }] }),
      listen: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    root: root.replace(/[\\/]$/, ''),
    port: 0,
    now: () => Date.now(),
  });
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  await door?.close();
});

test('the page is admitted with its token, takes it out of the address, and hears the scanner', async () => {
  const { page, context, problems } = await openPage(browser, door.freshUrl(), {
    width: 1280,
    height: 720,
  });
  await page.waitForFunction(() => document.querySelector('header') !== null);
  assert.ok(!page.url().includes('t='), page.url());
  while (listeners.size === 0) await page.waitForTimeout(20);
  for (const listener of listeners) {
    listener({ kind: 'scan', scan: { device: 'S1', raw: '=A99992600011800' } });
  }
  await page.getByText('=A99992600011800').first().waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

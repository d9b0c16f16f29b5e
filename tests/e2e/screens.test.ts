import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage } from '../support/browser.ts';
import { type DemoStation, startDemo } from '../support/demo.ts';
import { axeProblems } from './support/axe.ts';

const OUTPUT = 'tests/e2e/output/screens';
const DESKS = { nurse: 'board', testerA: 'lab/worklist', clerk: 'papers/work', adminA: 'setup' };

let demo: DemoStation;
let browser: Browser;

before(async () => {
  mkdirSync(OUTPUT, { recursive: true });
  demo = await startDemo({ practiceClock: '2026-11-18T05:30:00.000Z' });
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  await demo?.stop();
  demo?.remove();
});

/** Every screen of a desk's rail: opened, looked at by axe, nothing complained of, at both sizes. */
for (const [desk, home] of Object.entries(DESKS)) {
  test(`the ${desk}'s desk: each screen stands at both sizes, clean for axe`, async () => {
    const control = await import('#electron/control/client.ts');
    const client = await control.connectControl(demo.data);
    const url = (await client?.freshUrl()) ?? '';
    client?.close();
    const { page, context, problems } = await openPage(browser, url, { width: 1440, height: 900 });
    await signIn(page, desk);
    const links = await page
      .locator('nav a')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    assert.ok(links.length >= 5, `${links.length} screens in the rail`);
    assert.equal(links[0], `#/${home}`, 'the desk of who signed in');
    for (const link of links) {
      await page.evaluate((href) => {
        window.location.hash = href.replace(/^.*#/, '');
      }, link);
      await page.locator('main').first().waitFor();
      // Lists come a moment after their frame; the push stream never lets the network fall idle.
      await page.waitForTimeout(700);
      const name = link.replace(/^.*#\//, '').replaceAll('/', '-');
      for (const [width, height] of [
        [1280, 720],
        [1920, 1080],
      ] as const) {
        await page.setViewportSize({ width, height });
        await page.screenshot({ path: join(OUTPUT, `${desk}-${name}-${width}.png`) });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `${link} is ${wide} px wide at ${width}`);
      }
      assert.deepEqual(await axeProblems(page), [], `axe on ${link}`);
    }
    assert.deepEqual(problems, []);
    await context.close();
  });
}

async function signIn(page: Page, desk: string): Promise<void> {
  const person = demo.staff.find((one) => one.key === desk);
  assert.ok(person);
  await page
    .getByRole('button', { name: new RegExp(person.badge) })
    .first()
    .click();
  const cover = page.getByRole('region', { name: '登录' });
  await cover.locator('input[type=password]').fill(person.pin);
  await cover.getByRole('button', { name: /^进入/ }).click();
  await cover.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '账号与显示' }).waitFor();
}

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser, openPage } from '#tests/support/browser.ts';
import { buildRenderer, type StaticStation, startStaticStation } from './support/static-station.ts';
import { fieldsAndClicks, scannerTypes, watchClicks } from './support/wedge.ts';

let browser: Browser;
let station: StaticStation;

before(async () => {
  await buildRenderer();
  [browser, station] = await Promise.all([launchBrowser(), startStaticStation()]);
});

after(async () => {
  await browser?.close();
  await station?.close();
});

const size = { width: 1440, height: 900 };

const payloads = [
  '=A99992600011800',
  '=%6200',
  '=<D0001VA0',
  '&>0273242359',
  '&aL000000341',
  '(01)06901234567892(17)271120(10)26K09',
  '11010119900307 ',
  'ABCD',
  ' = &"<>',
];

const focusable =
  'main button:not([disabled]), main input, main tr[tabindex], main a, main [tabindex="0"]';

for (const prefix of ['~', '']) {
  test(`INV-25 a scanner typing at every focus ${prefix === '' ? 'without' : 'with'} prefix presses nothing and leaves no letters`, async () => {
    const { page, context } = await openPage(browser, `${station.url}#/gallery`, size);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await watchClicks(page);
    const cdp = await context.newCDPSession(page);
    const places = await page.locator(focusable).count();
    assert.ok(places > 40, `only ${places} places to focus`);
    const before = await fieldsAndClicks(page);
    const address = page.url();
    for (let place = 0; place < places; place += 1) {
      const payload = (payloads[place % payloads.length] ?? 'ABCD').trimStart();
      const onField = await page.evaluate(
        ([selector, at]) => {
          const element = document.querySelectorAll<HTMLElement>(String(selector))[Number(at)];
          element?.focus();
          return element instanceof HTMLInputElement;
        },
        [focusable, place],
      );
      // Nothing but the gap between two scans: both would otherwise be one burst.
      await page.waitForTimeout(60);
      await scannerTypes(cdp, [...`${prefix}${payload}`, 'Enter']);
      await page.waitForTimeout(onField ? 30 : 5);
      const now = await fieldsAndClicks(page);
      assert.deepEqual(now, before, `place ${place} payload ${payload}`);
    }
    assert.equal(page.url(), address);
    assert.equal(await page.getByRole('alertdialog').count(), 0);
    await context.close();
  });
}

test('function codes inside a scan reach no shortcut', async () => {
  const { page, context } = await openPage(browser, `${station.url}#/gallery/run`, size);
  await page.locator('canvas').first().waitFor();
  const cdp = await context.newCDPSession(page);
  await scannerTypes(cdp, [...'~=A9999', 'F8', 'Tab', ...'2600011800', 'Enter']);
  await page.waitForTimeout(100);
  assert.equal(await page.getByRole('alertdialog').count(), 0);
  await context.close();
});

test('a scan through a Chinese input method is dropped whole and explained', async () => {
  const { page, context } = await openPage(browser, `${station.url}#/gallery`, size);
  const field = page.getByRole('textbox', { name: '备注' });
  await field.fill('原文');
  await field.focus();
  const cdp = await context.newCDPSession(page);
  await scannerTypes(cdp, [...'~=A99992600011800', 'Enter'], true);
  await cdp.send('Input.insertText', { text: '＝Ａ９９９９' });
  await page.getByText('收到中文输入法的按键').first().waitFor();
  assert.equal(await field.inputValue(), '原文');
  await context.close();
});

test('a scan is read byte-exact into the last-scan list, with symbols and case kept', async () => {
  const { page, context } = await openPage(browser, `${station.url}#/gallery/run`, size);
  await page.locator('canvas').first().waitFor();
  const cdp = await context.newCDPSession(page);
  const raw = '&a{[]}\\|;:\'",./?+-_*zZ';
  await scannerTypes(cdp, [...`~${raw}`, 'Enter']);
  await page.keyboard.press('F3');
  const dialog = page.getByRole('alertdialog', { name: '最近扫描' });
  await dialog.getByText(raw, { exact: true }).waitFor();
  await context.close();
});

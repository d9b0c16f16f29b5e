import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage } from '#tests/support/browser.ts';
import { axeProblems } from './support/axe.ts';
import { output } from './support/desk.ts';
import { buildRenderer, type StaticStation, startStaticStation } from './support/static-station.ts';

let browser: Browser;
let station: StaticStation;

before(async () => {
  mkdirSync(output, { recursive: true });
  await buildRenderer();
  [browser, station] = await Promise.all([launchBrowser(), startStaticStation()]);
});

after(async () => {
  await browser?.close();
  await station?.close();
});

const sizes = { width: 1440, height: 900 };

async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${output}${name}.png` });
}

async function whole(page: Page): Promise<void> {
  const height = await page.evaluate(() =>
    Math.max(...[...document.querySelectorAll('div')].map((part) => part.scrollHeight)),
  );
  await page.setViewportSize({ width: sizes.width, height });
}

for (const [theme, language] of [
  ['light', 'zh-CN'],
  ['dark', 'zh-CN'],
  ['light', 'en'],
] as const) {
  test(`the gallery is accessible and within the content policy: ${theme}, ${language}`, async () => {
    const { page, context, problems } = await openPage(browser, station.url, sizes);
    await page.evaluate((look) => localStorage.setItem('plasmapoint.look', JSON.stringify(look)), {
      theme,
      language,
    });
    await page.goto(`${station.url}#/gallery`);
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.evaluate(() => document.fonts.ready);
    await whole(page);
    await shoot(page, `gallery-${theme}-${language}`);
    assert.deepEqual(await axeProblems(page), []);
    assert.deepEqual(problems, []);
    await context.close();
  });
}

for (const [width, height] of [
  [1440, 900],
  [1280, 720],
  [1920, 1080],
] as const) {
  test(`frame and chart fit ${width} × ${height} and are accessible`, async () => {
    const { page, context, problems } = await openPage(browser, `${station.url}#/gallery/run`, {
      width,
      height,
    });
    await page.getByRole('img', { name: /248/ }).waitFor();
    await page.locator('canvas').nth(1).waitFor();
    await shoot(page, `run-${width}x${height}`);
    const overflow = await page.evaluate(() => ({
      sideways: document.documentElement.scrollWidth - innerWidth,
      hidden: [...document.querySelectorAll('main button, header, footer button')].filter(
        (part) => {
          const box = part.getBoundingClientRect();
          return box.bottom > innerHeight + 0.5 || box.right > innerWidth + 0.5;
        },
      ).length,
    }));
    assert.deepEqual(overflow, { sideways: 0, hidden: 0 });
    assert.deepEqual(await axeProblems(page), []);
    assert.deepEqual(problems, []);
    await context.close();
  });
}

test('a wrong code fills the screen, ignores 0.8 s of keys, and goes only with the right code', async () => {
  const { page, context, problems } = await openPage(browser, `${station.url}#/gallery`, sizes);
  await page.getByRole('button', { name: '看全屏不符' }).click();
  const wrong = page.getByRole('alertdialog', { name: '条码不符，停止' });
  await wrong.waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  assert.equal(await wrong.isVisible(), true);
  assert.equal(await page.getByText('正在采集 4').isVisible(), true);
  await shoot(page, 'wrong');
  assert.deepEqual(await axeProblems(page), []);
  await page.waitForTimeout(900);
  for (const key of ['Enter', 'Escape', 'Space', 'F3']) await page.keyboard.press(key);
  assert.equal(await wrong.isVisible(), true);
  station.push({ kind: 'scan', scan: { device: 'S1', raw: '=A99992600019900' } });
  await page.waitForTimeout(200);
  assert.equal(await wrong.isVisible(), true);
  station.push({ kind: 'scan', scan: { device: 'S1', raw: '=A99992600013200' } });
  await wrong.waitFor({ state: 'detached' });
  assert.deepEqual(problems, []);
  await context.close();
});

test('INV-25 a dangerous dialog: focus on the harmless choice, Enter and key strokes never confirm', async () => {
  const { page, context } = await openPage(browser, `${station.url}#/gallery`, sizes);
  await page.getByRole('button', { name: '打开对话框' }).click();
  const dialog = page.getByRole('alertdialog');
  const stay = dialog.getByRole('button', { name: '留在隔离' });
  await stay.and(page.locator(':focus')).waitFor();
  const discard = dialog.getByRole('button', { name: '报废此袋' });
  await shoot(page, 'dialog');
  assert.deepEqual(await axeProblems(page), []);
  await discard.focus();
  for (const key of ['Enter', 'Space', 'Enter']) await page.keyboard.press(key, { delay: 20 });
  assert.equal(await page.getByTestId('discarded').textContent(), '0');
  await page.keyboard.down('Space');
  await page.waitForTimeout(1100);
  await page.keyboard.up('Space');
  await page.getByTestId('discarded').getByText('1', { exact: true }).waitFor();
  await context.close();
});

test('palette and key table open by their keys and close with Esc', async () => {
  const { page, context, problems } = await openPage(browser, `${station.url}#/gallery/run`, sizes);
  await page.locator('canvas').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('alertdialog', { name: '命令' }).waitFor();
  assert.deepEqual(await axeProblems(page), []);
  await page.getByRole('textbox', { name: '找命令' }).and(page.locator(':focus')).waitFor();
  await shoot(page, 'palette');
  await page.keyboard.press('Escape');
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+/');
  await page.getByRole('alertdialog', { name: '键表' }).waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test('when the door stops answering the frame says so, and takes it back when it answers again', async () => {
  const own = await startStaticStation();
  const { page, context } = await openPage(browser, `${own.url}#/gallery/run`, sizes);
  await page.locator('canvas').first().waitFor();
  const strip = page.getByRole('region', { name: '没有回答' });
  assert.equal(await strip.count(), 0);
  own.cut();
  await strip.waitFor();
  await strip.waitFor({ state: 'detached', timeout: 20_000 });
  await context.close();
  await own.close();
});

test('INV-25 a wrong code comes over an open dialog and over an open list; no key reaches either', async () => {
  const { page, context, problems } = await openPage(browser, `${station.url}#/gallery`, sizes);
  const wrong = page.getByRole('alertdialog', { name: '条码不符，停止' });
  await page.getByRole('button', { name: '打开对话框' }).click();
  const dialog = page.getByRole('alertdialog', { name: /报废/ });
  await dialog.waitFor();
  station.push({ kind: 'scan', scan: { device: 'S2', raw: '=A99992600012300' } });
  await wrong.waitFor();
  await dialog.waitFor({ state: 'detached' });
  station.push({ kind: 'scan', scan: { device: 'S2', raw: '=A99992600013200' } });
  await dialog.waitFor();
  await dialog.getByRole('button', { name: '留在隔离' }).click();
  await dialog.waitFor({ state: 'detached' });

  const machine = page.locator('main button', { hasText: 'APH-03' });
  await machine.click();
  await page.getByRole('listbox').waitFor();
  station.push({ kind: 'scan', scan: { device: 'S3', raw: '=A99992600012300' } });
  await page.getByText('条码不符，停止').first().waitFor();
  await page.waitForTimeout(900);
  for (const key of ['ArrowUp', 'Enter', 'Escape']) await page.keyboard.press(key, { delay: 60 });
  assert.equal(await machine.count(), 1);
  assert.deepEqual(problems, []);
  await context.close();
});

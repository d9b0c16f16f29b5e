import assert from 'node:assert/strict';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, type OpenedPage, openPage } from '#tests/support/browser.ts';
import { type RunningStart, startStation } from '#tests/support/start/processes.ts';
import { foundBelow, openBelow } from '../faults/course.ts';
import { axeProblems } from './support/axe.ts';
import { LARGE, output, type Size, SMALL } from './support/desk.ts';
import { sidewaysPixels, typedSignIn } from './support/screen.ts';

/** `npm start` on a folder whose database was spoilt; its last copy is whole. */
const home = mkdtempSync(join(tmpdir(), 'ppr-'));
const data = join(home, 'data');
const env = { HOME: home, XDG_CONFIG_HOME: join(home, 'xdg'), XDG_DATA_HOME: join(home, 'share') };
const ADMIN = { badge: 'B-1', pin: '602481' };
let running: RunningStart;
let browser: Browser;

before(async () => {
  await foundBelow(home);
  const station = await openBelow(home);
  assert.ok(station.ok && (await station.value.core.machine.backUp()).ok);
  station.value.close();
  // Where the program looks for its keys.
  symlinkSync(home, join(home, 'xdg'));
  symlinkSync(join(home, 'config'), join(home, 'PlasmaPoint'));
  writeFileSync(join(data, 'plasmapoint.db'), 'x'.repeat(20_000));
  [running, browser] = await Promise.all([startStation(data, env), launchBrowser()]);
});

after(async () => {
  await browser?.close();
  await running?.stop('SIGKILL');
  rmSync(home, { recursive: true, force: true });
});

/** A fresh way in: the address of the start lets in once. */
async function restarted(size: Size): Promise<OpenedPage> {
  await running.stop('SIGTERM');
  running = await startStation(data, env);
  return openPage(browser, running.said.url, size);
}

async function judged(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.screenshot({ path: join(output, `${name}.png`), fullPage: true });
  assert.deepEqual(await axeProblems(page), [], name);
  assert.equal(await sidewaysPixels(page), 0, `${name} scrolls sideways`);
}

test('a folder that cannot be opened shows what is wrong and the ways on, in both languages, by keyboard', async () => {
  assert.equal((running.said as { problem?: string }).problem, 'db.damaged');
  const { page, context, problems } = await openPage(browser, running.said.url, SMALL);
  await page.getByRole('heading', { name: '数据文件夹打不开', level: 1 }).waitFor();
  await page.getByText('数据文件损坏，没有继续写入。请用最近的备份恢复。').waitFor();
  assert.ok(
    await page
      .getByRole('button', { name: '再打开一次' })
      .evaluate((button) => button === document.activeElement),
  );
  await judged(page, 'rescue-zh');
  await page.keyboard.press('Enter');
  await page.getByText('db.damaged').nth(1).waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByText('Restore the newest backup').first().waitFor();
  await judged(page, 'rescue-en');
  assert.deepEqual(problems, []);
  await context.close();
});

test('its newest copy opens for reading; people sign in, and every screen says that it is a copy', async () => {
  const { page, context, problems } = await restarted(LARGE);
  await judged(page, 'rescue-wide');
  await page.getByRole('button', { name: '打开来看' }).click();
  await typedSignIn(page, ADMIN);
  await page.getByText('正在看一份副本').first().waitFor();
  await page.screenshot({ path: join(output, 'rescue-reading.png') });
  assert.deepEqual(problems, []);
  await context.close();
});

test('restored into a new folder it is a station again; the spoilt one is left as it was', async () => {
  const { page, context } = await restarted(SMALL);
  const to = join(home, 'spare');
  const section = page.getByRole('region', { name: '从副本恢复' });
  await section.getByLabel('新文件夹').fill(to);
  await section.getByRole('button', { name: '恢复并打开' }).click();
  await section.getByText(`已恢复到 ${to}`).waitFor();
  await section.getByRole('button', { name: '进入工作站' }).click();
  await typedSignIn(page, ADMIN);
  assert.ok(existsSync(join(to, 'plasmapoint.db')));
  await context.close();
});

test('a station that finds its newest entries gone says so on every screen, with the ways on', async () => {
  const doubted = join(home, 'doubted');
  await foundBelow(doubted);
  const anchors = join(doubted, 'config', 'anchors');
  const anchor = join(anchors, readdirSync(anchors).find((name) => name.endsWith('.anchor')) ?? '');
  writeFileSync(anchor, readFileSync(anchor, 'utf8').replaceAll(/"seq":\d+/g, '"seq":4711'));
  symlinkSync(join(doubted, 'config'), join(doubted, 'PlasmaPoint'));
  await running.stop('SIGTERM');
  running = await startStation(join(doubted, 'data'), { ...env, XDG_CONFIG_HOME: doubted });
  const { page, context } = await openPage(browser, running.said.url, SMALL);
  await page.getByText('数据比上次退出时旧').last().waitFor();
  await typedSignIn(page, ADMIN);
  await page.getByText('只能查看').first().waitFor();
  await page.screenshot({ path: join(output, 'rescue-doubted.png') });
  await page.getByRole('link', { name: '看副本、导出、恢复' }).click();
  await page.getByRole('heading', { name: '记录有疑问，只能查看', level: 1 }).waitFor();
  await judged(page, 'rescue-doubted-ways');
  await page.getByRole('link', { name: '回到工作站查看' }).click();
  await page.getByText('数据比上次退出时旧').last().waitFor();
  await context.close();
});

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { type LoopbackDoor, openLoopback } from '#electron/loopback/server.ts';
import type { News } from '#electron/ports/doorway.ts';
import { type Desk, makeDesk } from '../features/honours/desk.ts';
import { launchBrowser, type OpenedPage, openPage } from '../support/browser.ts';
import type { TestPerson } from '../support/station.ts';
import { buildRenderer } from './support/static-station.ts';

const output = fileURLToPath(new URL('./output/', import.meta.url));
const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);
const listeners = new Set<(news: News) => void>();
const SMALL = { width: 1280, height: 720 };
const LARGE = { width: 1920, height: 1080 };

let browser: Browser;
let door: LoopbackDoor;
let desk: Desk;
let stop: () => Promise<void>;

async function setUp(): Promise<void> {
  mkdirSync(output, { recursive: true });
  desk = await makeDesk();
  stop = await desk.printing();
  const { station } = desk.test;
  station.subscribe((push) => {
    for (const listener of listeners) listener({ kind: 'push', push });
  });
  const root = await buildRenderer();
  door = await openLoopback({
    station: {
      call: (name, envelope) => station.call(name, envelope, { door: 'loopback' }),
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
}

after(async () => {
  await browser?.close();
  await door?.close();
  await stop?.();
});

async function signIn(person: TestPerson, size: { width: number; height: number }) {
  const opened = await openPage(browser, door.freshUrl(), size);
  const { page } = opened;
  await page.getByLabel('工牌号').fill(person.badge);
  await page.getByRole('button', { name: '输入 PIN' }).click();
  await page.getByLabel(/^PIN/).fill(person.pin);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').first().waitFor();
  return opened;
}

function scan(raw: string): void {
  for (const listener of listeners) listener({ kind: 'scan', scan: { device: 'S1', raw } });
}

async function open({ page }: OpenedPage, path: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#${path}`);
}

async function judged(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${output}${name}.png` });
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    type Axe = {
      run: (
        root: Document,
        options: object,
      ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
    };
    const { axe } = window as unknown as { axe: Axe };
    const report = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    return report.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
    );
  });
  assert.deepEqual(found, [], name);
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  assert.equal(wide, 0, `${name} scrolls sideways`);
}

/** Chooses a paper and waits until its picture stands. */
async function choose(page: Page, certificateId: string): Promise<void> {
  await page.locator(`[data-paper="${certificateId}"]`).click();
  await page.locator('canvas[data-state="shown"]').waitFor();
  await page.evaluate(() => document.fonts.ready);
}

const stateOf = (certificateId: string) =>
  desk.test.station.core.store.reader.get('certificate', certificateId)?.state;

test('the print desk', async (t) => {
  // The station lives as long as the test in which it is made.
  await setUp();
  const plain = `${desk.donation('祝', 400, { name: '祝榭' })}:certificate`;
  const missing = `${desk.donation('周', 400, { name: '周\u{2550E}安' })}:certificate`;
  const long = '阿布都热依木·买买提伊明·吐尔逊';
  desk.donation('阿', 300, { name: long, localDate: '2020-02-20' });
  desk.donation('阿', 300);
  const little = `${desk.donation('许', 138, { name: '许冬梅' })}:thanks`;

  await t.test('name proof, print, sheet scanned, signed for: by keys and scanner', async () => {
    const clerk = await signIn(desk.clerk, SMALL);
    const { page } = clerk;
    await open(clerk, '/papers/work');
    await choose(page, plain);
    await page.getByText('请献血者念一遍').waitFor();
    await judged(page, 'print-proof-1280');
    await page.keyboard.press('F9');
    await desk.until(() => stateOf(plain) === 'printed');
    await page.getByText('请扫打印好的那张纸的纸号').waitFor();
    await judged(page, 'print-scan-1280');
    scan('0003187');
    await page.getByText('纸号 0003187 → 祝榭').first().waitFor();
    await desk.until(() => stateOf(plain) === 'scanned');
    await page.getByRole('button', { name: /发博爱奖章/ }).click();
    await page.getByText('已发第 1 枚博爱奖章').waitFor();
    await page.getByRole('button', { name: /^交付/ }).last().click();
    const pad = page.getByRole('img', { name: '请在此签名' });
    const box = await pad.boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + 20, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + 80, box.y + 20, { steps: 4 });
    await page.mouse.move(box.x + 140, box.y + 60, { steps: 4 });
    await page.mouse.up();
    await judged(page, 'print-hand-over-1280');
    await page.getByRole('button', { name: '确认交付' }).click();
    await desk.until(() => stateOf(plain) === 'handedOver');
    assert.deepEqual(clerk.problems, []);
    await clerk.context.close();
  });

  await t.test(
    'a missing character stops the print by name; a space is the clerk’s choice',
    async () => {
      const clerk = await signIn(desk.clerk, LARGE);
      const { page } = clerk;
      await open(clerk, '/papers/work');
      await choose(page, missing);
      await page.keyboard.press('F9');
      await page.getByText('证书字体里没有“\u{2550E}”，已停止打印').waitFor();
      await page.getByText('U+2550E', { exact: true }).waitFor();
      await judged(page, 'print-missing-1920');
      assert.equal(stateOf(missing), 'ready');
      await page.getByRole('button', { name: '留空打印，手写此字' }).click();
      await desk.until(() => stateOf(missing) === 'printed');
      await page.getByRole('button', { name: '登记作废张' }).click();
      await page.getByLabel('纸号', { exact: true }).fill('0003188');
      await page.getByRole('button', { name: /原因/ }).click();
      await page.getByRole('option', { name: '卡纸' }).click();
      const { nurse } = desk.test.staff;
      await page.getByLabel('第二人工牌').fill(nurse.badge);
      await page.getByLabel('第二人 PIN').fill(nurse.pin);
      await judged(page, 'print-spoil-1920');
      await page.getByRole('button', { name: '两人确认作废' }).click();
      await desk.until(() => stateOf(missing) === 'spoiled');
      await page.getByText('作废，待重打').waitFor();
      assert.deepEqual(clerk.problems, []);
      await clerk.context.close();
    },
  );

  await t.test('register, sheets, queue, offsets, volunteer’s list and day report', async () => {
    const clerk = await signIn(desk.clerk, LARGE);
    const { page } = clerk;
    for (const [path, text, name] of [
      ['/papers/work', long, 'print-work-1920'],
      ['/papers/queue', '已打印', 'print-queue-1920'],
      ['/papers/register', '祝榭', 'print-register-1920'],
      ['/papers/sheets', '0003187', 'print-sheets-1920'],
      ['/papers/offsets', '打印校准页', 'print-offsets-1920'],
      ['/papers/collect', '待领证书', 'print-collect-1920'],
      ['/report', '结束采集', 'print-report-1920'],
    ] as const) {
      await open(clerk, path);
      await page.getByText(text).first().waitFor();
      await judged(page, name);
    }
    await open(clerk, '/papers/work');
    await choose(page, little);
    await judged(page, 'print-thanks-1920');
    assert.deepEqual(clerk.problems, []);
    await clerk.context.close();
  });

  await t.test('a lost certificate becomes a proof', async () => {
    const clerk = await signIn(desk.clerk, SMALL);
    const { page } = clerk;
    await open(clerk, '/papers/register');
    await page.getByRole('button', { name: '登记遗失' }).first().click();
    await page.getByRole('button', { name: '登记遗失，开证明' }).click();
    await page.getByText('献血证明（补）').first().waitFor();
    await choose(page, plain.replace('certificate', 'proof'));
    await judged(page, 'print-replacement-1280');
    assert.deepEqual(clerk.problems, []);
    assert.equal(stateOf(plain), 'lost');
    await clerk.context.close();
  });
});

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type Desk, makeDesk } from '../features/honours/desk.ts';
import { LARGE, openScannerDesk, output, type ScannerDesk, SMALL } from './support/desk.ts';
import { judged, openScreen, writeOn } from './support/screen.ts';

let screens: ScannerDesk;
let desk: Desk;
let stop: () => Promise<void>;

async function setUp(): Promise<void> {
  desk = await makeDesk();
  stop = await desk.printing();
  screens = await openScannerDesk(desk.test.station);
}

after(async () => {
  await screens?.close();
  await stop?.();
});

const look = (page: Page, name: string) => judged(page, `${output}print-${name}`);

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
  const wrong = `${desk.donation('吴', 400, { name: '吴谢' })}:certificate`;
  const byHand = `${desk.donation('郑', 400, { name: '郑\u{2550E}' })}:certificate`;
  const long = '阿布都热依木·买买提伊明·吐尔逊';
  desk.donation('阿', 300, { name: long, localDate: '2020-02-20' });
  desk.donation('阿', 300);
  const little = `${desk.donation('许', 138, { name: '许冬梅' })}:thanks`;

  await t.test('name proof, print, sheet scanned, signed for: by keys and scanner', async () => {
    const clerk = await screens.signIn(desk.clerk, SMALL);
    const { page } = clerk;
    await openScreen(page, '/papers/work');
    await choose(page, plain);
    await page.getByText('请献血者念一遍').waitFor();
    await look(page, 'proof-1280');
    await page.keyboard.press('F9');
    await desk.until(() => stateOf(plain) === 'printed');
    await page.getByText('请扫打印好的那张纸的纸号').waitFor();
    await look(page, 'scan-1280');
    screens.scan('0003187');
    await page.getByText('纸号 0003187 → 祝榭').first().waitFor();
    await desk.until(() => stateOf(plain) === 'scanned');
    await page.getByRole('button', { name: /发博爱奖章/ }).click();
    await page.getByText('已发第 1 枚博爱奖章').waitFor();
    await page.getByRole('button', { name: /^交付/ }).last().click();
    await writeOn(page, page.getByRole('img', { name: '请在此签名' }));
    await look(page, 'hand-over-1280');
    await page.getByRole('button', { name: '确认交付' }).click();
    await desk.until(() => stateOf(plain) === 'handedOver');
    assert.deepEqual(clerk.problems, []);
    await clerk.context.close();
  });

  await t.test(
    'a missing character stops the print by name; a space is the clerk’s choice',
    async () => {
      const clerk = await screens.signIn(desk.clerk, LARGE);
      const { page } = clerk;
      await openScreen(page, '/papers/work');
      await choose(page, missing);
      await page.keyboard.press('F9');
      await page.getByText('证书字体里没有“\u{2550E}”，已停止打印').waitFor();
      await page.getByText('U+2550E', { exact: true }).waitFor();
      await look(page, 'missing-1920');
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
      await look(page, 'spoil-1920');
      await page.getByRole('button', { name: '两人确认作废' }).click();
      await desk.until(() => stateOf(missing) === 'spoiled');
      await page.getByText('作废，待重打').waitFor();
      assert.deepEqual(clerk.problems, []);
      await clerk.context.close();
    },
  );

  await t.test('a wrong name is corrected in the file, and the same paper asks again', async () => {
    const clerk = await screens.signIn(desk.clerk, SMALL);
    const { page } = clerk;
    await openScreen(page, '/papers/work');
    await choose(page, wrong);
    await page.getByRole('button', { name: '写错了，改姓名' }).click();
    await page.getByRole('button', { name: '更正姓名' }).click();
    await page.getByLabel('姓名', { exact: true }).fill('吴榭');
    await page.getByLabel(/依据|理由/).fill('本人读出姓名时发现写错');
    await look(page, 'correct-name-1280');
    await page.getByRole('button', { name: '更正姓名' }).click();
    await page.locator(`[data-paper="${wrong}"][aria-current="true"]`).waitFor();
    await page.getByText('吴榭').first().waitFor();
    assert.equal(stateOf(wrong), 'ready');
    assert.deepEqual(clerk.problems, []);
    await clerk.context.close();
  });

  await t.test(
    'who writes the missing character says so before anybody gets the paper',
    async () => {
      const clerk = await screens.signIn(desk.clerk, SMALL);
      const { page } = clerk;
      await openScreen(page, '/papers/work');
      await choose(page, byHand);
      await page.keyboard.press('F9');
      await page.getByRole('button', { name: '留空打印，手写此字' }).click();
      await page.getByText('请扫打印好的那张纸的纸号').waitFor();
      screens.scan('0003190');
      await desk.until(() => stateOf(byHand) === 'scanned');
      await page.getByText('请把“\u{2550E}”（U+2550E）写在留空处').waitFor();
      await look(page, 'by-hand-1280');
      await page.getByRole('button', { name: '已手写“\u{2550E}”' }).click();
      await page.getByText(`“\u{2550E}”由 ${desk.clerk.name} 手写`).waitFor();
      await page.getByRole('button', { name: /^交付/ }).last().waitFor();
      assert.deepEqual(clerk.problems, []);
      await clerk.context.close();
    },
  );

  await t.test('register, sheets, queue, offsets, volunteer’s list and day report', async () => {
    const clerk = await screens.signIn(desk.clerk, LARGE);
    const { page } = clerk;
    for (const [path, text, name] of [
      ['/papers/work', long, 'work-1920'],
      ['/papers/queue', '已打印', 'queue-1920'],
      ['/papers/register', '祝榭', 'register-1920'],
      ['/papers/sheets', '0003187', 'sheets-1920'],
      ['/papers/offsets', '打印校准页', 'offsets-1920'],
      ['/papers/collect', '待领证书', 'collect-1920'],
      ['/report', '结束采集', 'report-1920'],
    ] as const) {
      await openScreen(page, path);
      await page.getByText(text).first().waitFor();
      await look(page, name);
    }
    await openScreen(page, '/papers/work');
    await choose(page, little);
    await look(page, 'thanks-1920');
    assert.deepEqual(clerk.problems, []);
    await clerk.context.close();
  });

  await t.test('a lost certificate becomes a proof', async () => {
    const clerk = await screens.signIn(desk.clerk, SMALL);
    const { page } = clerk;
    await openScreen(page, '/papers/register');
    await page.getByRole('button', { name: '登记遗失' }).first().click();
    await page.getByRole('button', { name: '登记遗失，开证明' }).click();
    await page.getByText('献血证明（补）').first().waitFor();
    await choose(page, plain.replace('certificate', 'proof'));
    await look(page, 'replacement-1280');
    assert.deepEqual(clerk.problems, []);
    assert.equal(stateOf(plain), 'lost');
    await clerk.context.close();
  });
});

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { inProcessPrintService } from '#electron/features/components/in-process-print.ts';
import { rasterCheck } from '#electron/printing/labels/on-record.ts';
import { encodeDin } from '#shared/codes/din.ts';
import { event } from '#shared/contract/events.ts';
import { labelPrinterSet, labelStockSet } from '#tests/support/label-printers.ts';
import type { FoundedStation } from '#tests/support/station.ts';
import { labStation, seed } from '../features/laboratory/lab-station.ts';
import { DIN } from '../features/laboratory/world.ts';
import { LARGE, openScannerDesk, output, type ScannerDesk, SMALL } from './support/desk.ts';
import { judged, openScreen } from './support/screen.ts';

let desk: ScannerDesk;
let at: FoundedStation;
let stop: () => Promise<void>;

after(async () => {
  await desk?.close();
  await stop?.();
  await rasterCheck.close();
});

/** A laboratory with a worn label printer and a good one. */
async function setUp(): Promise<void> {
  at = await labStation();
  for (const name of ['worn', 'good']) mkdirSync(join(at.folder, name), { recursive: true });
  const dead = Array.from({ length: 12 }, (_none, dot) => 60 + dot).join(',');
  seed(at, [
    labelPrinterSet({
      deviceId: 'lp-1',
      name: '标签机一',
      address: 'worn',
      profile: `deadDots=${dead}`,
    }),
    labelPrinterSet({ deviceId: 'lp-2', name: '标签机二', address: 'good', profile: '' }),
    labelStockSet('stock-1'),
  ]);
  desk = await openScannerDesk(at.station);
  const { publish } = desk;
  const service = await inProcessPrintService({ station: at.station, folder: at.folder, publish });
  stop = service.stop;
}

/** Two reactive readings of one marker, as two valid runs gave them. */
function reactiveTwice(): void {
  const { labTech, labTech2 } = at.staff;
  seed(
    at,
    ['lot-1', 'lot-2'].flatMap((reagentLotId) => {
      const runId = `run-${randomUUID()}`;
      return [
        event('laboratory.runOpened', {
          runId,
          test: 'HIV',
          method: 'ELISA',
          deviceId: null,
          reagentLotId,
        }),
        event('laboratory.runConcluded', {
          runId,
          valid: true,
          controls: [{ name: 'NEG', ok: true }],
          code: null,
        }),
        event('laboratory.resultRecorded', {
          resultId: `result-${randomUUID()}`,
          din: DIN,
          sampleId: `${DIN}:serology`,
          test: 'HIV',
          value: 'reactive',
          figure: 'S/CO 17.77',
          unit: '',
          runId,
          reagentLotId,
          method: 'ELISA',
          readers: [labTech.personId, labTech2.personId],
          deviceKey: null,
          supersedes: null,
          entryId: null,
          conflict: false,
        }),
      ];
    }),
  );
}

const look = (page: Page, name: string) => judged(page, `${output}bench-${name}`);
const choose = (page: Page, group: string, text: string) =>
  page.getByRole('radiogroup', { name: group }).getByText(text, { exact: true }).click();

test('the lab bench from intake to the cut, and results that are opened', async (t) => {
  await setUp();
  const { labTech } = at.staff;
  const bag = encodeDin(DIN, '01') ?? '';

  await t.test('a weight that is not the chair’s is said before it is recorded', async () => {
    const { page, problems, context } = await desk.signIn(labTech, SMALL);
    await openScreen(page, '/lab/intake');
    desk.scan(bag);
    const weight = page.getByLabel('净重');
    await weight.fill('300');
    await page.getByText(/与采集端相差 131 g/).waitFor();
    await look(page, 'weight');
    await weight.fill('431');
    await page.getByText(/与采集端相差/).waitFor({ state: 'detached' });
    await choose(page, '渗漏', '无');
    await choose(page, '溶血', '无');
    await choose(page, '颜色', '正常');
    await page.getByRole('button', { name: '记录血浆袋' }).click();
    await page.getByText('检查标本管').waitFor();
    await look(page, 'tube');
    assert.equal(at.station.core.store.reader.get('bagIntake', DIN)?.netGrams, 431);
    assert.deepEqual(problems, []);
    await context.close();
  });

  await t.test(
    'bags of the allowed size; a label that cannot be read is printed elsewhere',
    async () => {
      const { page, problems, context } = await desk.signIn(labTech, SMALL);
      await openScreen(page, `/lab/processing/${DIN}`);
      await page.getByText('新冠肺炎康复者恢复期血浆（病毒灭活）').click();
      await choose(page, '袋数', '2 袋');
      const fill = async (division: string, ml: string) => {
        await page.getByLabel(`分袋 ${division} 容量`).fill(ml);
        await page.getByLabel(`分袋 ${division} 净重`).fill('205');
      };
      await fill('A0', '210');
      await fill('B0', '200');
      const plan = page.getByRole('button', { name: '登记分袋' });
      await plan.click();
      await page.getByText(/应为 100–200 mL/).waitFor();
      await look(page, 'size');
      await fill('A0', '200');
      await plan.click();
      await page.getByText('过程标签没有打印 · 标签机一').waitFor();
      await page.getByText(/打印前解码核对没有通过/).waitFor();
      await look(page, 'not-printed');
      await page.getByLabel('打印机').click();
      await page.getByRole('option', { name: '标签机二' }).click();
      await page.getByLabel('补打原因').fill('打印头断点');
      await page.getByRole('button', { name: '补打过程标签' }).click();
      await page.getByText(/过程标签已发送/).waitFor();
      await look(page, 'printed');
      const unitNow = (division: string) =>
        at.station.core.store.reader
          .by('unit', 'din', DIN)
          .find((one) => one.division === division);
      const place = async (name: string, act: string) => {
        await page.getByLabel('位置').click();
        await page.getByRole('option', { name }).click();
        await page.getByRole('button', { name: act }).click();
      };
      const [unit, sister] = [unitNow('A0'), unitNow('B0')];
      desk.scan(bag);
      await page.getByText(bag).first().waitFor();
      desk.scan(`&a${unit?.inProcessSerial}`);
      await page.getByText('亚甲蓝').first().waitFor();
      await look(page, 'cut');
      await page.getByRole('radiogroup').getByText('亚甲蓝光化学法').click();
      await page.getByRole('button', { name: '记录灭活' }).click();
      await page.getByText('扫位置码，或从列表选').first().waitFor();
      await place('freezer-1', '放入速冻机');
      await page.getByLabel(/中心温度/).fill('31.0');
      await page.getByRole('button', { name: '记录冻结' }).click();
      await page.getByText('先扫这一袋自己的码').first().waitFor();
      desk.scan(`&a${sister?.inProcessSerial}`);
      await place('shelf-1', '放入隔离架');
      await page
        .getByText(/停下，核对两袋/)
        .first()
        .waitFor();
      await look(page, 'other-bag');
      assert.equal(unitNow('A0')?.state, 'inProcess');
      assert.deepEqual(problems, []);
      await context.close();
    },
  );

  await t.test('infection results open by a recorded act and for the reader alone', async () => {
    for (const kind of ['serology', 'nat', 'group', 'retention'])
      await at.command(
        'laboratory.receiveSample',
        { din: DIN, kind, haemolysis: 'none' },
        { proof: labTech.as() },
      );
    reactiveTwice();
    const { page, problems, context } = await desk.signIn(labTech, SMALL);
    await openScreen(page, `/lab/results/${DIN}`);
    await page.getByText('感染检测结果没有打开').waitFor();
    assert.equal(await page.getByText('17.77').count(), 0);
    await look(page, 'closed');
    await page.keyboard.press('F4');
    await page.getByText('S/CO 17.77').first().waitFor();
    await page.getByText('已打开，30 分钟后收起').waitFor();
    await look(page, 'opened');
    assert.deepEqual(problems, []);
    await context.close();
    for (const path of ['/lab/incidents', '/lab/late', '/lab/holds']) {
      const paper = await desk.signIn(at.staff.qualityRelease, SMALL);
      await openScreen(paper.page, path);
      await look(paper.page, path.replace('/lab/', ''));
      await paper.context.close();
    }
    const other = await desk.signIn(at.staff.physician, LARGE);
    await openScreen(other.page, `/lab/results/${DIN}`);
    await other.page.getByText('感染检测结果没有打开').waitFor();
    assert.equal(await other.page.getByText('17.77').count(), 0);
    await other.context.close();
    assert.equal(at.station.core.store.reader.all('resultRead').length, 1);
  });
});

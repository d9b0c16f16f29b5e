import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { sendControl } from '#electron/devices/simulators/control-socket.ts';
import { startLabelPrinterSimulator } from '#electron/devices/simulators/label-printer-start.ts';
import { labelPrintService } from '#electron/features/labeling/print-service.ts';
import { rasterCheck } from '#electron/printing/labels/on-record.ts';
import { encodeStationCode } from '#shared/codes/station-codes.ts';
import { event } from '#shared/contract/events.ts';
import { bagCode, codesOf, contentOf } from '../features/labeling/reading-back.ts';
import { dinOf, readyUnit } from '../features/labeling/ready-units.ts';
import { type LabelWorld, labelWorld, START, temperature } from '../features/labeling/world.ts';
import { LARGE, openScannerDesk, output, type ScannerDesk, SMALL } from './support/desk.ts';
import { judged, openScreen } from './support/screen.ts';

let desk: ScannerDesk;
let at: LabelWorld;
let stop: () => Promise<void>;

async function setUp(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pp-lab-'));
  const control = join(folder, 'printer.sock');
  const printer = await startLabelPrinterSimulator({ folder: join(folder, 'labels'), control });
  at = await labelWorld(`${printer.host}:${printer.port}`, runningClock());
  const { station } = at;
  desk = await openScannerDesk(station);
  const { publish } = desk;
  const service = await labelPrintService({ station, folder: at.folder, publish });
  stop = async () => {
    await service.stop();
    await sendControl(control, { do: 'quit' });
    rmSync(folder, { recursive: true, force: true });
  };
}

after(async () => {
  await desk?.close();
  await stop?.();
  await rasterCheck.close();
});

/** A clock that began at `START` and runs: scans must come after the print. */
function runningClock() {
  const began = performance.now();
  const now = () => new Date(Date.parse(START) + performance.now() - began).toISOString();
  return { now, elapsedMs: () => performance.now(), set: () => {}, forward: () => {} };
}

const look = (page: Page, name: string) => judged(page, `${output}lab-${name}`);

test('the lab desk from label to shelf', async (t) => {
  // The station lives as long as the test in which it is made.
  await setUp();
  await t.test(
    'a label is printed, read back by scanner, released by two and put away',
    async () => {
      const unitId = readyUnit(at, 118);
      readyUnit(at, 119, { without: ['SARS2-NAT'] });
      const { labTech, qualityRelease, supervisor } = at.staff;
      const lab = await desk.signIn(labTech, SMALL);
      await openScreen(lab.page, '/labels');
      await lab.page.getByText('不能贴签').waitFor();
      await look(lab.page, 'queue');
      desk.scan(bagCode(dinOf(118)));
      await lab.page.getByText('打印前逐个解码，6/6 与记录一致').waitFor();
      await look(lab.page, 'label-ready');
      await lab.page.getByRole('button', { name: /打印 1 张/ }).click();
      await lab.page.getByText(/已打印/).waitFor();
      const row = at.station.core.store.reader.by('label', 'unitId', unitId)[0];
      assert.ok(row);
      const content = contentOf(at, row.id);
      desk.scan(bagCode(dinOf(118)));
      desk.scan(codesOf(content).compound);
      await lab.page.getByText('一致').nth(3).waitFor();
      await look(lab.page, 'label-reading');
      desk.scan(`&a${row.id}`);
      await lab.page.getByText('核对一致，已贴签').first().waitFor();
      await look(lab.page, 'label-done');
      assert.deepEqual(lab.problems, []);
      await lab.context.close();

      const release = await desk.signIn(qualityRelease, LARGE);
      await openScreen(release.page, '/release');
      await release.page.getByText('看过，合格').click();
      await release.page.getByLabel(/您的 PIN|本人 PIN/).fill(qualityRelease.pin);
      await release.page.getByLabel(/第二人.*工牌|工牌.*第二人/).fill(supervisor.badge);
      await look(release.page, 'release');
      await release.page.getByLabel(/第二人.*PIN/).fill(supervisor.pin);
      await release.page.getByRole('button', { name: /放行 1 袋/ }).click();
      await release.page.getByRole('button', { name: '去上架' }).click();
      desk.scan(`&a${row.id}`);
      await release.page.getByText('再扫架位').waitFor();
      await look(release.page, 'stock');
      desk.scan(encodeStationCode('place', 'OK') ?? '');
      await release.page.getByText('已移到 shelf-ok').first().waitFor();
      await openScreen(release.page, `/stock/unit/${encodeURIComponent(unitId)}`);
      await release.page.getByText('标签核对一致').waitFor();
      await look(release.page, 'history');
      const unit = at.station.core.store.reader.get('unit', unitId);
      assert.equal(unit?.state, 'released');
      assert.equal(unit?.placeId, 'shelf-ok');
      assert.deepEqual(release.problems, []);
      await release.context.close();
    },
  );

  await t.test(
    'a label on the wrong bag stops the whole screen and names what differs',
    async () => {
      const [one, two] = [readyUnit(at, 130), readyUnit(at, 131, { abo: 'O' })];
      const { admin, labTech } = at.staff;
      const seer = { name: '测试值班主管', badge: 'SUP42', roles: ['supervisor' as const] };
      const enrol = { ...seer, pin: '908172' };
      await at.command('operators.enrolStaff', enrol, { proof: admin.as({ signed: true }) });
      for (const unitId of [one, two]) {
        const input = { unitId, printerId: 'printer-1', stockId: 'stock-1' };
        await at.command('labeling.printLabel', input, { proof: labTech.as() });
      }
      const label = at.station.core.store.reader.by('label', 'unitId', two)[0];
      assert.ok(label);
      const lab = await desk.signIn(labTech, SMALL);
      await openScreen(lab.page, `/labels/unit/${encodeURIComponent(one)}`);
      await lab.page.getByText('扫血浆袋自己的号').waitFor();
      desk.scan(bagCode(dinOf(130)));
      desk.scan(codesOf(label.content).compound);
      desk.scan(`&a${label.id}`);
      await lab.page.getByText('标签与血浆袋不符').waitFor();
      await look(lab.page, 'label-wrong');
      desk.scan(bagCode(dinOf(130)));
      await lab.page.getByText('标签与血浆袋不符').waitFor();
      desk.scan(encodeStationCode('staffBadge', 'SUP42') ?? '');
      // The stop is deaf to keys and presses for its first 800 ms.
      await lab.page.waitForTimeout(900);
      await lab.page.getByText('错的已拿走').click();
      await lab.page.getByLabel('第二人 PIN').fill(enrol.pin);
      await look(lab.page, 'label-wrong-second');
      await lab.page.getByRole('button', { name: '解除停止' }).click();
      await lab.page.getByText('标签与血浆袋不符').waitFor({ state: 'detached' });
      await lab.page.getByText('待销毁的旧标签').waitFor();
      await look(lab.page, 'label-held');
      // The wrong label's own, and the one of the stop that a second person lifted.
      assert.equal(at.station.core.store.reader.all('incident').length, 2);
      await lab.context.close();
    },
  );

  await t.test('releases wait in both themes with every open reason', async () => {
    const { qualityRelease } = at.staff;
    const unitId = `${dinOf(118)}:D0001V00:00`;
    at.record([
      event('components.held', {
        holdId: 'e2e-hold',
        scope: 'unit',
        target: unitId,
        din: dinOf(118),
        code: 'identityDoubt',
        source: 'e2e',
      }),
    ]);
    const release = await desk.signIn(qualityRelease, SMALL);
    await openScreen(release.page, '/release');
    await release.page.getByText('身份存疑').waitFor();
    await look(release.page, 'release-blocked');
    await release.page.evaluate(() => {
      document.documentElement.dataset['theme'] = 'dark';
    });
    await look(release.page, 'release-dark');
    await openScreen(release.page, '/labels/register');
    await release.page.getByText('已给出').waitFor();
    await look(release.page, 'register-dark');
    await release.context.close();
  });

  await t.test('a unit is issued, then its donor rings: recalled with six presses', async () => {
    const unitId = `${dinOf(118)}:D0001V00:00`;
    releasedAgain(unitId);
    const { supervisor } = at.staff;
    const { page, problems, context } = await desk.signIn(supervisor, SMALL);
    await page.keyboard.press('Control+k');
    await page.getByLabel('找命令').fill('收血单位');
    await page.getByRole('button', { name: '收血单位' }).click();
    await page.getByLabel('单位名称').fill('测试医院输血科');
    await page.getByLabel('输血科电话').fill('022-00000000');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('cell', { name: '测试医院输血科' }).waitFor();
    await look(page, 'consignees');
    await page.keyboard.press('Escape');
    await page.getByText('扫血浆袋标签的方形码').waitFor();
    await look(page, 'issue-empty');
    const row = at.station.core.store.reader.by('label', 'unitId', unitId)[0];
    assert.ok(row);
    desk.scan(codesOf(contentOf(at, row.id)).compound);
    await page.getByLabel('收血单位').click();
    await page.getByRole('option', { name: '测试医院输血科' }).click();
    await page.getByLabel('取血人姓名').fill('取血人');
    await page.getByLabel('运输箱内温度').fill('-25.0');
    await look(page, 'issue');
    desk.scan(`&a${row.id}`);
    await page.getByText('两次扫描一致').first().waitFor();
    await page.getByLabel('本人 PIN').fill(supervisor.pin);
    await page.getByRole('button', { name: '签名发出' }).click();
    await page.getByText('已发给 测试医院输血科').first().waitFor();
    await page.getByText('已发出', { exact: true }).click();
    await page.getByRole('cell', { name: '测试医院输血科' }).waitFor();
    await look(page, 'issued');
    assert.equal(at.station.core.store.reader.get('unit', unitId)?.state, 'issued');
    await page.keyboard.press('Control+k');
    await page.getByLabel('找命令').fill('献血后');
    await page.getByRole('button', { name: '献血后信息' }).click();
    desk.scan(bagCode(dinOf(118)));
    await page.getByText('发热', { exact: true }).click();
    await page.getByRole('button', { name: '记录并暂扣' }).click();
    await page.getByText('已发出 1 袋：请立即电话召回').first().waitFor();
    await page.getByRole('button', { name: /召回已发出的血浆/ }).click();
    await page.getByRole('cell', { name: '测试医院输血科' }).waitFor();
    await look(page, 'recall');
    assert.deepEqual(problems, []);
    await context.close();
  });
});

/** The hold is lifted and the unit released again, on its cold shelf. */
function releasedAgain(unitId: string): void {
  const din = dinOf(118);
  const to = { unitId, fromPlaceId: null, toPlaceId: 'shelf-ok' };
  at.record([
    event('components.holdLifted', { holdId: 'e2e-hold', target: din, code: 'identityDoubt' }),
    event('inventory.released', { unitId, din, listId: 'e2e', checks: [] }),
    event('inventory.moved', to),
    temperature('shelf-ok', -312, at.clock.now()),
  ]);
}

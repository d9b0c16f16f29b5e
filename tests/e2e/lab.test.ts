import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { sendControl } from '#electron/devices/simulators/control-socket.ts';
import { startLabelPrinterSimulator } from '#electron/devices/simulators/label-printer-start.ts';
import { rasterCheck } from '#electron/features/labeling/draw.ts';
import { labelPrintService } from '#electron/features/labeling/print-service.ts';
import { type LoopbackDoor, openLoopback } from '#electron/loopback/server.ts';
import type { News } from '#electron/ports/doorway.ts';
import { encodeStationCode } from '#shared/codes/station-codes.ts';
import { event } from '#shared/contract/events.ts';
import {
  bagCode,
  codesOf,
  contentOf,
  dinOf,
  type LabelWorld,
  labelWorld,
  readyUnit,
  START,
} from '../features/labeling/world.ts';
import { launchBrowser, type OpenedPage, openPage } from '../support/browser.ts';
import type { TestPerson } from '../support/station.ts';
import { buildRenderer } from './support/static-station.ts';

const output = fileURLToPath(new URL('./output/', import.meta.url));
const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);
const listeners = new Set<(news: News) => void>();

let browser: Browser;
let door: LoopbackDoor;
let at: LabelWorld;
let stop: () => Promise<void>;

async function setUp(): Promise<void> {
  mkdirSync(output, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'pp-lab-'));
  const control = join(folder, 'printer.sock');
  const printer = await startLabelPrinterSimulator({ folder: join(folder, 'labels'), control });
  at = await labelWorld(`${printer.host}:${printer.port}`, runningClock());
  const { station } = at;
  const publish = (news: News) => {
    for (const listener of listeners) listener(news);
  };
  station.subscribe((push) => publish({ kind: 'push', push }));
  const service = await labelPrintService({ station, folder: at.folder, publish });
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
  stop = async () => {
    await service.stop();
    await sendControl(control, { do: 'quit' });
    rmSync(folder, { recursive: true, force: true });
  };
}

after(async () => {
  await browser?.close();
  await door?.close();
  await stop?.();
  await rasterCheck.close();
});

/** A clock that began at `START` and runs: scans must come after the print. */
function runningClock() {
  const began = performance.now();
  const now = () => new Date(Date.parse(START) + performance.now() - began).toISOString();
  return { now, elapsedMs: () => performance.now(), set: () => {}, forward: () => {} };
}

async function signIn(person: TestPerson, size: { width: number; height: number }) {
  const opened = await openPage(browser, door.freshUrl(), size);
  const { page } = opened;
  await page.getByLabel('工牌号').fill(person.badge);
  await page.getByRole('button', { name: '输入 PIN' }).click();
  await page.getByLabel(/^PIN/).fill(person.pin);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').waitFor();
  return opened;
}

async function scan(raw: string): Promise<void> {
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

test('the lab desk from label to shelf', async (t) => {
  // The station lives as long as the test in which it is made.
  await setUp();
  await t.test(
    'a label is printed, read back by scanner, released by two and put away',
    async () => {
      const unitId = readyUnit(at, 118);
      readyUnit(at, 119, { without: ['SARS2-NAT'] });
      const { labTech, qualityRelease, supervisor } = at.staff;
      const lab = await signIn(labTech, { width: 1280, height: 720 });
      await open(lab, '/labels');
      await lab.page.getByText('不能贴签').waitFor();
      await judged(lab.page, 'lab-queue');
      await scan(bagCode(dinOf(118)));
      await lab.page.getByText('打印前逐个解码，6/6 与记录一致').waitFor();
      await judged(lab.page, 'lab-label-ready');
      await lab.page.getByRole('button', { name: /打印 1 张/ }).click();
      await lab.page.getByText(/已打印/).waitFor();
      const row = at.station.core.store.reader.by('label', 'unitId', unitId)[0];
      assert.ok(row);
      const content = contentOf(at, row.id);
      await scan(bagCode(dinOf(118)));
      await scan(codesOf(content).compound);
      await lab.page.getByText('一致').nth(3).waitFor();
      await judged(lab.page, 'lab-label-reading');
      await scan(`&a${row.id}`);
      await lab.page.getByText('核对一致，已贴签').first().waitFor();
      await judged(lab.page, 'lab-label-done');
      assert.deepEqual(lab.problems, []);
      await lab.context.close();

      const release = await signIn(qualityRelease, { width: 1920, height: 1080 });
      await open(release, '/release');
      await release.page.getByText('看过，合格').click();
      await release.page.getByLabel(/您的 PIN|本人 PIN/).fill(qualityRelease.pin);
      await release.page.getByLabel(/第二人.*工牌|工牌.*第二人/).fill(supervisor.badge);
      await judged(release.page, 'lab-release');
      await release.page.getByLabel(/第二人.*PIN/).fill(supervisor.pin);
      await release.page.getByRole('button', { name: /放行 1 袋/ }).click();
      await release.page.getByRole('button', { name: '去上架' }).click();
      await scan(`&a${row.id}`);
      await release.page.getByText('再扫架位').waitFor();
      await judged(release.page, 'lab-stock');
      await scan(encodeStationCode('place', 'OK') ?? '');
      await release.page.getByText('已移到 shelf-ok').first().waitFor();
      await open(release, `/stock/unit/${encodeURIComponent(unitId)}`);
      await release.page.getByText('标签核对一致').waitFor();
      await judged(release.page, 'lab-history');
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
      const lab = await signIn(labTech, { width: 1280, height: 720 });
      await open(lab, `/labels/unit/${encodeURIComponent(one)}`);
      await lab.page.getByText('扫血浆袋自己的号').waitFor();
      await scan(bagCode(dinOf(130)));
      await scan(codesOf(label.content).compound);
      await scan(`&a${label.id}`);
      await lab.page.getByText('标签与血浆袋不符').waitFor();
      await judged(lab.page, 'lab-label-wrong');
      await scan(bagCode(dinOf(130)));
      await lab.page.getByText('标签与血浆袋不符').waitFor();
      await scan(encodeStationCode('staffBadge', 'SUP42') ?? '');
      await lab.page.getByText('标签与血浆袋不符').waitFor({ state: 'detached' });
      await lab.page.getByText('待销毁的旧标签').waitFor();
      await judged(lab.page, 'lab-label-held');
      assert.equal(at.station.core.store.reader.all('incident').length, 1);
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
    const release = await signIn(qualityRelease, { width: 1280, height: 720 });
    await open(release, '/release');
    await release.page.getByText('身份存疑').waitFor();
    await judged(release.page, 'lab-release-blocked');
    await release.page.evaluate(() => {
      document.documentElement.dataset['theme'] = 'dark';
    });
    await judged(release.page, 'lab-release-dark');
    await open(release, '/labels/register');
    await release.page.getByText('已给出').waitFor();
    await judged(release.page, 'lab-register-dark');
    await release.context.close();
  });
});

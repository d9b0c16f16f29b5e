import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { deviceService } from '#electron/devices/runtime/service.ts';
import { type LoopbackDoor, openLoopback } from '#electron/loopback/server.ts';
import { systemClock } from '#electron/ports/clock.ts';
import type { News } from '#electron/ports/doorway.ts';
import { encodeStationCode } from '#shared/codes/station-codes.ts';
import { type Machine, makeMachine, until } from '../devices/runtime/rig.ts';
import {
  makeWorld,
  SET,
  type SeedDonor,
  sticker,
  type World,
} from '../features/collection/world.ts';
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
let world: World;
let machine: Machine;
let stop: () => Promise<void>;

async function setUp(): Promise<void> {
  mkdirSync(output, { recursive: true });
  machine = await makeMachine(5);
  world = await makeWorld({ clock: systemClock }, { kind: 'serial', address: machine.link });
  const { station, folder } = world.test;
  const publish = (news: News) => {
    for (const listener of listeners) listener(news);
  };
  station.subscribe((push) => publish({ kind: 'push', push }));
  const service = await deviceService({ station, folder, publish });
  door = await openLoopback({
    station: {
      call: (name, envelope) => station.call(name, envelope, { door: 'loopback' }),
      listen: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    root: (await buildRenderer()).replace(/[\\/]$/, ''),
    port: 0,
    now: () => Date.now(),
  });
  browser = await launchBrowser();
  stop = () => service.stop();
}

after(async () => {
  await browser?.close();
  await door?.close();
  await stop?.();
});

async function signIn(person: TestPerson, size: typeof SMALL): Promise<OpenedPage> {
  const opened = await openPage(browser, door.freshUrl(), size);
  const { page } = opened;
  await page.getByLabel('工牌号').fill(person.badge);
  await page.getByRole('button', { name: '输入 PIN' }).click();
  await page.getByLabel(/^PIN/).fill(person.pin);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').waitFor();
  return opened;
}

function scan(raw: string): void {
  for (const listener of listeners) listener({ kind: 'scan', scan: { device: 'S1', raw } });
}

async function open(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#${path}`);
}

async function judged(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${output}${name}.png` });
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    type Found = { violations: { id: string; nodes: { html: string }[] }[] };
    type Axe = { run: (root: Document, options: object) => Promise<Found> };
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

/** Fills 年/月/日 of the only date on the screen. */
async function fillDate(page: Page, date: string): Promise<void> {
  await page.getByLabel('年').fill(date.replaceAll('-', ''));
}

async function setUpChair(page: Page, donor: SeedDonor): Promise<string> {
  await open(page, `/chairs/${world.chairId}`);
  await page.getByRole('heading', { name: '3 号椅 采集准备' }).waitFor();
  for (const [raw, words] of [
    [world.saline, 'LOT 2609B'],
    [world.machine, 'APH-03'],
    [world.kit('K1'), 'LOT 26C0417'],
    [world.anticoagulant, 'LOT 260822'],
  ] as const) {
    scan(raw);
    await page.getByText(words.replace('LOT ', '')).first().waitFor();
  }
  scan(donor.card);
  await page.getByText(donor.name).first().waitFor();
  await page.getByLabel('说出的姓名').fill(donor.name);
  await fillDate(page, donor.birthDate);
  await page.getByRole('button', { name: '打印号码' }).click();
  const { reader } = world.test.station.core.store;
  const given = () => reader.by('donationNumber', 'visitId', donor.visitId)[0]?.id ?? '';
  await until('a number is given', () => given() !== '');
  return given();
}

test('the nurse desk from set-up to the box, with a real machine', async (t) => {
  await setUp();
  const opened = await signIn(world.nurse, SMALL);
  const { page } = opened;
  const step = async (name: string, run: () => Promise<void>): Promise<void> => {
    await run().catch(async (problem: unknown) => {
      await page.screenshot({ path: `${output}chair-failed.png` });
      throw problem;
    });
    t.diagnostic(name);
  };
  const donor = world.donor('000731', { targetMl: 200 });
  const other = world.donor('000602', { targetMl: 200 });
  const { reader } = world.test.station.core.store;
  let din = '';

  await step('set-up: any order, the wrong donor stops the screen', async () => {
    await open(page, '/chairs');
    await page.getByRole('button', { name: /空闲/ }).waitFor();
    await judged(page, 'chair-board');
    din = await setUpChair(page, donor);
    await judged(page, 'chair-setup');
    scan(other.card);
    await page.getByText('条码不符，停止').waitFor();
    await judged(page, 'chair-setup-wrong');
    await page.waitForTimeout(900);
    scan(donor.card);
    await page.getByText('条码不符，停止').waitFor({ state: 'detached' });
    scan(sticker(din, 'bag'));
    const start = page.getByRole('button', { name: '开始采集' });
    await until('start is open', () => start.isEnabled());
    await start.click();
    await until('the run is on', () => reader.get('donation', din)?.state === 'running');
  });

  await step('run: live figures, a relayed alarm, vitals by keyboard', async () => {
    await until('the machine is programmed', async () => {
      return (await machine.state())['state'] === 'programmed';
    });
    await machine.act({ do: 'start' });
    await page.getByText('已采').first().waitFor();
    await until('volume is shown live', async () => {
      return Number((await machine.state())['collectedMl']) > 5;
    });
    await machine.act({ do: 'alarm', code: 'VENOUS_PRESSURE_HIGH', value: 186, held: false });
    await page.getByText('设备报警（转发）').waitFor({ timeout: 8000 });
    await page.keyboard.press('F4');
    await page.getByLabel('血压 ↑').fill('114');
    await page.getByLabel('血压 ↓').fill('72');
    await page.getByLabel('脉搏').fill('78');
    await page.getByRole('button', { name: '记录', exact: true }).click();
    await page.getByText('114/72').waitFor();
    await judged(page, 'chair-running-small');
    await page.setViewportSize(LARGE);
    await judged(page, 'chair-running');
    const wall = await signIn(world.test.staff.supervisor, LARGE);
    await open(wall.page, '/wall');
    await wall.page.getByText(/采集 1/).waitFor();
    await judged(wall.page, 'chair-wall');
    await wall.context.close();
    await page.setViewportSize(SMALL);
    await machine.act({ do: 'clear' });
    await machine.act({ do: 'stop' });
    await until('the machine ended', () => reader.get('donation', din)?.machineEndedAt !== null);
  });

  await step('end: three figures, a strange tube stops, everything matched', async () => {
    await open(page, `/runs/${din}/end`);
    const machineMl = reader.get('donation', din)?.machineMl ?? 0;
    await page.getByLabel('袋总重').fill(String(35 + Math.round(machineMl * 1.026)));
    await page.getByLabel('空袋皮重').fill('35');
    await page.getByLabel('结束原因').click();
    await page.getByRole('option', { name: '本人要求' }).click();
    await page.getByText('已全部回输').click();
    await page.getByRole('button', { name: '称量完成' }).click();
    await page.getByText('核对袋、管和记录').first().waitFor();
    scan(sticker('A999920000077', 'nat'));
    await page.getByText('条码不符，停止').waitFor();
    await judged(page, 'chair-match-wrong');
    await page.waitForTimeout(900);
    for (const container of SET) {
      scan(sticker(din, container));
      await page.waitForTimeout(60);
    }
    scan(donor.card);
    const finish = page.getByRole('button', { name: '核对完成，去休息' });
    await until('everything is ticked', () => finish.isEnabled());
    await judged(page, 'chair-match');
    await finish.click();
    await page.getByRole('heading', { name: '休息观察' }).waitFor();
    await until('she rests', () => reader.get('donation', din)?.state === 'resting');
    await judged(page, 'chair-rest');
  });

  await step('box: opened and packed by scan', async () => {
    await open(page, '/boxes');
    await page.getByRole('heading', { name: '交接箱' }).first().waitFor();
    scan(encodeStationCode('box', '07') ?? '');
    await until('a box is open', () => reader.by('box', 'state', 'open').length === 1);
    for (const container of SET.slice(0, 5)) scan(sticker(din, container));
    await page.getByText('共 5 件').first().waitFor({ timeout: 15_000 });
    await judged(page, 'chair-boxes');
    await open(page, '/reactions');
    await page.getByText('没有未结的反应').waitFor();
  });
  assert.deepEqual(opened.problems, []);
});

import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { after } from 'node:test';
import { playDonation } from '#electron/demo/donation.ts';
import { registerDonor, resetDonorSerial } from '#electron/demo/donors.ts';
import { DemoDriver } from '#electron/demo/driver.ts';
import { type DemoEquipment, fitOutDemo } from '#electron/demo/equipment.ts';
import {
  freeze,
  intake,
  label,
  receiveBox,
  release,
  runPanel,
  sendBox,
  split,
} from '#electron/demo/lab.ts';
import { openDemoSite, readCold } from '#electron/demo/open-site.ts';
import { foundDemoSite } from '#electron/demo/site.ts';
import { appliedOrder } from '#electron/journal/replay.ts';
import { rasterCheck } from '#electron/printing/labels/on-record.ts';
import type { AnyEntry } from '#shared/contract/events.ts';
import {
  makeStation,
  type TestClock,
  type TestStation,
  temporaryFolder,
  testClock,
} from '#tests/support/station.ts';

/** A prepared data folder from which many runs start. */
export interface Template {
  readonly base: string;
  readonly now: string;
  readonly equipment: DemoEquipment;
}

/** An open station of a template. */
export interface Site {
  test: TestStation;
  readonly clock: TestClock;
  readonly equipment: DemoEquipment;
}

/** A site while its script still plays. */
export interface ScriptedSite extends Site {
  readonly driver: DemoDriver;
}

after(() => rasterCheck.close());

const START = '2020-05-11T00:30:00.000Z';

/** The invented site, set up and open; nobody has come yet. */
export async function openedSite(): Promise<ScriptedSite> {
  const base = temporaryFolder();
  const clock = testClock(START);
  const test = await makeStation({ ...folders(base), clock, idleMinutes: 100_000 });
  const driver = driverOf(test, clock);
  resetDonorSerial();
  await foundDemoSite(driver);
  const none = { kind: 'none' as const, address: '' };
  const file = (address: string) => ({ kind: 'file' as const, address });
  const equipment = await fitOutDemo(driver, {
    apheresis: none,
    analyser: none,
    labelPrinter: file('labels'),
    paperPrinter: file('papers'),
  });
  await openDemoSite(driver, equipment);
  return { test, driver, clock, equipment };
}

/** Closes a site and keeps its folder for runs to start from. */
export function templateOf(site: Site): Template {
  const base = join(site.test.folder, '..');
  site.test.close();
  return { base, now: site.clock.now(), equipment: site.equipment };
}

/** A fresh station on a copy of a template. */
export async function siteFrom(template: Template): Promise<Site> {
  const base = temporaryFolder();
  cpSync(template.base, base, { recursive: true });
  const clock = testClock(template.now);
  const test = await makeStation({ ...folders(base), clock, idleMinutes: 100_000 });
  return { test, clock, equipment: template.equipment };
}

/** Closes and opens again on the same folder; everybody has to sign in again. */
export async function restarted(site: Site): Promise<void> {
  site.test = await site.test.restart();
}

/** Four donations: released, labelled, ready for a label, and one at the laboratory bench untested. */
export async function furnish(site: ScriptedSite): Promise<readonly string[]> {
  const { driver, equipment } = site;
  const dins: string[] = [];
  for (const [index, name] of ['王晓燕', '刘建国', '孙丽', '赵敏'].entries()) {
    await readCold(driver, equipment);
    const donor = await registerDonor(driver, {
      name,
      sex: index % 2 ? 'male' : 'female',
      age: 30 + index,
      phone: `1380000010${index}`,
    });
    dins.push(await playDonation(driver, donor, equipment, { until: 'left', chair: '3' }));
  }
  const box = await sendBox(driver, '01', dins);
  await receiveBox(driver, box, dins);
  for (const din of dins) await intake(driver, din, 451);
  const tested = dins.slice(0, 3);
  // Frozen before the panel is run: six hours are soon over.
  const units: string[] = [];
  for (const din of tested) units.push(...(await split(driver, din, [200, 200])));
  await freeze(driver, units);
  await runPanel(
    driver,
    equipment,
    tested.map((din) => ({ din })),
  );
  for (const unit of units.slice(0, 3)) await label(driver, equipment, unit);
  await readCold(driver, equipment);
  await release(driver, equipment, units.slice(0, 2));
  return dins;
}

/** Every entry in the order in which it was applied. */
export function entriesOf(test: TestStation): readonly AnyEntry[] {
  return [...appliedOrder(test.station.core.store)] as AnyEntry[];
}

function folders(base: string) {
  return { folder: join(base, 'data'), configFolder: join(base, 'config') };
}

function driverOf(test: TestStation, clock: TestClock): DemoDriver {
  const hand = { now: clock.now, elapsedMs: clock.elapsedMs, set: clock.set };
  return new DemoDriver(test.station, hand, {
    wait: async (minutes) => clock.forward(minutes),
  });
}

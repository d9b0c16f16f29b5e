import { existsSync, renameSync, rmSync } from 'node:fs';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { DemoDriver } from '../demo/driver.ts';
import { fitOutDemo } from '../demo/equipment.ts';
import { DEMO_PIN_COST } from '../demo/open-demo.ts';
import { openDemoSite } from '../demo/open-site.ts';
import { startDemoDevices } from '../demo/simulators.ts';
import { foundDemoSite } from '../demo/site.ts';
import { uuidV7Ids } from '../ports/ids.ts';
import { demoKeyStore } from '../ports/key-store.ts';
import { type HandClock, handClock } from '../start/practice-clock.ts';
import { createStation, type Station } from '../station/create-station.ts';
import type { StartProblem } from '../station/start-problem.ts';
import { type Filled, fill } from './fill.ts';

/** What is to be made, and where. */
export interface GenerateOrder {
  /** A new data folder. */
  readonly data: string;
  readonly configFolder: string;
  readonly donors: number;
  readonly seed: number;
  /** The day on which the records were taken over; ages and last donations count back from it. */
  readonly today: CivilDate;
}

export type GenerateProblem = StartProblem | 'cli.folderExists';

/**
 * Makes a demo site, fitted out and open, and takes over invented donors with their earlier donations.
 * Filled beside its place and moved there whole. The same order makes the same people.
 */
export async function generate(
  order: GenerateOrder,
  progress: (donors: number) => void = () => {},
): Promise<Result<Filled, GenerateProblem>> {
  if (existsSync(order.data)) return err('cli.folderExists');
  const part = `${order.data}.filling`;
  rmSync(part, { recursive: true, force: true });
  const clock = handClock(`${order.today}T01:00:00.000Z`);
  const started = await createStation({
    folder: part,
    keyStore: demoKeyStore(part),
    configFolder: order.configFolder,
    pinCost: DEMO_PIN_COST,
    clock,
    // A folder and station of their own each time; only the people come from the seed.
    ids: uuidV7Ids(clock),
  });
  if (!started.ok) return started;
  let filled: Filled;
  try {
    await openSite(started.value, clock, order.data);
    filled = fill(started.value.core, order, progress);
  } finally {
    started.value.close();
  }
  renameSync(part, order.data);
  return ok(filled);
}

/** The site of the demo without its scenes: its devices answer their tests and are ended again. */
async function openSite(station: Station, clock: HandClock, data: string): Promise<void> {
  const devices = await startDemoDevices(data, true);
  try {
    const driver = new DemoDriver(station, clock);
    await foundDemoSite(driver);
    await openDemoSite(driver, await fitOutDemo(driver, devices.addresses));
    await driver.leave();
  } finally {
    await devices.stop();
  }
}

import type { HandClock } from '../start/practice-clock.ts';
import type { Station } from '../station/create-station.ts';
import { resetKitSerial } from './donation.ts';
import { resetDonorSerial } from './donors.ts';
import { DemoDriver } from './driver.ts';
import { fitOutDemo } from './equipment.ts';
import { openDemoSite } from './open-site.ts';
import { fitOutPractice } from './practice-devices.ts';
import { playDemoScenes } from './scenes.ts';
import type { DemoLinks } from './simulators.ts';
import { foundDemoSite } from './site.ts';

const DAY_MS = 86_400_000;

/** Days before the demo opens on which the invented site was founded. */
const FOUNDED_DAYS = 60;

/** Fills a new folder with the invented site, dated relative to the clock's instant. */
export async function seedDemo(
  station: Station,
  clock: HandClock,
  addresses: DemoLinks,
): Promise<void> {
  const opening = Date.parse(clock.now());
  const driver = new DemoDriver(station, clock);
  resetDonorSerial();
  resetKitSerial();
  clock.set(new Date(opening - FOUNDED_DAYS * DAY_MS).toISOString());
  await foundDemoSite(driver);
  const fitted = await fitOutDemo(driver, addresses);
  const machines = await fitOutPractice(driver, addresses.practice);
  const equipment = { ...fitted, devices: { ...fitted.devices, ...machines } };
  await openDemoSite(driver, equipment);
  await playDemoScenes(driver, equipment, clock, opening);
  clock.set(new Date(opening).toISOString());
  await driver.leave();
}

import type { HandClock } from '../start/practice-clock.ts';
import type { Station } from '../station/create-station.ts';
import { DemoDriver } from './driver.ts';
import { foundDemoSite } from './site.ts';

const DAY_MS = 86_400_000;

/** Fills a new folder with the invented site, dated relative to the clock's instant. */
export async function seedDemo(station: Station, clock: HandClock, _data: string): Promise<void> {
  const opening = Date.parse(clock.now());
  const driver = new DemoDriver(station, clock);
  driver.at(new Date(opening - 60 * DAY_MS).toISOString());
  await foundDemoSite(driver);
  driver.at(new Date(opening).toISOString());
  await driver.leave();
}

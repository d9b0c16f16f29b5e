import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DemoDriver } from '#electron/demo/driver.ts';
import { seedDemo } from '#electron/demo/seed.ts';
import { seededBytes } from '#electron/demo/seeded-bytes.ts';
import { type DemoDevices, startDemoDevices } from '#electron/demo/simulators.ts';
import { uuidV7Ids } from '#electron/ports/ids.ts';
import { demoKeyStore } from '#electron/ports/key-store.ts';
import { rasterCheck } from '#electron/printing/labels/on-record.ts';
import { handClock } from '#electron/start/practice-clock.ts';
import { createStation, type Station } from '#electron/station/create-station.ts';
import { FOLDERS } from '#tests/support/folders.ts';

/** A filled station, and hands that act in it as the invented staff. */
export interface SeededDemo {
  readonly station: Station;
  readonly driver: DemoDriver;
  readonly opening: string;
}

/** Simulated devices with as many seeded stations as a test asks for. */
export interface SeededDemos {
  /** A station filled by the script that opens at an instant; nothing runs beside its core. */
  seed(openingUtc: string, seed?: number): Promise<SeededDemo>;
  close(): Promise<void>;
}

export async function seededDemos(): Promise<SeededDemos> {
  const home = mkdtempSync(join(FOLDERS, 'pp-seeds-'));
  const devices: DemoDevices = await startDemoDevices(home, true);
  const stations: Station[] = [];
  return {
    seed: async (openingUtc, seed = 1) => {
      const clock = handClock(openingUtc);
      const folder = join(home, `data-${stations.length}`);
      const started = await createStation({
        folder,
        keyStore: demoKeyStore(folder),
        configFolder: join(folder, 'config'),
        pinCost: { n: 1024, r: 8, p: 1 },
        clock,
        ids: uuidV7Ids(clock, seededBytes(seed)),
      });
      if (!started.ok) throw new Error(started.error);
      stations.push(started.value);
      await seedDemo(started.value, clock, devices.addresses);
      const station = started.value;
      return {
        station,
        driver: new DemoDriver(station, clock, undefined, new Map(), { commands: 900_000 }),
        opening: openingUtc,
      };
    },
    close: async () => {
      for (const station of stations) station.close();
      await rasterCheck.close();
      await devices.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

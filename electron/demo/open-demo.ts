import { createHash, randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { DEMO_STAFF } from '#shared/features/operators/demo-staff.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { systemClock } from '../ports/clock.ts';
import { dataFolder } from '../ports/files.ts';
import { type Ids, uuidV7Ids } from '../ports/ids.ts';
import { demoKeyStore } from '../ports/key-store.ts';
import { configFolder } from '../start/config-folder.ts';
import type { StartOptions } from '../start/options.ts';
import { type HandClock, handClock, practiceClock } from '../start/practice-clock.ts';
import { createStation, type StartProblem } from '../station/create-station.ts';
import { type OpenFolder, openFolder } from '../station/open-folder.ts';
import { seedDemo } from './seed.ts';
import { type DemoAddresses, startDemoDevices } from './simulators.ts';

/** Cheap on purpose: these PINs stand on the sign-in screen. */
const DEMO_PIN_COST = { n: 4096, r: 8, p: 1 };

/** Badges, PINs and roles of the invented staff, for the sign-in screen and the start's JSON line. */
export function demoStaff() {
  return DEMO_STAFF.map(({ key, name, badge, pin, roles }) => ({ key, name, badge, pin, roles }));
}

/**
 * Opens a demo folder, filling it first when it is new. The same seed and practice clock give the same
 * people and numbers; times are relative to the start.
 */
export async function openDemoFolder(
  options: Pick<StartOptions, 'data' | 'seed' | 'practiceClock'>,
): Promise<Result<OpenFolder, StartProblem>> {
  const clock = options.practiceClock ? practiceClock(options.practiceClock) : systemClock;
  const ports = {
    folder: options.data,
    keyStore: demoKeyStore(options.data),
    configFolder: configFolder(),
    pinCost: DEMO_PIN_COST,
  };
  const devices = await startDemoDevices(options.data);
  if (!existsSync(dataFolder(options.data).database)) {
    const script = handClock(clock.now());
    const ids = uuidV7Ids(script, seededBytes(options.seed));
    const filled = await fill(options.data, script, ids, devices.addresses);
    if (!filled.ok) return filled;
  }
  const opened = await openFolder({ ...ports, clock, ids: uuidV7Ids(clock, randomBytes) });
  if (!opened.ok) return opened;
  const { close } = opened.value;
  return ok({
    ...opened.value,
    close: async () => {
      await close();
      await devices.stop();
    },
  });
}

/** Fills a folder beside the wanted one and renames it, so that a start cut short leaves no half demo. */
async function fill(
  data: string,
  clock: HandClock,
  ids: Ids,
  addresses: DemoAddresses,
): Promise<Result<null, StartProblem>> {
  const part = `${data}.filling`;
  rmSync(part, { recursive: true, force: true });
  const started = await createStation({
    folder: part,
    keyStore: demoKeyStore(part),
    configFolder: configFolder(),
    pinCost: DEMO_PIN_COST,
    clock,
    ids,
  });
  if (!started.ok) return started;
  try {
    await seedDemo(started.value, clock, addresses);
  } finally {
    started.value.close();
  }
  // Fails on a folder that holds anything: what lies there is not ours to remove.
  if (existsSync(data)) rmdirSync(data);
  renameSync(part, data);
  return ok(null);
}

/** Reproducible bytes from a seed: SHA-256 in counter mode. Demo folders hold nothing to protect. */
function seededBytes(seed: number): (size: number) => Buffer {
  let counter = 0;
  let pool = Buffer.alloc(0);
  return (size) => {
    while (pool.length < size) {
      counter += 1;
      pool = Buffer.concat([pool, createHash('sha256').update(`${seed}:${counter}`).digest()]);
    }
    const bytes = pool.subarray(0, size);
    pool = pool.subarray(size);
    return Buffer.from(bytes);
  };
}

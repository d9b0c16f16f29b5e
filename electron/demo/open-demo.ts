import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { event } from '#shared/contract/events.ts';
import { DEMO_STAFF } from '#shared/features/operators/demo-staff.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { sendControl } from '../devices/simulators/control-socket.ts';
import { type Clock, systemClock } from '../ports/clock.ts';
import { dataFolder } from '../ports/files.ts';
import { type Ids, uuidV7Ids } from '../ports/ids.ts';
import { demoKeyStore } from '../ports/key-store.ts';
import { configFolder } from '../start/config-folder.ts';
import type { StartOptions } from '../start/options.ts';
import { type HandClock, handClock, practiceClock } from '../start/practice-clock.ts';
import { BY_STATION } from '../station/core.ts';
import { createStation, type Station } from '../station/create-station.ts';
import { type OpenFolder, openFolder } from '../station/open-folder.ts';
import type { StartProblem } from '../station/start-problem.ts';
import { seedDemo } from './seed.ts';
import { seededBytes } from './seeded-bytes.ts';
import { type DemoDevices, type DemoLinks, startDemoDevices } from './simulators.ts';

/** Cheap on purpose: these PINs stand on the sign-in screen. */
export const DEMO_PIN_COST = { n: 4096, r: 8, p: 1 };

/** Badges, PINs and roles of the invented staff, for the sign-in screen and the start's JSON line. */
export function demoStaff() {
  return DEMO_STAFF.map(({ key, name, badge, pin, roles }) => ({ key, name, badge, pin, roles }));
}

/**
 * Opens a demo folder, filling it first when it is new. The same seed and practice clock give the same
 * people and numbers; times are relative to the start.
 */
export async function openDemoFolder(
  options: Pick<StartOptions, 'data' | 'seed' | 'practiceClock' | 'practice'>,
): Promise<Result<OpenFolder, StartProblem>> {
  const clock = options.practiceClock ? practiceClock(options.practiceClock) : systemClock;
  const isNew = !existsSync(dataFolder(options.data).database);
  // Filled beside its place and moved there: it takes the place of nothing that is anybody's.
  if (isNew && existsSync(options.data) && readdirSync(options.data).length > 0)
    return err('station.folderForeign');
  const devices = await startDemoDevices(options.data, isNew, options.practice);
  const opened = await openWithDevices(options, clock, devices, isNew).catch(async (error) => {
    await devices.stop();
    throw error;
  });
  if (!opened.ok) {
    await devices.stop();
    return opened;
  }
  const { close } = opened.value;
  return ok({
    ...opened.value,
    close: async () => {
      await close();
      await devices.stop();
    },
  });
}

async function openWithDevices(
  options: Pick<StartOptions, 'data' | 'seed' | 'practiceClock'>,
  clock: Clock,
  devices: DemoDevices,
  isNew: boolean,
): Promise<Result<OpenFolder, StartProblem>> {
  if (isNew) {
    const script = handClock(clock.now());
    const ids = uuidV7Ids(script, seededBytes(options.seed));
    const filled = await fill(options.data, script, ids, devices.addresses);
    if (!filled.ok) return filled;
  }
  const opened = await openFolder({
    folder: options.data,
    keyStore: demoKeyStore(options.data),
    configFolder: configFolder(),
    pinCost: DEMO_PIN_COST,
    clock,
    ids: uuidV7Ids(clock, randomBytes),
  });
  if (!opened.ok) return opened;
  const { station } = opened.value;
  if (options.practiceClock) notePracticeClock(station, options.practiceClock);
  if (isNew) await beginDemoRun(station, devices);
  return opened;
}

function notePracticeClock({ core }: Station, to: string): void {
  core.transaction(() => core.record([event('operators.practiceClockSet', { to })], BY_STATION));
}

/** The donor on the linked machine was started by the script; now the machine itself begins. */
async function beginDemoRun({ core }: Station, devices: DemoDevices): Promise<void> {
  const { reader } = core.store;
  const run = reader.all('donation').find((row) => row.linked && row.state === 'running');
  if (!run) return;
  const preparation = reader.get('preparation', run.preparationId);
  await sendControl(devices.control.apheresis, {
    do: 'start',
    donation: run.id,
    target: run.targetMl,
    kit: preparation?.kitSerial ?? '',
    scenario: 'pressure-alarm',
  });
}

/** Fills a folder beside the wanted one and renames it, so that a start cut short leaves no half demo. */
async function fill(
  data: string,
  clock: HandClock,
  ids: Ids,
  addresses: DemoLinks,
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
  if (existsSync(data)) rmdirSync(data);
  renameSync(part, data);
  return ok(null);
}

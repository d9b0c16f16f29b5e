import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type ControlAnswer, sendControl } from '#electron/devices/simulators/control-socket.ts';
import {
  type RunningSimulator,
  startApheresisSimulator,
  stopSimulator,
} from '#electron/devices/simulators/start.ts';
import { systemClock } from '#electron/ports/clock.ts';
import { encodeStationCode } from '#shared/codes/station-codes.ts';
import { event } from '#shared/contract/events.ts';
import { agreeing, makeWorld, seated, type World } from '#tests/features/collection/world.ts';
import { temporaryFolder, value } from '#tests/support/station.ts';

/** One chair with its simulated machine and the donation that runs there. */
export interface Chair {
  readonly deviceId: string;
  readonly din: string;
  readonly simulator: RunningSimulator;
}

const CHAIRS = 12;
/** The chair and machine that every world has. */
const FIRST = 3;

const two = (chair: number): string => String(chair).padStart(2, '0');
const serialOf = (chair: number): string => (chair === FIRST ? 'SIM-0001' : `SIM-10${two(chair)}`);

export interface Pace {
  /** Seconds of a run in one second of the clock. */
  readonly speed: number;
  readonly targetMl: number;
}

/** A station with twelve chairs, each with a simulated machine of its own and a donation that has begun. */
export async function twelveChairs(pace: Pace): Promise<{ world: World; chairs: Chair[] }> {
  const folder = temporaryFolder();
  const machines = new Map<number, RunningSimulator>();
  for (let chair = 1; chair <= CHAIRS; chair += 1) {
    const link = join(folder, `aph-${chair}`);
    const options = { link, speed: pace.speed, serial: serialOf(chair), seed: chair };
    machines.set(chair, await startApheresisSimulator(options));
  }
  const first = machines.get(FIRST)?.path ?? '';
  const world = await makeWorld({ clock: systemClock }, { kind: 'serial', address: first });
  const chairs: Chair[] = [];
  for (const [chair, simulator] of machines)
    chairs.push(await begun(world, chair, simulator, pace));
  return { world, chairs };
}

/** Puts up the chair, seats a donor and starts the run at its machine. */
async function begun(
  world: World,
  chair: number,
  simulator: RunningSimulator,
  { targetMl }: Pace,
): Promise<Chair> {
  const [deviceId, chairId, code] = [`aph-${chair}`, `chair-${chair}`, `APH${two(chair)}`];
  if (chair !== FIRST) setUp(world, chair, simulator.path);
  const here = { ...world, chairId, machine: encodeStationCode('device', code) ?? '' };
  // No two of these numbers are one another with neighbouring digits swapped.
  const donor = here.donor(`0007${70 + chair}`);
  const kit = `K${chair}`;
  const din = await seated(here, donor, kit);
  const proof = { proof: here.nurse.as() };
  const needle = agreeing(here, donor, din);
  const atNeedle = { chairId, number: needle.number };
  value(await here.test.command('collection.setMachine', atNeedle, proof));
  value(await here.test.command('collection.confirmDisplay', atNeedle, proof));
  value(await here.test.command('collection.start', needle, proof));
  await act(simulator, { do: 'start', donation: din, target: targetMl, kit });
  return { deviceId, din, simulator };
}

function setUp({ seed }: World, chair: number, address: string): void {
  const [deviceId, chairId] = [`aph-${chair}`, `chair-${chair}`];
  const name = `${chair} 号椅`;
  seed(
    event('equipment.chairSet', {
      chairId,
      code: String(chair),
      name,
      position: chair,
      active: true,
    }),
    event('equipment.deviceSet', {
      deviceId,
      code: `APH${two(chair)}`,
      kind: 'apheresis',
      name: `APH-${two(chair)}`,
      model: 'SIM',
      serial: serialOf(chair),
      link: { kind: 'serial', address },
      profile: '',
      chairId,
      active: true,
    }),
    event('equipment.deviceChecked', { deviceId, ok: true, items: [] }),
  );
}

/** The hands at a machine; what is not possible right now (a cable that is out already) is no fault. */
export async function act(
  { control }: RunningSimulator,
  word: { readonly do: string } & Readonly<Record<string, unknown>>,
): Promise<ControlAnswer> {
  const answer = await sendControl(control, word);
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer;
}

/** Number of the newest record that a machine has made. */
export async function newestOf({ simulator }: Chair): Promise<number> {
  return Number((await act(simulator, { do: 'state' }))['newest']);
}

export async function endAll(chairs: readonly Chair[]): Promise<void> {
  await Promise.all(chairs.map(({ simulator }) => stopSimulator(simulator)));
}

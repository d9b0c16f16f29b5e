import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { sendControl } from '#electron/devices/simulators/control-socket.ts';
import { startApheresisSimulator, stopSimulator } from '#electron/devices/simulators/start.ts';
import { systemClock } from '#electron/ports/clock.ts';
import type { Station } from '#electron/station/create-station.ts';
import type { DeviceLink } from '#shared/features/equipment/model.ts';
import { agreeing, makeWorld, seated, type World } from '#tests/features/collection/world.ts';
import { value } from '#tests/support/station.ts';

/** A simulated machine in a process of its own, on a cable of its own or behind a TCP port. */
export interface Machine {
  readonly link: DeviceLink;
  act(word: { readonly do: string } & Readonly<Record<string, unknown>>): Promise<void>;
  state(): Promise<Readonly<Record<string, unknown>>>;
}

/** How a machine is reached: at a port of its own, or by the call that it makes to the station's. */
export type OverTcp = { readonly port: number } | { readonly call: number };

/** `buffer` is how many records the machine keeps for a station that is away. */
export async function makeMachine(speed: number, buffer = 20_000, tcp?: OverTcp): Promise<Machine> {
  const folder = mkdtempSync(join(tmpdir(), 'pp-machine-'));
  const link = join(folder, 'aph');
  const options = { link, speed, serial: 'SIM-0001', target: 200, buffer, ...tcp };
  const simulator = await startApheresisSimulator(options);
  after(async () => {
    await stopSimulator(simulator);
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    link: tcp === undefined ? { kind: 'serial', address: link } : linkOver(tcp),
    act: async (word) => {
      const answer = await sendControl(simulator.control, word);
      assert.ok(answer.ok, JSON.stringify(answer));
    },
    state: () => sendControl(simulator.control, { do: 'state' }),
  };
}

function linkOver(tcp: OverTcp): DeviceLink {
  const line = { silentAfterSeconds: 1 };
  if ('port' in tcp) return { kind: 'tcp', address: `127.0.0.1:${tcp.port}`, line };
  return { kind: 'tcpListen', address: `127.0.0.1:${tcp.call}`, line };
}

/** Waits until something is true, looking often; fails with what was waited for. */
export async function until(what: string, look: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    if (await look()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.fail(`waited for: ${what}`);
}

/** A station on the machine's line, a donor at its prepared chair, and the needle that waits. */
export async function seatedWorld(machine: Machine) {
  const world = await makeWorld({ clock: systemClock }, machine.link);
  const donor = world.donor('000731', { targetMl: 200 });
  const din = await seated(world, donor);
  const needle = agreeing(world, donor, din);
  return { world, din, needle, atNeedle: { chairId: needle.chairId, number: needle.number } };
}

/** What the machine of `seatedWorld` is to hold, in the words of its control socket. */
export const keyed = (din: string) => ({ donation: din, target: 200, kit: 'K1' });

/** A donation started at the needle while nobody listens to the machine: its display was compared. */
export async function startedWorld(machine: Machine): Promise<{ world: World; din: string }> {
  const { world, din, needle, atNeedle } = await seatedWorld(machine);
  const proof = { proof: world.nurse.as() };
  value(await world.test.command('collection.setMachine', atNeedle, proof));
  value(await world.test.command('collection.confirmDisplay', atNeedle, proof));
  const started = value(await world.test.command('collection.start', needle, proof));
  assert.equal(started.linked, true);
  return { world, din };
}

/** Record numbers of the machine as the station keeps them, in order of arrival. */
export function storedNumbers(station: Station): readonly number[] {
  const rows = station.core.store.statements
    .get('SELECT bytes FROM device_frame WHERE deviceId = ? ORDER BY id')
    .all('aph-3') as { readonly bytes: Buffer }[];
  return rows.map(({ bytes }) => Number(/^#(\d+)\|/.exec(bytes.toString('latin1'))?.[1]));
}

/** The numbers 1 … n. */
export function counted(n: number): readonly number[] {
  return Array.from({ length: n }, (_, index) => index + 1);
}

import { createServer } from 'node:net';
import { join } from 'node:path';
import { DRIVER_CHECKS } from '#shared/features/equipment/driver-approval.ts';
import type { DeviceKind } from '#shared/features/equipment/kinds.ts';
import type { DeviceLink } from '#shared/features/equipment/model.ts';
import { startApheresisSimulator, startMappedSimulator } from '../devices/simulators/start.ts';
import type { DemoDriver } from './driver.ts';

/** A simulated device that only practice has. */
interface PracticeDevice {
  readonly code: string;
  readonly kind: DeviceKind;
  readonly name: string;
  readonly model: string;
  /** An apheresis machine at this chair; else a device of a mapping file. */
  readonly chair?: string;
  readonly mapping?: string;
  /** Reached over TCP, as devices of its kind are; else over a pseudo-terminal. */
  readonly tcp?: boolean;
}

const DEVICES: readonly PracticeDevice[] = [
  ...['7', '8'].map((chair) => ({
    code: `APH0${chair}`,
    kind: 'apheresis' as const,
    name: `APH-0${chair}`,
    model: 'SIM-A',
    chair,
  })),
  {
    code: 'SCL01',
    kind: 'scale',
    name: '电子秤 SCL-1',
    model: 'SIM-S',
    mapping: 'scale-stable-flag',
  },
  {
    code: 'BPM01',
    kind: 'bloodPressureMonitor',
    name: '血压计 BPM-1',
    model: 'SIM-B',
    mapping: 'blood-pressure-line',
  },
  {
    code: 'HGB01',
    kind: 'haemoglobinMeter',
    name: '血红蛋白仪 HGB-1（HL7）',
    model: 'SIM-H',
    mapping: 'haemoglobin-hl7',
    tcp: true,
  },
  {
    code: 'HGB02',
    kind: 'haemoglobinMeter',
    name: '血红蛋白仪 HGB-2（POCT1-A2）',
    model: 'SIM-P',
    mapping: 'haemoglobin-poct1a',
    tcp: true,
  },
  {
    code: 'SEA01',
    kind: 'tubeSealer',
    name: '热合机 SEA-1',
    model: 'SIM-T',
    mapping: 'tube-sealer-line',
  },
];

/** Seconds of a practice run in one second: slow enough to act, fast enough for a lesson. */
const SPEED = 6;

/** Where the practice devices are reached, by code. */
export type PracticeLinks = Readonly<Record<string, DeviceLink>>;

/** Starts, or finds, the devices of practice; `ports` are those of an earlier start, by code. */
export async function startPracticeDevices(
  place: string,
  home: string,
  ports: Readonly<Record<string, number>>,
): Promise<PracticeLinks> {
  const started = DEVICES.map(async (device) => {
    const link = join(place, device.code);
    const at = (address: string, kind: 'serial' | 'tcp') =>
      [device.code, { kind, address }] as const;
    if (device.mapping === undefined) {
      const machine = { link, home, serial: device.code, speed: SPEED, scenario: 'plain' };
      return at((await startApheresisSimulator(machine)).path, 'serial');
    }
    const told = { link, home, mapping: device.mapping, every: 0 };
    if (device.tcp !== true) return at((await startMappedSimulator(told)).path, 'serial');
    const port = ports[device.code] ?? (await freePort());
    await startMappedSimulator({ ...told, port });
    return at(`127.0.0.1:${port}`, 'tcp');
  });
  return Object.fromEntries(await Promise.all(started));
}

/** The ports of practice devices, to find them again. */
export function portsOf(links: PracticeLinks): Readonly<Record<string, number>> {
  const listed = Object.entries(links).filter(([, { kind }]) => kind === 'tcp');
  return Object.fromEntries(
    listed.map(([code, { address }]) => [code, Number(address.split(':').at(-1))]),
  );
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => done(port));
    });
  });
}

/** Registers, tests and switches on the devices of practice; gives the ids of its machines by short names. */
export async function fitOutPractice(
  driver: DemoDriver,
  links: PracticeLinks,
): Promise<Readonly<Record<string, string>>> {
  const machines: Record<string, string> = {};
  for (const { code, kind, name, model, chair, mapping } of DEVICES) {
    const link = links[code];
    if (link === undefined) continue;
    const chairId = chair === undefined ? null : await setChair(driver, chair);
    const profile = mapping === undefined ? '' : `map:${mapping}`;
    const input = { code, kind, name, model, serial: code, link, profile, chairId, active: true };
    const { deviceId } = await driver.act('equipment.setDevice', input, { as: 'adminA' });
    const tested = await driver.act('equipment.testDevice', { deviceId }, { as: 'adminA' });
    if (!tested.ok) throw new Error(`practice: test of ${code}: ${tested.detail}`);
    if (mapping !== undefined) await switchOn(driver, deviceId);
    if (chair !== undefined) machines[`aph${chair}`] = deviceId;
  }
  return machines;
}

async function setChair(driver: DemoDriver, code: string): Promise<string> {
  const input = { code, name: `${code} 号椅`, position: Number(code), active: true };
  return (await driver.act('equipment.setChair', input, { as: 'adminA' })).chairId;
}

async function switchOn(driver: DemoDriver, deviceId: string): Promise<void> {
  const input = { deviceId, checks: [...DRIVER_CHECKS] };
  await driver.act('equipment.approveDriver', input, {
    as: 'adminA',
    second: 'charge',
    signed: true,
  });
}

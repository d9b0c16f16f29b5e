import { existsSync } from 'node:fs';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { DEVICE_KEYS, deviceSeen } from '#shared/features/demo/contract.ts';
import type { DeviceRow } from '#shared/features/equipment/model.ts';
import { controlOf } from '../../devices/simulators/sockets.ts';
import type { QueryContext } from '../../station/handlers.ts';

type Place = Pick<QueryContext, 'read' | 'machine'>;
type Shown = OutputOf<'demo.devices'>['devices'][number];

const CABLE = ['pull', 'plug', 'powerOff', 'powerOn'] as const;
const MAPPED = 'map:';

/** The simulated devices of this folder that play courses of events. */
export async function simulatedDevices({ read, machine }: Place): Promise<Shown[]> {
  // Read when somebody looks: the core starts without the simulators.
  const { loadScenarios } = await import('../../devices/simulators/scenarios.ts');
  const scenarios = loadScenarios();
  const found = read.all('device').filter((row) => row.active && isSimulated(row, machine.folder));
  const shown = found.map(async (row) => {
    const fitting = scenarios.filter((scenario) =>
      scenario.device === 'apheresis' ? isMachine(row) : row.profile === MAPPED + scenario.mapping,
    );
    if (fitting.length === 0) return [];
    const courses = fitting.map(({ id, name, task }) => ({
      id,
      name: { zh: name['zh-CN'], en: name.en },
      task: { zh: task['zh-CN'], en: task.en },
    }));
    const keys = isMachine(row) ? [...DEVICE_KEYS] : [...CABLE];
    const seen = await seenAt(controlOf(machine.folder, row));
    return [{ deviceId: row.id, name: row.name, keys, seen, courses }];
  });
  return (await Promise.all(shown)).flat();
}

/** Tells a simulated device what to do; undefined where the record is none of one. */
export async function tellSimulated(
  { deviceId, word }: InputOf<'demo.tellDevice'>,
  { read, machine }: Place,
): Promise<'done' | 'silent' | 'refused' | undefined> {
  const row = read.get('device', deviceId);
  if (row === undefined || !isSimulated(row, machine.folder)) return undefined;
  const { sendControl } = await import('../../devices/simulators/control-socket.ts');
  const said = 'course' in word ? { do: 'play', scenario: word.course } : { do: word.key };
  const answer = await sendControl(controlOf(machine.folder, row), said).catch(() => undefined);
  if (answer === undefined) return 'silent';
  return answer.ok ? 'done' : 'refused';
}

/** What a person before the simulated device would see; null when it does not answer. */
async function seenAt(control: string): Promise<Shown['seen']> {
  const { sendControl } = await import('../../devices/simulators/control-socket.ts');
  const answer = await sendControl(control, { do: 'state' }).catch(() => undefined);
  return deviceSeen.safeParse(answer).data ?? null;
}

function isSimulated(row: DeviceRow, folder: string): boolean {
  return row.link.kind !== 'none' && existsSync(controlOf(folder, row));
}

function isMachine(row: DeviceRow): boolean {
  return row.kind === 'apheresis' && !row.profile.startsWith(MAPPED);
}

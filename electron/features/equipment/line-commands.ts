import { event } from '#shared/contract/events.ts';
import {
  approveDriver,
  type MappingFound,
  mappingIdOf,
} from '#shared/features/equipment/driver-approval.ts';
import type { DeviceRow } from '#shared/features/equipment/model.ts';
import { accepted, reason, refused } from '#shared/kernel/decision.ts';
import { err } from '#shared/kernel/result.ts';
import { defineCommands, type PrepareEnv, steps } from '../../station/handlers.ts';

/** Commands on the lines of devices and on drivers by mapping file. */
export const lineCommands = defineCommands({
  'equipment.testLoop': steps('equipment.testLoop', {
    prepare: ({ deviceId }, env) => {
      const device = activeDevice(deviceId, env);
      return device && env.machine.lines()?.testLoop(device);
    },
    decide: (_input, _ctx, found) =>
      found ? accepted([], { ...found }) : refused(reason('equipment.noLine')),
  }),
  'equipment.captureLine': steps('equipment.captureLine', {
    secretOutput: true,
    prepare: ({ deviceId, reason: why }, env) => {
      const device = activeDevice(deviceId, env);
      const begun = device && env.machine.lines()?.capture(device, why);
      return begun ?? err('equipment.noLine');
    },
    decide: ({ deviceId, reason: why }, _ctx, begun) => {
      if (!begun.ok) return refused(reason(begun.error));
      const { file } = begun.value;
      const body = { deviceId, reason: why, file };
      return accepted([event('equipment.lineCaptured', body)], begun.value);
    },
  }),
  'equipment.endCapture': steps('equipment.endCapture', {
    prepare: ({ deviceId }, { machine }) => machine.lines()?.endCapture(deviceId) === true,
    decide: (_input, _ctx, ended) =>
      ended ? accepted([], {}) : refused(reason('equipment.noCapture')),
  }),
  'equipment.approveDriver': steps('equipment.approveDriver', {
    prepare: ({ deviceId }, env) => mappingFound(env.read.get('device', deviceId)),
    decide: approveDriver,
  }),
});

function activeDevice(deviceId: string, { read }: PrepareEnv): DeviceRow | undefined {
  const device = read.get('device', deviceId);
  return device?.active ? device : undefined;
}

async function mappingFound(device: DeviceRow | undefined): Promise<MappingFound | undefined> {
  const id = device && mappingIdOf(device);
  if (id === undefined) return undefined;
  const { mappingOf } = await import('../../devices/mapping/load.ts');
  const { failedExamples } = await import('../../devices/mapping/run.ts');
  const loaded = mappingOf(id);
  if (loaded === undefined) return undefined;
  const { mapping, digest } = loaded;
  return { id, kind: mapping.kind, digest, failedExamples: failedExamples(mapping).length };
}

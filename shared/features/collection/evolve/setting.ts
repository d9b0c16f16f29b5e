import type { Evolve } from '../../../contract/rows.ts';
import { put } from '../../../kernel/rows.ts';
import { stampOf } from '../../../kernel/stamp.ts';
import type { CollectionRows } from '../model.ts';
import type { MachineSettingRow } from '../model-setting.ts';

const change = put<CollectionRows, keyof CollectionRows & string>;

/** Transitions of what is known of a machine's values: of all words about a preparation the newest stands. */
export const evolveSetting: Evolve<CollectionRows> = {
  'collection.machineSet': (read, { body, ...entry }) => {
    const { preparationId: id, deviceId: _device, ...told } = body;
    const { at, actor: by } = entry;
    return newest(read.get('machineSetting', id), { id, ...told, at, by, stamp: stampOf(entry) });
  },
  'collection.displayConfirmed': (read, { body, ...entry }) => {
    const { preparationId: id, deviceId: _device, ...values } = body;
    const said = { outcome: 'confirmed', read: null, code: null } as const;
    const { at, actor: by } = entry;
    const row = { id, ...values, ...said, at, by, stamp: stampOf(entry) };
    return newest(read.get('machineSetting', id), row);
  },
};

function newest(before: MachineSettingRow | undefined, row: MachineSettingRow) {
  return (before?.stamp ?? '') < row.stamp ? [change('machineSetting', row)] : [];
}

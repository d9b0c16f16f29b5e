import type { StateReader } from '../../../contract/rows.ts';
import { assertNever } from '../../../kernel/assert-never.ts';
import { type Reason, reason } from '../../../kernel/decision.ts';
import { isLinked } from '../../equipment/facts.ts';
import type { PreparationRow } from '../model.ts';
import type { MachineSettingRow, MachineValues } from '../model-setting.ts';

/** Whether two sets of values are the same in every field. */
export function sameValues(one: MachineValues, other: MachineValues): boolean {
  return one.din === other.din && one.targetMl === other.targetMl && one.kit === other.kit;
}

/** How the values of a machine were proved; null where it has no line. */
export function settingProof(
  read: StateReader,
  preparation: PreparationRow,
): 'readBack' | 'display' | null {
  switch (read.get('machineSetting', preparation.id)?.outcome) {
    case 'agrees':
      return 'readBack';
    case 'confirmed':
      return 'display';
    default:
      return null;
  }
}

/** Why the machine of a preparation may not begin with these values, or undefined. */
export function settingProblem(
  read: StateReader,
  preparation: PreparationRow,
  values: MachineValues,
): Reason | undefined {
  if (!isLinked(read.get('device', preparation.deviceId))) return undefined;
  const row = read.get('machineSetting', preparation.id);
  if (!row || !sameValues(row, values)) return reason('collection.settingMissing');
  switch (row.outcome) {
    case 'agrees':
    case 'confirmed':
      return undefined;
    case 'differs':
      return differing(row);
    case 'refused':
      return reason('collection.settingRefused', { code: row.code ?? '' });
    case 'noAnswer':
    case 'notProgrammable':
      return reason('collection.displayUnconfirmed', { ...values });
    default:
      return assertNever(row.outcome);
  }
}

/** The first value that the machine holds otherwise. */
function differing({ read, ...sent }: MachineSettingRow): Reason {
  const field = (['din', 'targetMl', 'kit'] as const).find((name) => sent[name] !== read?.[name]);
  const [told, held] = field === undefined ? ['', ''] : [sent[field], read?.[field] ?? ''];
  return reason('collection.settingDiffers', { sent: told, read: held });
}

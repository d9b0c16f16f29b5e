import {
  type MachineAnswer,
  type SettingInput,
  wantedSetting,
} from '#shared/features/collection/rules/setting.ts';
import type { PrepareEnv } from '../../station/handlers.ts';

/** Tells the machine of a chair its values, before the transaction; undefined where nothing may be told. */
export async function toldMachine(
  input: SettingInput,
  { read, machine }: PrepareEnv,
): Promise<MachineAnswer | undefined> {
  const wanted = wantedSetting(input, read);
  if (!wanted.ok) return undefined;
  const { preparation, values } = wanted.value;
  return machine.lines()?.program(preparation.deviceId, values);
}

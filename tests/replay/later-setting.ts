import { event, type NewEvent } from '#shared/contract/events.ts';
import type { StateReader } from '#shared/contract/rows.ts';
import { found } from './found.ts';

/** The machine of the sample's draw: told its values without an answer, then its display compared. */
export function settingEvents(read: StateReader): readonly (() => NewEvent)[] {
  const { preparationId, deviceId, id: din, targetMl } = found(read.all('donation')[0]);
  const kit = read.get('preparation', preparationId)?.kitSerial ?? '';
  const told = { preparationId, deviceId, din, targetMl, kit };
  return [
    () => event('collection.machineSet', { ...told, outcome: 'noAnswer', read: null, code: null }),
    () => event('collection.displayConfirmed', told),
  ];
}

import type { MeterReading } from '#shared/features/equipment/meters.ts';
import type { QueryContext } from '../../station/handlers.ts';

/** What the devices on the desks told lately; asked before a transaction that takes figures from them. */
export function readingsNow(
  _input: unknown,
  { machine }: Pick<QueryContext, 'machine'>,
): readonly MeterReading[] {
  return machine.lines()?.readings() ?? [];
}

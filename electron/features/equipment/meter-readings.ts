import {
  type FigureSources,
  METERED_FIELDS,
  type MeterReading,
  type ShownSources,
} from '#shared/features/equipment/meters.ts';
import type { QueryContext } from '../../station/handlers.ts';

/** What the devices on the desks told lately; asked before a transaction that takes figures from them. */
export function readingsNow(
  _input: unknown,
  { machine }: Pick<QueryContext, 'machine'>,
): readonly MeterReading[] {
  return machine.lines()?.readings() ?? [];
}

/** The devices that told some figures, by name; nothing for figures that were typed. */
export function shownSources(
  sources: FigureSources | undefined,
  { read }: Pick<QueryContext, 'read'>,
): ShownSources {
  return METERED_FIELDS.flatMap((field) => {
    const source = sources?.[field];
    if (!source) return [];
    const device = read.get('device', source.deviceId)?.name ?? source.deviceId;
    return [{ field, device, heardAt: source.heardAt }];
  });
}

import { event, type NewEvent } from '../../contract/events.ts';
import type { StateReader } from '../../contract/rows.ts';
import { localDateOf } from '../../kernel/civil-date.ts';
import { holdIdOf } from '../components/holds.ts';
import type { UnitRow } from '../components/model.ts';
import { packVerdicts } from '../components/verdicts.ts';
import { liveLabel } from '../labeling/facts.ts';
import { allMet } from '../laboratory/verdicts.ts';
import { packFor } from '../rulesets/facts.ts';

/** Units that carry a label and have not left, of one programme or of all. */
export function labelledUnits(read: StateReader, programme?: string): readonly UnitRow[] {
  return [...read.by('unit', 'state', 'labelled'), ...read.by('unit', 'state', 'released')].filter(
    (unit) => programme === undefined || programmeOf(read, unit) === programme,
  );
}

/** Units whose label was printed under another pack than the one in force on `today` (civil date). */
export function labelledBefore(read: StateReader, today: string, zone: string): readonly UnitRow[] {
  return labelledUnits(read).filter((unit) => {
    const label = liveLabel(read, unit.id);
    if (!label) return true;
    const programme = programmeOf(read, unit);
    const then = packFor(read, programme, localDateOf(label.printedAt, zone))?.id;
    return then === undefined || then !== packFor(read, programme, today)?.id;
  });
}

/**
 * Holds for those of the units that the packs of `today` do not let stand (INV-19), one hold for each
 * unit and pack; a release ends with its hold.
 */
export function outdatedHolds(
  read: StateReader,
  units: readonly UnitRow[],
  today: string,
): readonly NewEvent[] {
  return units.flatMap((unit) => {
    const source = packFor(read, programmeOf(read, unit), today)?.id ?? `none:${today}`;
    const holdId = holdIdOf('rulesChanged', unit.id, source);
    if (read.get('hold', holdId) || allMet(packVerdicts(read, unit.id, today))) return [];
    const { id: target, din } = unit;
    const scope = 'unit' as const;
    return [event('components.held', { holdId, scope, target, din, code: 'rulesChanged', source })];
  });
}

function programmeOf(read: StateReader, unit: UnitRow): string {
  return read.get('donation', unit.din)?.programme ?? '';
}

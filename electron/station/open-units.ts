import type { StateReader } from '#shared/contract/rows.ts';
import type { UnitRow } from '#shared/features/components/model.ts';

/**
 * Units whose rows contradict each other where it could harm: released or labelled without a label
 * that was read back (INV-16), released while something holds them (INV-18, INV-21). Looked for at
 * each start; the judge asks the journal itself.
 */
export function contradictoryUnits(read: StateReader): readonly string[] {
  const released = read.by('unit', 'state', 'released').filter((unit) => {
    const held = [...read.by('hold', 'target', unit.id), ...read.by('hold', 'target', unit.din)];
    return !hasVerifiedLabel(read, unit) || held.some((hold) => hold.liftedAt === null);
  });
  const labelled = read
    .by('unit', 'state', 'labelled')
    .filter((unit) => !hasVerifiedLabel(read, unit));
  return [...released, ...labelled].map((unit) => unit.id);
}

function hasVerifiedLabel(read: StateReader, unit: UnitRow): boolean {
  return read
    .by('label', 'unitId', unit.id)
    .some((label) => label.state === 'applied' && label.verifiedAt !== null);
}

import type { StateReader } from '../../contract/rows.ts';
import type { HoldRow, UnitRow } from './model.ts';

/** Codes of holds; one cause, one hold (INV-23). */
export const HOLD_CODES = [
  'overFreezeLimit',
  'reactiveResult',
  'groupDiscrepant',
  'labelMismatch',
  'lateInformation',
  'sampleUnfit',
  'bagUnfit',
  'volumeVariance',
  'duplicateDeviceResult',
  'selfExclusion',
  'lookBack',
  'rulesChanged',
  'boxDifference',
  'boxTemperature',
  'expiredSupply',
  'identityDoubt',
] as const;

export type HoldCode = (typeof HOLD_CODES)[number];

/**
 * Holds in force on a unit: its own, those of every ancestor at any depth, and those of the donation,
 * also where the unit was made after the hold (INV-21).
 */
export function activeHolds(read: StateReader, unitId: string): readonly HoldRow[] {
  const found = new Map<string, HoldRow>();
  const seen = new Set<string>();
  const add = (rows: readonly HoldRow[]) => {
    for (const row of rows) if (row.liftedAt === null) found.set(row.id, row);
  };
  let at: string | null = unitId;
  while (at !== null && !seen.has(at)) {
    seen.add(at);
    const unit: UnitRow | undefined = read.get('unit', at);
    add(read.by('hold', 'target', at).filter((row) => row.scope === 'unit'));
    if (unit) add(donationHolds(read, unit.din));
    at = unit?.parentUnitId ?? null;
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Holds in force on a whole donation. */
export function donationHolds(read: StateReader, din: string): readonly HoldRow[] {
  return read
    .by('hold', 'target', din)
    .filter((row) => row.scope === 'donation' && row.liftedAt === null);
}

/** The id of a hold follows from its cause, so that two stations make one hold of one cause. */
export function holdIdOf(code: HoldCode, target: string, source: string): string {
  return `${code}:${target}:${source}`.slice(0, 120);
}

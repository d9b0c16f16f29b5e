import type { StateReader } from '../../contract/rows.ts';
import type { LabelRow } from './model.ts';

/** Flags of a first label, and of a label that was printed again (ST-001 table 3). */
export const FIRST_FLAGS = '00';
export const REPRINT_FLAGS = '05';

/** Labels of a unit, oldest serial first. */
export function labelsOf(read: StateReader, unitId: string): readonly LabelRow[] {
  return read.by('label', 'unitId', unitId);
}

/** The label that counts now: printed and not read back, or applied. */
export function liveLabel(read: StateReader, unitId: string): LabelRow | undefined {
  return labelsOf(read, unitId).filter(isLive).at(-1);
}

/** Printed or applied. */
export function isLive(label: LabelRow): boolean {
  return label.state === 'printed' || label.state === 'applied';
}

/**
 * Flags of the next label of a unit: a label printed again carries its own, so that no read of an
 * earlier paper can pass for the new one.
 */
export function nextFlags(read: StateReader, unitId: string): string {
  const papers = labelsOf(read, unitId).filter((label) => label.voidCode !== 'notPrinted');
  return papers.length > 0 ? REPRINT_FLAGS : FIRST_FLAGS;
}

/** Void, but the paper still exists: two persons must see it destroyed. */
export function awaitsDestruction(label: LabelRow): boolean {
  return label.state === 'void' && label.voidCode !== 'notPrinted';
}

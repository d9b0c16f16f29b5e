import type { StateReader } from '../../contract/rows.ts';
import type { LabelRow } from './model.ts';

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

/** Void, but the paper still exists: two persons must see it destroyed. */
export function awaitsDestruction(label: LabelRow): boolean {
  return label.state === 'void' && label.voidCode !== 'notPrinted';
}

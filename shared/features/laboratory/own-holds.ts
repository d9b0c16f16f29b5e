import { isTestNumber } from '../../codes/test-number.ts';
import { event, type NewEvent } from '../../contract/events.ts';
import type { StateReader } from '../../contract/rows.ts';

/** Holds that laboratory facts make by themselves; always on the whole donation. */
export type LaboratoryHold =
  | 'bagUnfit'
  | 'sampleUnfit'
  | 'volumeVariance'
  | 'reactiveResult'
  | 'lookBack'
  | 'groupDiscrepant'
  | 'duplicateDeviceResult'
  | 'lateInformation';

/**
 * The hold of a cause, unless that cause made it before (also where it was lifted since). Its id
 * follows from the cause, so that two stations make one hold of it. A test sample has nothing to hold.
 */
export function holdDonation(
  read: StateReader,
  code: LaboratoryHold,
  din: string,
  source: string,
): readonly NewEvent[] {
  if (isTestNumber(din)) return [];
  const holdId = `${code}:${din}:${source}`.slice(0, 120);
  if (read.get('hold', holdId)) return [];
  return [event('components.held', { holdId, scope: 'donation', target: din, din, code, source })];
}

/** True where any hold is in force on the whole donation. */
export function isHeld(read: StateReader, din: string): boolean {
  return read
    .by('hold', 'target', din)
    .some((row) => row.scope === 'donation' && row.liftedAt === null);
}

import type { StateReader } from '../../contract/rows.ts';
import { personRecords } from '../donors/facts.ts';
import { givingsOf } from '../donors/history.ts';
import { GENERAL_PROGRAMME, packFor } from '../rulesets/facts.ts';
import { numberParam } from '../rulesets/params.ts';
import { newest } from './subject.ts';

/** What makes a reaction likelier; each is shown from check-in on and refuses nothing. */
export const RISKS = ['firstTime', 'lowWeight', 'reacted'] as const;
export type Risk = (typeof RISKS)[number];

/**
 * Why a donor is watched more closely: never gave before, weighed less than rule SITE-RISK says when she
 * was last weighed on any of her records, or reacted at a donation. `exceptVisit` leaves out the donation
 * of the visit that is looked at. Without the row no weight is low.
 */
export function risksOf(
  read: StateReader,
  donorId: string,
  today: string,
  exceptVisit?: string,
): readonly Risk[] {
  const givings = givingsOf(read, donorId, exceptVisit);
  const readings = personRecords(read, donorId)
    .flatMap((record) => read.by('visit', 'donorId', record.id))
    .flatMap((visit) => read.by('visitReading', 'visitId', visit.id))
    .filter((reading) => reading.weightGrams !== null);
  const weight = newest(readings, (reading) => reading.measuredAt)?.weightGrams;
  const pack = packFor(read, GENERAL_PROGRAMME, today)?.content;
  const below = numberParam(pack, 'SITE-RISK', 'belowGrams') ?? 0;
  const found: readonly (Risk | false)[] = [
    givings.length === 0 && 'firstTime',
    weight != null && weight < below && 'lowWeight',
    givings.some((giving) => giving.hadReaction) && 'reacted',
  ];
  return found.filter((each) => each !== false);
}

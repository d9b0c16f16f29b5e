import type { StateReader } from '../../contract/rows.ts';
import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import type { DonationRow } from '../collection/model.ts';
import type { TestSampleRow } from '../donors/model.ts';

/** The last `days` local days and `today`, which comes first. */
function lastDays(today: CivilDate, days: number): readonly CivilDate[] {
  return Array.from({ length: days + 1 }, (_none, back) => addDays(today, -back));
}

/** Samples for tests alone that were taken in the last `days` local days up to `today`. */
export function recentTestSamples(
  read: StateReader,
  today: CivilDate,
  days: number,
): readonly TestSampleRow[] {
  return lastDays(today, days).flatMap((date) => read.by('testSample', 'localDate', date));
}

/** Ended donations of the last `days` local days up to `today`, the newest first. */
export function recentDonations(
  read: StateReader,
  today: CivilDate,
  days: number,
): readonly DonationRow[] {
  return lastDays(today, days)
    .flatMap((date) => read.by('donation', 'localDate', date))
    .filter((donation) => donation.endedAt !== null)
    .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
}

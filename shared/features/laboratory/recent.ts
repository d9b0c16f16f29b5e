import type { StateReader } from '../../contract/rows.ts';
import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import type { DonationRow } from '../collection/model.ts';

/** Ended donations of the last `days` local days up to `today`, the newest first. */
export function recentDonations(
  read: StateReader,
  today: CivilDate,
  days: number,
): readonly DonationRow[] {
  return Array.from({ length: days + 1 }, (_none, back) => addDays(today, -back))
    .flatMap((date) => read.by('donation', 'localDate', date))
    .filter((donation) => donation.endedAt !== null)
    .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
}

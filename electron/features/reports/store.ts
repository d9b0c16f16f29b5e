import type { ReadHandle } from '../../db/handles.ts';

const HOUR_MS = 3_600_000;
/** Half a day, and the zone farthest from Greenwich. */
const FARTHEST_HOURS = 12 + 14;

/** Journal entries of one station on one of its civil days, counted by type. */
export function entriesOfDay(
  db: ReadHandle,
  station: string,
  day: string,
): ReadonlyMap<string, number> {
  const rows = db
    .prepare(
      `SELECT type, count(*) AS count FROM journal
       WHERE at BETWEEN ? AND ? AND station = ? AND localDate = ? GROUP BY type`,
    )
    .all(...aroundDay(day), station, day) as { type: string; count: number }[];
  return new Map(rows.map(({ type, count }) => [type, count]));
}

/** First and last instant that any zone of the world counts to a civil day. */
function aroundDay(day: string): readonly [string, string] {
  const noon = Date.parse(`${day}T12:00:00.000Z`);
  const utc = (hours: number) => new Date(noon + hours * HOUR_MS).toISOString();
  return [utc(-FARTHEST_HOURS), utc(FARTHEST_HOURS)];
}

/** Donors of whose visits any was decided by a physician here. */
export function donorsDecided(db: ReadHandle): readonly string[] {
  return db
    .prepare(
      `SELECT DISTINCT visit.donorId FROM journal
       JOIN visit ON visit.id = json_extract(journal.body, '$.visitId')
       WHERE journal.type = 'visits.decided'`,
    )
    .pluck()
    .all() as string[];
}

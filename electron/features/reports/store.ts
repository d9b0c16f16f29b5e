import type { ReadHandle } from '../../db/handles.ts';

/** Journal entries of one station on one of its civil days, counted by type. */
export function entriesOfDay(
  db: ReadHandle,
  station: string,
  day: string,
): ReadonlyMap<string, number> {
  const rows = db
    .prepare(
      'SELECT type, count(*) AS count FROM journal WHERE station = ? AND localDate = ? GROUP BY type',
    )
    .all(station, day) as { type: string; count: number }[];
  return new Map(rows.map(({ type, count }) => [type, count]));
}

/** Whether any physician's decision was ever journaled here. */
export function hasDecisions(db: ReadHandle): boolean {
  return (
    db.prepare("SELECT 1 FROM journal WHERE type = 'visits.decided' LIMIT 1").get() !== undefined
  );
}

import type { AnyEntry } from '#shared/contract/events.ts';
import type { HandoverRows } from '#shared/features/handover/model.ts';
import type { Stretch } from '#shared/features/handover/rules.ts';
import { TALLIED } from '#shared/features/handover/tally.ts';
import { defineTables } from '../../db/tables.ts';
import { decodeEntry } from '../../journal/journal.ts';
import type { QueryContext } from '../../station/handlers.ts';

/** State tables of shift hand-overs. */
export const handoverTables = defineTables<HandoverRows>({
  handover: {
    columns: {
      id: 'text',
      station: 'text',
      at: 'text',
      outgoing: 'text',
      incoming: 'text',
      untilSeq: 'int',
      lines: 'json',
      open: 'json',
      items: 'json',
      note: 'text',
    },
    indexes: ['station'],
  },
  handoverBook: {
    columns: {
      id: 'text',
      handoverId: 'text',
      at: 'text',
      untilSeq: 'int',
      lines: 'json',
      open: 'json',
    },
    indexes: [],
  },
  handoverDifference: {
    columns: {
      id: 'text',
      station: 'text',
      handoverId: 'text',
      key: 'text',
      amount: 'int',
      ownerId: 'text',
      at: 'text',
      state: 'text',
      note: 'text?',
      settledBy: 'text?',
      settledSecond: 'text?',
      settledStamp: 'text?',
    },
    indexes: ['station'],
  },
});

/** A first hand-over looks so far back; what was given out before counts as opening. */
const FIRST_HOURS = 24;

/** What of this station's journal the next sheet tells, in order. */
export function stretchNow({ db, read, station, now, head }: QueryContext): Stretch {
  const { seq: untilSeq } = head();
  const book = read.get('handoverBook', station);
  const back = new Date(Date.parse(now) - FIRST_HOURS * 3_600_000).toISOString();
  // By its key where a sheet was signed, by time where none was: never the whole journal.
  const since = book === undefined ? 'at >= ?' : 'seq > ?';
  const marks = TALLIED.map(() => '?').join(', ');
  const rows = db
    .prepare(
      `SELECT * FROM journal WHERE station = ? AND ${since} AND seq <= ? AND type IN (${marks})
       ORDER BY seq`,
    )
    .all(station, book?.untilSeq ?? back, untilSeq, ...TALLIED);
  return { entries: rows.map((row) => decodeEntry(row) as AnyEntry), untilSeq };
}

/** Signed sheets of a station, the newest first: ids are in order of time. */
export function newestSheets({ db, station }: QueryContext, count: number): readonly string[] {
  return db
    .prepare('SELECT id FROM handover WHERE station = ? ORDER BY id DESC LIMIT ?')
    .pluck()
    .all(station, count) as string[];
}

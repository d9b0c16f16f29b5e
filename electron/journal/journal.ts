import type { Entry } from '#shared/kernel/entry.ts';
import type { Json } from '#shared/kernel/json.ts';
import { canonicalText } from '../db/canonical.ts';
import type { StatementCache } from '../db/sql-rows.ts';
import { NO_ENTRY, textHash } from './hash.ts';

/** The newest entry of a chain; `seq` 0 and zeros before the first. */
export interface Head {
  readonly station: string;
  readonly seq: number;
  readonly hash: string;
  readonly at: string | null;
}

/** What the caller knows of a new entry; the chain adds sequence and hashes. */
export type NewEntry = Omit<Entry, 'seq' | 'prev' | 'hash'>;

interface StoredEntry {
  readonly position: number;
  readonly packs: string;
  readonly inputs: string;
  readonly body: string;
}

/** Columns of an entry as `decodeEntry` takes them. */
export const ENTRY_COLUMNS =
  'station, seq, prev, hash, eventId, type, v, at, zone, localDate, actor, second, reason, commandId, causedBy, packs, inputs, body';
const INSERT = `INSERT INTO journal (position, ${ENTRY_COLUMNS}) VALUES (${Array(19).fill('?').join(', ')})`;

/** The journal of one connection: the chain of this station and the entries received from others. */
export class Journal {
  readonly #statements: StatementCache;

  constructor(statements: StatementCache) {
    this.#statements = statements;
  }

  /** The newest entry of a station's chain. */
  head(station: string): Head {
    const row = this.#statements
      .get('SELECT seq, hash, at FROM journal WHERE station = ? ORDER BY seq DESC LIMIT 1')
      .get(station) as { seq: number; hash: string; at: string } | undefined;
    return row ? { station, ...row } : { station, seq: 0, hash: NO_ENTRY, at: null };
  }

  /** Instant of the newest entry of any station: effectiveNow never goes below it (INV-34). */
  lastAt(): string | null {
    const row = this.#statements.get('SELECT max(at) AS at FROM journal').get();
    return (row as { at: string | null }).at;
  }

  /** Entries of all stations. */
  size(): number {
    const row = this.#statements
      .get('SELECT coalesce(max(position), 0) AS size FROM journal')
      .get();
    return (row as { size: number }).size;
  }

  /** Seals and stores an entry at the end of its station's chain. */
  append(entry: NewEntry, head: Head = this.head(entry.station)): Entry {
    // What evolve sees must be what replay will read: the body goes through its stored text.
    const text = canonicalText({ ...entry, seq: head.seq + 1 });
    const fields = JSON.parse(text) as Omit<Entry, 'prev' | 'hash'>;
    const sealed = { ...fields, prev: head.hash, hash: textHash(head.hash, text) };
    this.store(sealed);
    return sealed;
  }

  /** Stores an entry that is already sealed, as received from another station. */
  store(entry: Entry): void {
    const next = this.#statements.get('SELECT coalesce(max(position), 0) + 1 AS p FROM journal');
    const { p } = next.get() as { p: number };
    this.#statements
      .get(INSERT)
      .run(
        p,
        entry.station,
        entry.seq,
        entry.prev,
        entry.hash,
        entry.eventId,
        entry.type,
        entry.v,
        entry.at,
        entry.zone,
        entry.localDate,
        entry.actor,
        entry.second,
        entry.reason,
        entry.commandId,
        entry.causedBy,
        canonicalText(entry.packs),
        canonicalText(entry.inputs),
        canonicalText(entry.body),
      );
  }

  /** One entry by its key. */
  at(station: string, seq: number): Entry | undefined {
    const row = this.#statements
      .get(`SELECT ${ENTRY_COLUMNS} FROM journal WHERE station = ? AND seq = ?`)
      .get(station, seq);
    return row ? decodeEntry(row) : undefined;
  }

  /** Entries `from`–`to` of a station in order, a thousand rows at a time. */
  *chain(station: string, from = 1, to: number = Number.MAX_SAFE_INTEGER): Generator<Entry> {
    const page = this.#statements.get(
      `SELECT ${ENTRY_COLUMNS} FROM journal WHERE station = ? AND seq BETWEEN ? AND ? ORDER BY seq LIMIT 1000`,
    );
    for (let next = from; next <= to; ) {
      const rows = page.all(station, next, to);
      if (rows.length === 0) return;
      for (const row of rows) {
        const entry = decodeEntry(row);
        yield entry;
        next = entry.seq + 1;
      }
    }
  }

  /** Entries of a type of one station in order. */
  *ofType(station: string, type: string): Generator<Entry> {
    const rows = this.#statements
      .get(`SELECT ${ENTRY_COLUMNS} FROM journal WHERE type = ? AND station = ? ORDER BY position`)
      .all(type, station);
    for (const row of rows) yield decodeEntry(row);
  }

  /** Every station that has entries here. */
  stations(): readonly string[] {
    const rows = this.#statements
      .get('SELECT DISTINCT station FROM journal ORDER BY station')
      .all();
    return (rows as { station: string }[]).map((row) => row.station);
  }
}

/** An entry from its stored row. */
export function decodeEntry(row: unknown): Entry {
  const stored = row as StoredEntry & Omit<Entry, 'packs' | 'inputs' | 'body'>;
  return {
    ...stored,
    packs: JSON.parse(stored.packs) as string[],
    inputs: JSON.parse(stored.inputs) as Json,
    body: JSON.parse(stored.body) as Json,
  };
}

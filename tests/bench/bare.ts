import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { canonicalText } from '#electron/db/canonical.ts';
import type { WriteHandle } from '#electron/db/handles.ts';
import { openDatabase } from '#electron/db/open.ts';
import { entryHash } from '#electron/journal/hash.ts';
import { BY_STATION, type Core } from '#electron/station/core.ts';
import { event } from '#shared/contract/events.ts';
import type { Entry } from '#shared/kernel/entry.ts';
import type { Json } from '#shared/kernel/json.ts';

type Row = Readonly<Record<string, unknown>>;

/** The rows that one command leaves beside its version and outcome. */
interface Left {
  readonly entry: Row;
  readonly state: Row;
}

/** What is read from the station's own connection. */
export interface Prepares {
  readonly db: { prepare(sql: string): unknown };
}

/** The chain of entries written by hand into the station's file, beside the station's own. */
const CHAIN = 'bare';

/**
 * A hand-written transaction that leaves what one command leaves (journal, one state row, version,
 * outcome) with prepared statements in a small file of the same schema and settings. Rows are copied in
 * shape from the station's newest; `change` says what differs in each run.
 */
export function bareTransaction(
  folder: string,
  store: Prepares,
  table: string,
  change: (row: Row, run: number) => Row,
) {
  const opened = openDatabase({
    file: join(folder, 'bare-own.db'),
    key: randomBytes(32),
    create: true,
  });
  if (!opened.ok) throw new Error(opened.error);
  const db = opened.value;
  for (const sql of schemaOf(store, table)) db.exec(sql);
  const model = newest(store, table);
  const write = writing(db, table, model);
  let seq = 0;
  return {
    run: (run: number) => {
      seq += 1;
      const at = new Date().toISOString();
      const hash = randomBytes(32).toString('hex');
      const eventId = randomUUID();
      const entry = { ...model.entry, position: null, seq, hash, eventId, at };
      write({ entry, state: change(model.state, run) });
    },
    close: () => db.close(),
  };
}

/**
 * The same transaction in the station's own file, over its own connection: among as many rows, in pages
 * as full. `ready` answers it, so that nothing but the transaction is timed. Its entries are a chain of
 * their own, sealed as all are, which `close` takes as received: the file goes on telling again.
 */
export function bareInPlace(core: Core, table: string) {
  const { store } = core;
  const model = newest(store, table);
  const write = writing(store.db, table, model);
  const from = store.journal.head(CHAIN);
  let head = from;
  const ready = (changed: Row, body: Json): (() => void) => {
    const { position: _position, prev: _prev, hash: _hash, ...last } = model.entry;
    const ids = { eventId: core.parts.ids.newId(), commandId: randomUUID() };
    const fields = { ...last, ...ids, station: CHAIN, seq: head.seq + 1, at: core.now() };
    const told = { ...fields, packs: [], inputs: null, body } as unknown as Entry;
    const hash = entryHash(head.hash, told);
    const texts = { packs: '[]', inputs: 'null', body: canonicalText(body) };
    const entry = { ...fields, ...texts, position: null, prev: head.hash, hash };
    head = { ...head, seq: head.seq + 1, hash };
    return () => write({ entry, state: { ...model.state, ...changed } });
  };
  const close = () => {
    const body = { station: CHAIN, from: from.seq + 1, to: head.seq, head: head.hash };
    core.transaction(() => core.record([event('exchange.batchReceived', body)], BY_STATION));
  };
  return { ready, close };
}

function writing(db: WriteHandle, table: string, model: Left): (left: Left) => void {
  const insert = (into: string, row: Row, tail = '') => {
    const names = Object.keys(row);
    const marks = names.map(() => '?').join(', ');
    const statement = db.prepare(
      `INSERT INTO ${into} (${names.join(', ')}) VALUES (${marks}) ${tail}`,
    );
    return (given: Row) => statement.run(...names.map((name) => given[name]));
  };
  const updates = Object.keys(model.state).map((name) => `${name} = excluded.${name}`);
  const addEntry = insert('journal', model.entry);
  const save = insert(table, model.state, `ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`);
  const version = db.prepare(
    `INSERT INTO record_version (id, version, actor, at) VALUES (?, 1, ?, ?)
     ON CONFLICT (id) DO UPDATE SET version = version + 1, actor = excluded.actor, at = excluded.at`,
  );
  const outcome = db.prepare(
    `INSERT INTO command_outcome (commandId, operation, inputMark, actor, at, seq, outcome)
     VALUES (?, 'bare', ?, 'a', ?, ?, '{"status":"ok","value":{}}')`,
  );
  return ({ entry, state }) => {
    db.exec('BEGIN IMMEDIATE');
    addEntry(entry);
    save(state);
    version.run(state['id'], entry['actor'], entry['at']);
    outcome.run(randomUUID(), randomBytes(32).toString('hex'), entry['at'], entry['seq']);
    db.exec('COMMIT');
  };
}

function newest(store: Prepares, table: string): Left {
  return {
    entry: rowOf(store, 'SELECT * FROM journal ORDER BY position DESC LIMIT 1'),
    state: rowOf(store, `SELECT * FROM ${table} ORDER BY rowid DESC LIMIT 1`),
  };
}

function rowOf({ db }: Prepares, sql: string): Row {
  return (db.prepare(sql) as { get(): unknown }).get() as Row;
}

/** DDL of the tables that the transaction touches, with their indexes and triggers. */
function schemaOf(store: Prepares, table: string): readonly string[] {
  const rows = (
    store.db.prepare(
      `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL
       AND tbl_name IN ('journal', '${table}', 'record_version', 'command_outcome') ORDER BY rowid`,
    ) as { all(): { sql: string }[] }
  ).all();
  return rows.map((row) => row.sql);
}

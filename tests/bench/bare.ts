import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openDatabase } from '#electron/db/open.ts';

type Row = Record<string, unknown>;

/** What is read from the station's own connection. */
export interface Prepares {
  readonly db: { prepare(sql: string): unknown };
}

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
  const insert = (into: string, row: Row, tail = '') => {
    const names = Object.keys(row);
    const marks = names.map(() => '?').join(', ');
    return db.prepare(`INSERT INTO ${into} (${names.join(', ')}) VALUES (${marks}) ${tail}`);
  };
  const model = rowOf(store, 'SELECT * FROM journal ORDER BY position DESC LIMIT 1');
  const row = rowOf(store, `SELECT * FROM ${table} ORDER BY rowid DESC LIMIT 1`);
  const updates = Object.keys(row).map((name) => `${name} = excluded.${name}`);
  const entry = insert('journal', model);
  const state = insert(table, row, `ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`);
  const version = db.prepare(
    `INSERT INTO record_version (id, version, actor, at) VALUES (?, 1, 'a', ?)
     ON CONFLICT (id) DO UPDATE SET version = version + 1, at = excluded.at`,
  );
  const outcome = db.prepare(
    `INSERT INTO command_outcome (commandId, operation, inputMark, actor, at, seq, outcome)
     VALUES (?, 'bare', ?, 'a', ?, ?, '{"status":"ok","value":{}}')`,
  );
  let position = 0;
  return {
    run: (run: number) => {
      position += 1;
      const at = new Date().toISOString();
      const hash = randomBytes(32).toString('hex');
      const changed = change(row, run);
      const eventId = randomUUID();
      db.exec('BEGIN IMMEDIATE');
      entry.run(...Object.values({ ...model, position, seq: position, hash, eventId, at }));
      state.run(...Object.values(changed));
      version.run(changed['id'], at);
      outcome.run(randomUUID(), randomBytes(32).toString('hex'), at, position);
      db.exec('COMMIT');
    },
    close: () => db.close(),
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

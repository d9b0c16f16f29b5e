import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '#electron/db/open.ts';
import { fileKeyStore } from '#electron/ports/key-store.ts';
import { createStation } from '#electron/station/create-station.ts';
import { type BenchLine, inTurn, line } from './measure.ts';

const RUNS = 600;
const WARM = 60;
const SITE = {
  name: '测速点',
  room: '一室',
  licenceNumber: 'L-1',
  licenceExpires: '2099-12-31',
  contactPhone: '1',
};

/**
 * A command through `dispatch` against a hand-written transaction that leaves the same rows (journal,
 * state, version, outcome) with prepared statements in the same kind of file.
 */
export async function benchCommand(): Promise<BenchLine> {
  const folder = mkdtempSync(join(tmpdir(), 'pp-bench-'));
  const config = join(folder, 'config');
  const started = await createStation({
    folder: join(folder, 'data'),
    keyStore: fileKeyStore(config),
    configFolder: config,
    pinCost: { n: 16, r: 1, p: 1 },
  });
  if (!started.ok) throw new Error(started.error);
  const station = started.value;
  const call = (name: string, input: unknown, proof?: unknown) =>
    station.call(name, { commandId: randomUUID(), input, proof }, { door: 'test' });
  await call('operators.foundSite', {
    ...SITE,
    facilityCode: 'A9999',
    administrators: [
      { name: '甲', badge: '1', pin: '739105' },
      { name: '乙', badge: '2', pin: '739106' },
    ],
  });
  const signedIn = await call('operators.signIn', { who: { badge: '1' }, pin: '739105' });
  if (signedIn.status !== 'ok') throw new Error(JSON.stringify(signedIn));
  const { token } = signedIn.value as { token: string };
  const proof = { actor: { kind: 'session', token } };
  const bare = bareTransaction(folder, station.core.store);
  const amend = async (run: number) => {
    const answer = await call('operators.amendSite', { ...SITE, room: `室 ${run}` }, proof);
    if (answer.status !== 'ok') throw new Error(JSON.stringify(answer));
  };
  await inTurn(WARM, amend, bare.run);
  const [command, transaction] = await inTurn(RUNS, amend, bare.run);
  bare.close();
  station.close();
  rmSync(folder, { recursive: true, force: true });
  const ratio = command.p50 / transaction.p50;
  const figures = {
    commandP50: command.p50,
    bareP50: transaction.p50,
    ratioP50: ratio,
    commandP95: command.p95,
    bareP95: transaction.p95,
  };
  return line(
    'command through dispatch / bare transaction',
    figures,
    'ratio of p50 ≤ 2',
    ratio <= 2,
  );
}

/** The same schema and settings; rows copied in shape from the station's newest entry. */
function bareTransaction(folder: string, store: Prepares) {
  const key = randomBytes(32);
  const opened = openDatabase({ file: join(folder, 'bare-own.db'), key, create: true });
  if (!opened.ok) throw new Error(opened.error);
  const db = opened.value;
  for (const sql of schemaOf(store)) db.exec(sql);
  const insert = (table: string, row: Record<string, unknown>, tail = '') => {
    const names = Object.keys(row);
    const marks = names.map(() => '?').join(', ');
    return db.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks}) ${tail}`);
  };
  const siteRow = rowOf(store, 'SELECT * FROM site');
  const entry = insert('journal', newest(store));
  const site = insert('site', siteRow, 'ON CONFLICT (id) DO UPDATE SET room = excluded.room');
  const version = db.prepare(
    `INSERT INTO record_version (id, version, actor, at) VALUES ('s', 1, 'a', ?)
     ON CONFLICT (id) DO UPDATE SET version = version + 1, at = excluded.at`,
  );
  const outcome = db.prepare(
    `INSERT INTO command_outcome (commandId, operation, inputMark, actor, at, seq, outcome)
     VALUES (?, 'operators.amendSite', ?, 'a', ?, ?, '{"status":"ok","value":{}}')`,
  );
  const model = newest(store);
  let position = 0;
  return {
    run: (run: number) => {
      position += 1;
      const at = new Date().toISOString();
      const changed = {
        ...model,
        position,
        seq: position,
        hash: randomBytes(32).toString('hex'),
        eventId: randomUUID(),
        at,
      };
      db.exec('BEGIN IMMEDIATE');
      entry.run(...Object.values(changed));
      site.run(...Object.values({ ...siteRow, room: `室 ${run}` }));
      version.run(at);
      outcome.run(randomUUID(), randomBytes(32).toString('hex'), at, position);
      db.exec('COMMIT');
    },
    close: () => db.close(),
  };
}

interface Prepares {
  readonly db: { prepare(sql: string): unknown };
}

function newest(store: Prepares): Record<string, unknown> {
  return rowOf(store, 'SELECT * FROM journal ORDER BY position DESC LIMIT 1');
}

function rowOf({ db }: Prepares, sql: string): Record<string, unknown> {
  return (db.prepare(sql) as { get(): unknown }).get() as Record<string, unknown>;
}

/** DDL of the tables that the transaction touches, with their indexes and triggers. */
function schemaOf(store: Prepares): readonly string[] {
  const rows = (
    store.db.prepare(
      `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL
       AND tbl_name IN ('journal', 'site', 'record_version', 'command_outcome') ORDER BY rowid`,
    ) as { all(): { sql: string }[] }
  ).all();
  return rows.map((row) => row.sql);
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { migrate } from '#electron/db/migrate.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { openMemoryDatabase } from '#electron/db/open.ts';
import { verifyJournal } from '#electron/journal/verify.ts';
import { BY_STATION } from '#electron/station/core.ts';
import { event } from '#shared/contract/events.ts';
import { founded } from '#tests/support/station.ts';

const APPEND_ONLY = ['journal', 'identity', 'command_outcome', 'device_frame', 'attachment'];

interface Index {
  readonly name: string;
  readonly unique: number;
}

test('INV-36 schema: each append-only table guards update, delete and every unique key against replacement', () => {
  const db = openMemoryDatabase();
  migrate(db, migrations);
  const sqlOf = (name: string) =>
    (db.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').get(name) as { sql: string }).sql;
  for (const table of APPEND_ONLY) {
    for (const act of ['update', 'delete'])
      assert.match(sqlOf(`${table}_${act}`), /RAISE\(ABORT, 'append-only'\)/, `${table} ${act}`);
    const guard = sqlOf(`${table}_keys`);
    const unique = (db.pragma(`index_list(${table})`) as Index[]).filter((one) => one.unique === 1);
    const keys = unique.map(({ name }) =>
      (db.pragma(`index_info(${name})`) as { name: string }[]).map((column) => column.name),
    );
    const info = db.pragma(`table_info(${table})`) as { name: string; pk: number }[];
    const primary = info.filter(({ pk }) => pk > 0).map(({ name }) => name);
    for (const columns of [primary, ...keys])
      for (const column of columns)
        assert.ok(guard.includes(`NEW.${column}`), `${table}: ${column} is not guarded`);
  }
  db.close();
});

test('INV-35 a chain longer than a page of the store is verified to its end', async () => {
  const { station } = await founded();
  const { core } = station;
  const refusal = event('attempt.refused', { operation: 'x.y', codes: ['x.y'], targets: [] });
  core.transaction(() =>
    core.record(
      Array.from({ length: 1200 }, () => refusal),
      BY_STATION,
    ),
  );
  const { journal } = core.store;
  const { seq } = journal.head(core.station);
  assert.equal([...journal.chain(core.station)].length, seq);
  const verified = verifyJournal(journal);
  assert.ok(verified.ok);
  assert.deepEqual(
    verified.value.map((head) => head.seq),
    [seq],
  );
});

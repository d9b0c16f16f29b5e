import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { test } from 'node:test';
import { kernelKinds } from '#electron/db/kinds.ts';
import { migrate } from '#electron/db/migrate.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { openDatabase, openMemoryDatabase } from '#electron/db/open.ts';
import { restore } from '#electron/db/restore.ts';
import { openDemoFolder } from '#electron/demo/open-demo.ts';
import { replay } from '#electron/journal/replay.ts';
import { verifyJournal } from '#electron/journal/verify.ts';
import { makeFolder } from '#electron/ports/files.ts';
import {
  demoKeyStore,
  deriveKeys,
  fileKeyStore,
  passphraseKeyStore,
} from '#electron/ports/key-store.ts';
import { silentLog } from '#electron/ports/log.ts';
import { createStation } from '#electron/station/create-station.ts';
import { slices } from '#electron/station/slices.ts';
import { allTables, storeOf } from '#electron/station/store.ts';
import { founded, makeStation, temporaryFolder } from '#tests/support/station.ts';

const SQL_TYPES: Readonly<Record<string, string>> = {
  text: 'TEXT',
  int: 'INTEGER',
  flag: 'INTEGER',
  json: 'TEXT',
};

function freshSchema() {
  const db = openMemoryDatabase();
  assert.ok(migrate(db, migrations).ok);
  return db;
}

test('INV-33 every table definition is the table that the migrations made', () => {
  const db = freshSchema();
  for (const table of Object.values(allTables(slices))) {
    const found = db.pragma(`table_info("${table.name}")`) as {
      name: string;
      type: string;
      notnull: number;
      pk: number;
    }[];
    assert.deepEqual(
      new Map(
        found.map((c) => [c.name, `${c.type} ${c.notnull === 1 || c.pk === 1 ? '' : 'NULL'}`]),
      ),
      new Map(
        table.columns.map(([name, type]) => [
          name,
          `${SQL_TYPES[type.replace('?', '')]} ${type.endsWith('?') ? 'NULL' : ''}`,
        ]),
      ),
      table.name,
    );
  }
  db.close();
});

test('every column that may be asked for stands first in an index', () => {
  const db = freshSchema();
  for (const table of Object.values(allTables(slices))) {
    const indexes = db.pragma(`index_list("${table.name}")`) as { name: string }[];
    const firsts = indexes.map(({ name }) => {
      const columns = db.pragma(`index_info("${name}")`) as { name: string }[];
      return columns[0]?.name;
    });
    for (const column of table.indexes) {
      assert.ok(column === 'id' || firsts.includes(column), `${table.name}.${column}`);
    }
  }
  db.close();
});

test('every table is STRICT, has a kind and belongs to one owner', () => {
  const db = freshSchema();
  const work = new Set(slices.flatMap((slice) => slice.workTables ?? []));
  const states = allTables(slices);
  const tables = db.pragma('table_list') as { name: string; strict: number; type: string }[];
  for (const { name, strict, type } of tables) {
    if (name.startsWith('sqlite_') || type === 'virtual' || type === 'shadow') continue;
    assert.equal(strict, 1, `${name} is STRICT`);
    assert.ok(name in kernelKinds || states[name] || work.has(name), `${name} has a kind`);
  }
  db.close();
});

test('migrations ascend in tens or fives and end in the file’s version', () => {
  const numbers = migrations.map(({ number }) => number);
  assert.deepEqual(
    numbers,
    [...new Set(numbers)].toSorted((a, b) => a - b),
  );
  assert.ok(numbers.every((number) => number % 5 === 0));
  const db = freshSchema();
  assert.equal(db.pragma('user_version', { simple: true }), numbers.at(-1));
  db.close();
});

test('a failed migration leaves the schema as it was', () => {
  const db = openMemoryDatabase();
  const good = { number: 10, name: 'good', sql: 'CREATE TABLE a (id TEXT PRIMARY KEY) STRICT' };
  const next = { number: 20, name: 'next', sql: 'CREATE TABLE b (id TEXT PRIMARY KEY) STRICT' };
  const bad = { number: 30, name: 'bad', sql: 'CREATE TABLE c (id NONSENSE) STRICT' };
  assert.ok(migrate(db, [good]).ok);
  assert.deepEqual(migrate(db, [good, next, bad]), { ok: false, error: 'db.migrationFailed' });
  assert.equal(db.pragma('user_version', { simple: true }), 10);
  const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  assert.deepEqual(names, ['a']);
  assert.deepEqual(migrate(db, [{ ...good, number: 5 }]), { ok: false, error: 'db.futureVersion' });
  db.close();
});

test('T1 T2 T3 durability settings hold after every open', async () => {
  const station = await founded();
  const again = await station.restart();
  const { db } = again.station.core.store;
  const read = (name: string) => db.pragma(name, { simple: true });
  assert.equal(read('synchronous'), 2);
  assert.equal(read('journal_mode'), 'wal');
  assert.equal(read('temp_store'), 2);
  assert.equal(read('recursive_triggers'), 1);
  assert.equal(read('foreign_keys'), 1);
});

test('the file holds no clear text; a wrong key and a damaged header are told apart', async () => {
  const station = await founded();
  station.close();
  const file = join(station.folder, 'plasmapoint.db');
  const bytes = readFileSync(file);
  assert.ok(!bytes.includes('示范采浆点'));
  assert.ok(!bytes.subarray(0, 16).includes('SQLite format'));
  const keyFile = join(station.folder, 'key-check');
  const wrong = deriveKeys(Buffer.alloc(32, 7));
  const open = (keys = wrong) =>
    openDatabase({ file, key: keys.database, keyCheckFile: keyFile, keyCheckKey: keys.keyCheck });
  assert.deepEqual(open(), { ok: false, error: 'db.wrongKey' });
  const { folderId } = JSON.parse(readFileSync(join(station.folder, 'folder.json'), 'utf8'));
  const master = await fileKeyStore(station.configFolder).load(folderId);
  assert.ok(master);
  writeFileSync(file, Buffer.concat([Buffer.alloc(100, 1), bytes.subarray(100)]));
  assert.deepEqual(open(deriveKeys(master)), { ok: false, error: 'db.damaged' });
});

test('a folder is held by one writer, and a folder with data never gets a fresh key', async () => {
  const station = await founded();
  const ports = { folder: station.folder, configFolder: station.configFolder };
  const keyStore = fileKeyStore(station.configFolder);
  assert.deepEqual(await createStation({ ...ports, keyStore }), {
    ok: false,
    error: 'station.folderInUse',
  });
  station.close();
  const other = fileKeyStore(temporaryFolder());
  assert.deepEqual(await createStation({ ...ports, keyStore: other }), {
    ok: false,
    error: 'station.keyMissing',
  });
});

const DEMO = { seed: 1, practiceClock: undefined, practice: false };

test('a station is not begun among other files; what systems and a first start leave is no hindrance', async () => {
  const base = temporaryFolder();
  const folder = join(base, 'data');
  const keyStore = fileKeyStore(join(base, 'config'));
  const ports = { folder, configFolder: join(base, 'config'), keyStore, log: silentLog };
  const refused = { ok: false, error: 'station.folderForeign' };
  mkdirSync(folder);
  for (const file of ['.DS_Store', 'Thumbs.db', 'desktop.ini', 'lock.db', 'folder.json.next'])
    writeFileSync(join(folder, file), '');
  mkdirSync(join(folder, 'lost+found'));
  const before = readdirSync(folder);
  // The last two are what a lost database leaves.
  for (const stranger of ['工资.xlsx', '.git', 'plasmapoint.db-wal', 'upkeep.json']) {
    writeFileSync(join(folder, stranger), 'x');
    assert.deepEqual(await createStation(ports), refused, stranger);
    const copy = { backupFile: join(base, 'copy.db'), master: Buffer.alloc(32), ports, keyStore };
    assert.deepEqual(await restore(copy), refused, stranger);
    assert.deepEqual(new Set(readdirSync(folder)), new Set([...before, stranger]));
    assert.deepEqual(await openDemoFolder({ ...DEMO, data: folder }), refused);
    rmSync(join(folder, stranger));
  }
  const started = await createStation(ports);
  assert.ok(started.ok);
  started.value.close();
  writeFileSync(join(folder, '工资.xlsx'), 'x');
  const again = await createStation(ports);
  assert.ok(again.ok, 'what was put there later keeps nobody from the records');
  again.value.close();
});

test('real and invented records never mix: each folder opens as what it is, or not at all', async () => {
  const station = await founded();
  station.close();
  const ports = { folder: station.folder, configFolder: station.configFolder };
  const practice = { ...ports, keyStore: demoKeyStore(station.folder) };
  assert.deepEqual(await createStation(practice), { ok: false, error: 'station.folderOfSite' });
  const file = join(station.folder, 'folder.json');
  const known = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...known, keyStore: 'demo' }));
  const real = { ...ports, keyStore: fileKeyStore(station.configFolder) };
  assert.deepEqual(await createStation(real), { ok: false, error: 'station.folderOfPractice' });
});

test('a database of a newer program is refused and left alone', async () => {
  const station = await founded();
  station.station.core.store.db.pragma('user_version=9999');
  station.close();
  const started = await createStation({
    folder: station.folder,
    configFolder: station.configFolder,
    keyStore: fileKeyStore(station.configFolder),
  });
  assert.deepEqual(started, { ok: false, error: 'db.futureVersion' });
});

test('a passphrase opens its folder and another does not', async () => {
  const folder = temporaryFolder();
  const cost = { n: 16, r: 1, p: 1 };
  const store = (words: string) => passphraseKeyStore(folder, words, cost);
  const key = Buffer.alloc(32, 9);
  await store('correct horse battery').save('folder-1', key);
  assert.deepEqual(await store('correct horse battery').load('folder-1'), key);
  await assert.rejects(store('another long sentence').load('folder-1'));
  await assert.rejects(store('correct horse battery').load('folder-2'));
  assert.throws(() => store('short'));
});

test('a restart keeps the station’s identity and ends its sessions', async () => {
  const first = await makeStation();
  const { station } = first.station.report;
  const again = await first.restart();
  assert.equal(again.station.report.station, station);
});

test('a folder can be read beside its running station, and not written', async () => {
  const station = await founded();
  const { keys } = station.station.core.parts;
  const file = join(station.folder, 'plasmapoint.db');
  for (const isRunning of [true, false]) {
    if (!isRunning) station.close();
    const opened = openDatabase({ file, key: keys.database, readonly: true });
    assert.ok(opened.ok, JSON.stringify(opened));
    const store = storeOf(opened.value, slices);
    assert.ok(verifyJournal(store.journal).ok);
    assert.deepEqual(replay(store, slices).differing, []);
    assert.throws(() => store.db.exec("UPDATE staff SET name = 'x'"), /readonly/);
    store.db.close();
  }
});

test('a folder is made with those above it; where none can be made, that is said at once', () => {
  const root = temporaryFolder();
  makeFolder(join(root, 'a', 'b', 'c'));
  makeFolder(join(root, 'a', 'b', 'c'));
  assert.ok(existsSync(join(root, 'a', 'b', 'c')));
  writeFileSync(join(root, 'file'), '');
  assert.throws(() => makeFolder(join(root, 'file', 'x')));
  if (process.platform === 'linux') assert.throws(() => makeFolder('/proc/x/y'));
});

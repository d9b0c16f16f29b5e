import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { backup } from '#electron/db/backup.ts';
import { openDatabase } from '#electron/db/open.ts';
import { restore } from '#electron/db/restore.ts';
import { salvage } from '#electron/db/salvage.ts';
import { journalHeadCode, journalHeadOf } from '#electron/journal/head-code.ts';
import { replay } from '#electron/journal/replay.ts';
import { stateHash, versionsHash } from '#electron/journal/state-hash.ts';
import { systemClock } from '#electron/ports/clock.ts';
import { uuidV7Ids } from '#electron/ports/ids.ts';
import { deriveKeys, fileKeyStore, passphraseKeyStore } from '#electron/ports/key-store.ts';
import { recoveryKeyOf, recoveryText } from '#electron/ports/recovery-key.ts';
import { createStation } from '#electron/station/create-station.ts';
import { rotateKey } from '#electron/station/rotate-key.ts';
import { slices } from '#electron/station/slices.ts';
import { allTables, storeOf } from '#electron/station/store.ts';
import { verifyRecords } from '#electron/station/verify-records.ts';
import {
  type FoundedStation,
  founded,
  makeStation,
  TEST_PIN_COST,
  temporaryFolder,
  value,
} from '#tests/support/station.ts';

const hashOf = ({ station }: FoundedStation) => stateHash(station.core.store.db, allTables(slices));

function rotation(station: FoundedStation) {
  const { folder, configFolder } = station;
  const keyStore = fileKeyStore(configFolder);
  return rotateKey({ folder, configFolder, keyStore, ids: uuidV7Ids(systemClock) });
}

test('a recovery key comes back from paper as people type it, and a slip is told', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.nat(55),
      fc.nat(30),
      (bytes, place, other) => {
        const master = Buffer.from(bytes);
        const text = recoveryText(master);
        assert.equal(text.length, 56 + 13);
        const typed = text.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
        assert.deepEqual(recoveryKeyOf(typed), master);
        assert.deepEqual(recoveryKeyOf(master.toString('hex')), master);
        const plain = text.replaceAll('-', '');
        const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
        const wrong = digits[(digits.indexOf(plain[place] ?? '') + 1 + other) % 32] ?? '';
        const slip = plain.slice(0, place) + wrong + plain.slice(place + 1);
        assert.notDeepEqual(recoveryKeyOf(slip), master);
      },
    ),
    { numRuns: 200 },
  );
});

test('restore drill: a copy opens on another machine with the key from the paper, state hash equal', async () => {
  const station = await founded();
  const { core } = station.station;
  const file = join(temporaryFolder(), 'copy.db');
  assert.ok(backup(core.store, core.parts.keys.database, slices, file).ok);
  const before = hashOf(station);
  const paper = recoveryText(core.parts.keys.master);
  station.close();
  const elsewhere = temporaryFolder();
  const folder = join(elsewhere, 'data');
  // Another machine with another kind of key store.
  const keyStore = passphraseKeyStore(folder, 'correct horse battery', { n: 16, r: 1, p: 1 });
  const ports = {
    folder,
    configFolder: join(elsewhere, 'config'),
    keyStore,
    pinCost: TEST_PIN_COST,
    clock: station.clock,
  };
  const master = recoveryKeyOf(paper);
  assert.ok(master);
  const opened = openDatabase({ file, key: deriveKeys(master).database });
  assert.ok(opened.ok);
  assert.equal(stateHash(opened.value, allTables(slices)), before);
  opened.value.close();
  assert.ok((await restore({ backupFile: file, master, ports, keyStore })).ok);
  const again = await makeStation(ports);
  const { badge, pin } = station.staff.nurse;
  value(await again.command('operators.signIn', { who: { badge }, pin }));
  assert.deepEqual(verifyRecords(again.station.core.store, slices).findings, []);
});

test('a restore that was cut short is told, and done again from the beginning', async () => {
  const station = await founded();
  const { core } = station.station;
  const { master, database } = core.parts.keys;
  const backupFile = join(temporaryFolder(), 'copy.db');
  assert.ok(backup(core.store, database, slices, backupFile).ok);
  const elsewhere = temporaryFolder();
  const configFolder = join(elsewhere, 'config');
  const keyStore = fileKeyStore(configFolder);
  const ports = { folder: join(elsewhere, 'data'), configFolder, keyStore, clock: station.clock };
  const once = await restore({ backupFile, master, ports, keyStore });
  assert.ok(once.ok);
  assert.deepEqual(await restore({ backupFile, master, ports, keyStore }), {
    ok: false,
    error: 'backup.exists',
  });
  // As cut before the end: the mark of the beginning still stands.
  writeFileSync(join(ports.folder, 'restoring'), '');
  assert.deepEqual(await createStation(ports), { ok: false, error: 'station.restoreUnfinished' });
  const again = await restore({ backupFile, master, ports, keyStore });
  assert.ok(again.ok && again.value.station !== once.value.station);
  const opened = await makeStation(ports);
  assert.deepEqual(verifyRecords(opened.station.core.store, slices).findings, []);
});

test('a new key: the records stay, PINs stay, the old key opens nothing any more', async () => {
  const station = await founded();
  const { core } = station.station;
  const old = core.parts.keys.database;
  const before = hashOf(station);
  assert.deepEqual(await rotation(station), { ok: false, error: 'station.folderInUse' });
  station.close();
  assert.ok((await rotation(station)).ok);
  const again = await station.restart();
  assert.equal(hashOf({ ...station, station: again.station }), before);
  assert.equal(again.station.report.station, core.station);
  assert.equal(again.station.report.anchorMissing, false);
  const { badge, pin } = station.staff.admin;
  value(await again.command('operators.signIn', { who: { badge }, pin }));
  again.close();
  const file = join(station.folder, 'plasmapoint.db');
  assert.ok(!openDatabase({ file, key: old }).ok);
  // And once more: what is carried is carried on.
  assert.ok((await rotation(station)).ok);
  const third = await station.restart();
  value(await third.command('operators.signIn', { who: { badge }, pin }));
  assert.deepEqual(verifyRecords(third.station.core.store, slices).findings, []);
});

test('a rotation cut short is finished at the next start, or was none', async () => {
  const station = await founded();
  const before = hashOf(station);
  station.close();
  const file = (name: string) => join(station.folder, name);
  const early = ['plasmapoint.db', 'folder.json', 'key-check'].map(
    (name) => [name, readFileSync(file(name))] as const,
  );
  const { folderId } = value2(await rotation(station));
  const rotated = readFileSync(file('plasmapoint.db'));
  const description = readFileSync(file('folder.json'), 'utf8');
  // As cut after the point of no return, before the database was put in its place.
  for (const [name, bytes] of early) writeFileSync(file(name), bytes);
  writeFileSync(file('plasmapoint.db.rotated'), rotated);
  writeFileSync(file('rotation.json'), description);
  const again = await station.restart();
  assert.equal(hashOf({ ...station, station: again.station }), before);
  assert.equal(JSON.parse(readFileSync(file('folder.json'), 'utf8')).folderId, folderId);
  assert.deepEqual(
    readdirSync(station.folder).filter((name) => /rotat/.test(name)),
    [],
  );
  again.close();
  // As cut before it: the copy is cleared away.
  for (const [name, bytes] of early) writeFileSync(file(name), bytes);
  writeFileSync(file('plasmapoint.db.rotated'), rotated);
  const kept = await station.restart();
  assert.equal(hashOf({ ...station, station: kept.station }), before);
  assert.ok(!existsSync(file('plasmapoint.db.rotated')));
});

function value2<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  assert.ok(result.ok);
  return result.value;
}

test('a damaged file is salvaged as far as its chain holds, and the copy restores', async () => {
  const station = await founded();
  const { core } = station.station;
  const { keys } = core.parts;
  const { rootpage } = core.store.db
    .prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'staff'")
    .get() as { rootpage: number };
  const before = hashOf(station);
  const { seq } = core.store.journal.head(core.station);
  station.close();
  const file = join(station.folder, 'plasmapoint.db');
  const bytes = readFileSync(file);
  bytes.fill(7, (rootpage - 1) * 4096 + 100, (rootpage - 1) * 4096 + 200);
  writeFileSync(file, bytes);
  const again = await station.restart();
  assert.equal(again.station.report.fault?.code, 'db.damaged');
  again.close();
  const opened = openDatabase({ file, key: keys.database, readonly: true });
  assert.ok(opened.ok);
  const target = join(temporaryFolder(), 'salvaged.db');
  const saved = salvage(storeOf(opened.value, slices), keys.database, slices, target);
  opened.value.close();
  assert.deepEqual(saved, { ok: true, value: { file: target, entries: seq, expected: seq } });
  const copy = openDatabase({ file: target, key: keys.database });
  assert.ok(copy.ok);
  assert.equal(stateHash(copy.value, allTables(slices)), before);
  assert.deepEqual(replay(storeOf(copy.value, slices), slices).differing, []);
  copy.value.close();
});

test('INV-37 T5 an older page of the same file is found by the full look', async () => {
  const station = await founded();
  const { folder } = station;
  station.close();
  const file = join(folder, 'plasmapoint.db');
  const early = readFileSync(file);
  const again = await station.restart();
  const { staff } = station;
  const { token } = value(
    await again.command('operators.signIn', { who: { badge: 'B-ADMIN' }, pin: staff.admin.pin }),
  );
  const proof = { actor: { kind: 'session' as const, token } };
  value(
    await again.command(
      'operators.amendSite',
      {
        name: '示范采浆点',
        room: '二号室',
        licenceNumber: 'DEMO-0001',
        licenceExpires: '2030-12-31',
        contactPhone: '',
      },
      { proof },
    ),
  );
  const good = rowsOf(again);
  again.close();
  const late = readFileSync(file);
  let noticed = 0;
  for (let page = 1; (page + 1) * 4096 <= early.length; page += 1) {
    const [from, to] = [page * 4096, (page + 1) * 4096];
    if (early.subarray(from, to).equals(late.subarray(from, to))) continue;
    const mixed = Buffer.from(late);
    early.copy(mixed, from, from, to);
    writeFileSync(file, mixed);
    const start = await createStation({
      folder,
      configFolder: station.configFolder,
      keyStore: fileKeyStore(station.configFolder),
      clock: station.clock,
    });
    if (!start.ok) {
      assert.equal(start.error, 'db.damaged');
      noticed += 1;
      continue;
    }
    const { report, core } = start.value;
    const { findings } = verifyRecords(core.store, slices);
    if (report.fault || findings.length > 0) noticed += 1;
    else assert.equal(rowsOf({ station: start.value }), good, `page ${page + 1}`);
    start.value.close();
  }
  assert.ok(noticed > 3);
});

/** All rows that anything is decided by; equal rows under other bytes are the cipher's fresh nonce. */
function rowsOf({ station }: Pick<FoundedStation, 'station'>): string {
  const { db, journal } = station.core.store;
  const outcomes = db.prepare('SELECT count(*) FROM command_outcome').pluck().get();
  const { hash } = journal.head(station.core.station);
  return `${stateHash(db, allTables(slices))} ${versionsHash(db)} ${outcomes} ${hash}`;
}

test('INV-35 the code of a day report names a head and nothing else does', () => {
  const head = { station: 'st-1', seq: 4711, hash: 'a1'.repeat(32) };
  assert.deepEqual(journalHeadOf(` ${journalHeadCode(head)}\n`), head);
  for (const other of [
    '',
    'PPJ1 st-1 4711',
    `PPJ2 st-1 1 ${head.hash}`,
    `PPJ1 st-1 x ${head.hash}`,
  ])
    assert.equal(journalHeadOf(other), undefined);
});

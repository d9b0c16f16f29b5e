import assert from 'node:assert/strict';
import {
  copyFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { migrate } from '#electron/db/migrate.ts';
import { openDatabase } from '#electron/db/open.ts';
import { recoveryText } from '#electron/ports/recovery-key.ts';
import { codes, founded, makeStation, temporaryFolder, value } from '#tests/support/station.ts';

test('copies go to the second folder too; the administrator is told when they cannot', async () => {
  const station = await founded();
  const { admin, admin2 } = station.staff;
  const proof = admin.as();
  const other = join(temporaryFolder(), 'other disk');
  const inside = { folder: join(station.folder, 'copies') };
  assert.deepEqual(codes(await station.command('equipment.setCopyFolder', inside, { proof })), [
    'equipment.copyFolderBad',
  ]);
  value(await station.command('equipment.setCopyFolder', { folder: other }, { proof }));
  const made = value(await station.command('equipment.backUp', {}, { proof }));
  const [copied] = readdirSync(other);
  assert.ok(copied && made.file.endsWith(copied));
  assert.deepEqual(readFileSync(join(other, copied)), readFileSync(made.file));
  const about = value(await station.query('equipment.about', {}, proof));
  assert.equal(about.upkeep.copyFolder, other);
  copyFileSync(made.file, `${other}.moved`);
  const sheet = await station.command(
    'equipment.printRecoveryKey',
    {},
    { proof: admin.as({ signed: true, with: admin2 }) },
  );
  assert.match(Buffer.from(value(sheet).pdf, 'base64').toString('latin1', 0, 8), /^%PDF-/);
  const typed = recoveryText(station.station.core.parts.keys.master);
  const wrong = recoveryText(Buffer.alloc(32, 5));
  assert.deepEqual(
    codes(await station.command('equipment.proveRecoveryKey', { typed: wrong }, { proof })),
    ['equipment.recoveryKeyWrong'],
  );
  value(await station.command('equipment.proveRecoveryKey', { typed }, { proof }));
  const { upkeep } = value(await station.query('equipment.about', {}, proof));
  assert.ok(upkeep.keyPrintedAt && upkeep.keyProvedAt);
  const looked = value(await station.command('equipment.verifyRecords', {}, { proof }));
  assert.deepEqual(looked.findings, []);
});

/** A founded station that copies to a second folder, as a disk of its own. */
async function copying() {
  const station = await founded();
  const other = join(temporaryFolder(), 'other disk');
  const proof = station.staff.admin.as();
  value(await station.command('equipment.setCopyFolder', { folder: other }, { proof }));
  value(await station.command('equipment.backUp', {}, { proof }));
  const { core } = station.station;
  const troubles = () => {
    core.machine.compareCopies();
    return core.machine.troubles();
  };
  const work = async (room: string) =>
    value(
      await station.command(
        'equipment.setPlace',
        {
          code: room,
          name: room,
          kind: 'freezer',
          minTenthsC: -400,
          maxTenthsC: -200,
          active: true,
        },
        { proof },
      ),
    );
  const newest = () => join(other, readdirSync(other).toSorted().at(-1) ?? '');
  return { station, other, troubles, work, newest };
}

test('copies on the second disk are compared: gone, unreadable, stale and another station’s are told', async () => {
  const { station, other, troubles, work, newest } = await copying();
  assert.deepEqual(troubles(), []);
  await work('F8');
  assert.deepEqual(troubles(), [], 'a copy is behind by what was done since');
  const copy = newest();
  const good = readFileSync(copy);
  const hoursAgo = (hours: number) => Date.parse(station.clock.now()) / 1000 - hours * 3600;
  utimesSync(copy, hoursAgo(25), hoursAgo(25));
  assert.deepEqual(troubles(), ['copies.stale']);
  writeFileSync(copy, Buffer.alloc(good.length, 7));
  assert.deepEqual(troubles(), ['copies.unreadable']);
  renameSync(other, `${other} gone`);
  assert.deepEqual(troubles(), ['copies.gone']);
  writeFileSync(other, 'no folder');
  station.clock.forward(1);
  const proof = station.staff.admin.as();
  assert.deepEqual(codes(await station.command('equipment.backUp', {}, { proof })), [
    'equipment.copyOnlyHere',
  ]);
  rmSync(other);
  renameSync(`${other} gone`, other);
  writeFileSync(copy, good);
  assert.deepEqual(troubles(), []);
  assert.deepEqual(
    readdirSync(other).filter((name) => !name.endsWith('.db')),
    [],
    'looking leaves nothing beside a copy',
  );
});

test('INV-35 a station put back to an earlier time together with its anchors is known by its copy, and only reads', async () => {
  const { station } = await copying();
  station.close();
  station.clock.forward(1);
  const early = temporaryFolder();
  cpSync(station.folder, join(early, 'data'), { recursive: true });
  cpSync(station.configFolder, join(early, 'config'), { recursive: true });
  const again = await station.restart();
  const proof = station.staff.admin;
  value(await again.command('operators.signIn', { who: { badge: proof.badge }, pin: proof.pin }));
  assert.ok((await again.station.core.machine.backUp()).ok);
  again.close();
  const back = await makeStation({
    folder: join(early, 'data'),
    configFolder: join(early, 'config'),
    clock: station.clock,
  });
  const { core } = back.station;
  assert.equal(core.rescue, undefined, 'its own anchor went back with it');
  core.machine.compareCopies();
  assert.deepEqual(core.machine.troubles(), ['copies.ahead', 'station.folderTwice']);
  const signIn = { who: { badge: proof.badge }, pin: proof.pin };
  const { token } = value(await back.command('operators.signIn', signIn));
  const refused = await back.command(
    'equipment.backUp',
    {},
    { proof: { actor: { kind: 'session', token } } },
  );
  assert.deepEqual(codes(refused), ['station.rescueMode']);
});

test('two chains of one station are told apart: a copy of the other one diverges', async () => {
  const { station, other } = await copying();
  const { badge, pin } = station.staff.admin;
  const signIn = { who: { badge }, pin };
  station.close();
  station.clock.forward(1);
  const twin = temporaryFolder();
  cpSync(station.folder, join(twin, 'data'), { recursive: true });
  cpSync(station.configFolder, join(twin, 'config'), { recursive: true });
  const one = await station.restart();
  value(await one.command('operators.signIn', signIn));
  assert.ok((await one.station.core.machine.backUp()).ok);
  one.close();
  const two = await makeStation({
    folder: join(twin, 'data'),
    configFolder: join(twin, 'config'),
    clock: station.clock,
  });
  for (let n = 0; n < 3; n += 1) value(await two.command('operators.signIn', signIn));
  two.station.core.machine.compareCopies();
  assert.deepEqual(two.station.core.machine.troubles(), ['station.folderTwice', 'copies.diverge']);
  const stranger = await founded();
  stranger.station.core.machine.setCopyFolder(other);
  stranger.station.core.machine.compareCopies();
  assert.deepEqual(stranger.station.core.machine.troubles(), ['copies.unreadable']);
});

const KEY = Buffer.alloc(32, 9);
const JOURNAL = {
  number: 10,
  name: 'journal',
  sql: `CREATE TABLE journal (station TEXT, seq INTEGER, hash TEXT) STRICT;
        INSERT INTO journal VALUES ('st-1', 1, 'aa'), ('st-1', 2, 'bb')`,
};
const GOOD = { number: 20, name: 'good', sql: 'CREATE TABLE more (id TEXT) STRICT' };

/** A database of an earlier program. */
function earlier() {
  const folder = temporaryFolder();
  const opened = openDatabase({ file: join(folder, 'plasmapoint.db'), key: KEY, create: true });
  assert.ok(opened.ok && migrate(opened.value, [JOURNAL]).ok);
  const version = () => opened.value.pragma('user_version', { simple: true });
  return { db: opened.value, backups: join(folder, 'backups'), version };
}

test('the copy before a change of schema opens with the key and has the same heads', () => {
  const { db, backups, version } = earlier();
  assert.ok(migrate(db, [JOURNAL, GOOD], { folder: backups, key: KEY }).ok);
  assert.equal(version(), 20);
  assert.deepEqual(readdirSync(backups), ['before-20-from-10.db']);
  const copy = openDatabase({ file: join(backups, 'before-20-from-10.db'), key: KEY });
  assert.ok(copy.ok);
  assert.equal(copy.value.pragma('user_version', { simple: true }), 10);
  assert.equal(copy.value.prepare('SELECT max(seq) FROM journal').pluck().get(), 2);
  copy.value.close();
  db.close();
});

test('a copy that does not open with the key, or steps that touch the journal: the schema stays as it was', () => {
  const { db, backups, version } = earlier();
  const other = { folder: backups, key: Buffer.alloc(32, 8) };
  assert.deepEqual(migrate(db, [JOURNAL, GOOD], other), { ok: false, error: 'db.copyFailed' });
  assert.equal(version(), 10);
  assert.deepEqual(readdirSync(backups), [], 'nothing unproved is left to be trusted');
  const bad = { ...GOOD, sql: 'DELETE FROM journal WHERE seq = 2' };
  assert.deepEqual(migrate(db, [JOURNAL, bad], { folder: backups, key: KEY }), {
    ok: false,
    error: 'db.migrationFailed',
  });
  assert.equal(db.prepare('SELECT max(seq) FROM journal').pluck().get(), 2);
  rmSync(backups, { recursive: true });
  writeFileSync(backups, 'a file where the copies go');
  assert.throws(() => migrate(db, [JOURNAL, GOOD], { folder: backups, key: KEY }));
  assert.equal(version(), 10);
  db.close();
});

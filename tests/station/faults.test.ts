import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import Database from 'better-sqlite3';
import { replay } from '#electron/journal/replay.ts';
import { BY_STATION } from '#electron/station/core.ts';
import { slices } from '#electron/station/slices.ts';
import { event } from '#shared/contract/events.ts';
import { type FoundedStation, founded, value } from '#tests/support/station.ts';

const SITE = {
  name: '示范采浆点',
  room: '二号室',
  licenceNumber: 'DEMO-0001',
  licenceExpires: '2030-12-31',
  contactPhone: '',
};

/** Makes the next COMMIT of this connection fail as a dying disk does, having happened or not. */
function failNextCommit(station: FoundedStation, code: string, hasHappened: boolean): void {
  const { db } = station.station.core.store;
  const { exec } = db;
  db.exec = (sql) => {
    if (sql !== 'COMMIT') return exec.call(db, sql);
    if (hasHappened) exec.call(db, sql);
    throw new Database.SqliteError('disk I/O error', code);
  };
}

test('INV-33 T7 a COMMIT that failed but happened is answered as done, by its command id', async () => {
  const station = await founded();
  failNextCommit(station, 'SQLITE_IOERR_FSYNC', true);
  const options = { proof: station.staff.admin.as(), commandId: randomUUID() };
  const answer = await station.command('operators.amendSite', SITE, options);
  assert.equal(answer.status, 'ok');
  const site = value(await station.query('operators.site', {}, station.staff.admin.as()));
  assert.equal(site.room, '二号室');
});

test('INV-33 T7 a COMMIT that did not happen is told as not saved, and can be done again', async () => {
  const station = await founded();
  failNextCommit(station, 'SQLITE_IOERR_FSYNC', false);
  const options = { proof: station.staff.admin.as(), commandId: randomUUID() };
  const answer = await station.command('operators.amendSite', SITE, options);
  assert.equal(answer.status === 'failed' && answer.code, 'station.notSaved');
  value(await station.command('operators.amendSite', SITE, options));
  assert.deepEqual(replay(station.station.core.store, slices).differing, []);
});

test('a full disk is told as such', async () => {
  const station = await founded();
  failNextCommit(station, 'SQLITE_FULL', false);
  const proof = station.staff.admin.as();
  const answer = await station.command('operators.amendSite', SITE, { proof });
  assert.equal(answer.status === 'failed' && answer.code, 'station.diskFull');
});

test('no exception crosses: a fault of ours is an incident, and nothing of the command stays', async () => {
  const station = await founded();
  const { core } = station.station;
  const { seq } = core.store.journal.head(core.station);
  const { writer } = core.store;
  const { save } = writer;
  writer.save = () => {
    throw new TypeError('秘密');
  };
  const proof = station.staff.admin.as();
  const answer = await station.command('operators.amendSite', SITE, { proof });
  writer.save = save;
  assert.equal(answer.status === 'failed' && answer.code, 'station.internalError');
  assert.ok(!JSON.stringify(answer).includes('秘密'));
  assert.equal(core.store.journal.head(core.station).seq, seq);
});

test('what a transaction noted of the journal’s end and of rows is forgotten when it is taken back', async () => {
  const { core } = (await founded()).station;
  const { reader, journal } = core.store;
  const [staff] = reader.by('staff', 'badge', 'B-NURSE');
  assert.ok(staff);
  const { id: staffId, name, active } = staff;
  const roles = [...staff.roles];
  const renamed = event('operators.staffAmended', { staffId, name, roles, active, badge: 'B-NEW' });
  const head = core.head;
  const work = (isCutShort: boolean) => () => {
    core.record([renamed], BY_STATION);
    assert.equal(core.head.seq, head.seq + 1);
    assert.equal(reader.by('staff', 'badge', 'B-NEW')[0]?.id, staffId);
    assert.deepEqual(reader.by('staff', 'badge', 'B-NURSE'), []);
    if (isCutShort) throw new Error('cut short');
  };
  assert.throws(() => core.transaction(work(true)), /cut short/);
  assert.deepEqual(core.head, head);
  assert.deepEqual(reader.by('staff', 'badge', 'B-NEW'), []);
  assert.equal(reader.by('staff', 'badge', 'B-NURSE')[0]?.id, staffId);
  core.transaction(work(false));
  assert.deepEqual(core.head, journal.head(core.station));
});

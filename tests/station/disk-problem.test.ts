import assert from 'node:assert/strict';
import { test } from 'node:test';
import Database from 'better-sqlite3';
import { diskProblemOf } from '#electron/db/disk-problem.ts';
import { founded } from '#tests/support/station.ts';

const withCode = (code: string) => Object.assign(new Error('secret'), { code });

test('only what the disk did is told as the disk’s', () => {
  const table = [
    ['SQLITE_CORRUPT', 'db.damaged'],
    ['SQLITE_CORRUPT_VTAB', 'db.damaged'],
    ['SQLITE_NOTADB', 'db.damaged'],
    ['SQLITE_FULL', 'station.folderFull'],
    ['ENOSPC', 'station.folderFull'],
    ['SQLITE_READONLY_DIRECTORY', 'station.folderReadOnly'],
    ['EROFS', 'station.folderReadOnly'],
    ['SQLITE_BUSY_SNAPSHOT', 'station.folderInUse'],
    ['SQLITE_IOERR_FSYNC', 'station.folderUnreadable'],
    ['SQLITE_CANTOPEN', 'station.folderUnreadable'],
    ['EIO', 'station.folderUnreadable'],
    ['SQLITE_ERROR', undefined],
    ['SQLITE_ERROR_SNAPSHOT', undefined],
    ['SQLITE_CONSTRAINT_UNIQUE', undefined],
    ['SQLITE_NOMEM', undefined],
    ['SQLITE_LOCKED', undefined],
    ['EADDRINUSE', undefined],
    ['EMFILE', undefined],
    ['ERR_INVALID_ARG_TYPE', undefined],
    ['', undefined],
  ] as const;
  for (const [code, problem] of table) assert.equal(diskProblemOf(withCode(code)), problem, code);
  assert.equal(diskProblemOf('SQLITE_FULL'), undefined);
});

test('a statement that SQLite does not understand is a fault of ours, not of the disk', async () => {
  const station = await founded();
  const { core } = station.station;
  const { store } = core;
  const { seq } = store.journal.head(core.station);
  store.writer.save = () => {
    new Database(':memory:').exec('SELECT nothing FROM nowhere');
  };
  const input = {
    name: '示范采浆点',
    room: '二号室',
    licenceNumber: 'DEMO-0001',
    licenceExpires: '2030-12-31',
    contactPhone: '',
  };
  const proof = station.staff.admin.as();
  const answer = await station.command('operators.amendSite', input, { proof });
  assert.equal(answer.status === 'failed' && answer.code, 'station.internalError');
  assert.equal(core.store, store, 'the connection stays as it is');
  assert.equal(core.store.journal.head(core.station).seq, seq);
});

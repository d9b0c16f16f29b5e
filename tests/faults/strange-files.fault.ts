import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { DATABASE, data, killed, opened, site, startOf, whole } from './folder.ts';

/** What people, tools and failing disks leave in folders. */
const STRANGE: Readonly<Record<string, (base: string) => void>> = {
  'a folder in place of the database': (base) => {
    rmSync(data(base, DATABASE));
    mkdirSync(data(base, DATABASE));
  },
  'an empty database': (base) => writeFileSync(data(base, DATABASE), ''),
  'another program’s database': (base) => writeFileSync(data(base, DATABASE), 'SQLite format 3\0'),
  'half a database': (base) => {
    const bytes = readFileSync(data(base, DATABASE));
    writeFileSync(data(base, DATABASE), bytes.subarray(0, bytes.length / 2));
  },
  'a database of zeros': (base) => {
    writeFileSync(data(base, DATABASE), Buffer.alloc(readFileSync(data(base, DATABASE)).length));
  },
  'a database that is gone': (base) => rmSync(data(base, DATABASE)),
  'a link that leads nowhere': (base) => {
    rmSync(data(base, DATABASE));
    symlinkSync('/nowhere/plasmapoint.db', data(base, DATABASE));
  },
  'a queue in place of the database': (base) => {
    rmSync(data(base, DATABASE));
    assert.equal(spawnSync('mkfifo', [data(base, DATABASE)]).status, 0);
  },
  'a folder in place of the lock': (base) => {
    rmSync(data(base, 'lock.db'), { force: true });
    mkdirSync(data(base, 'lock.db'));
  },
  'nonsense in the lock': (base) => writeFileSync(data(base, 'lock.db'), 'x'.repeat(5000)),
  'no description': (base) => rmSync(data(base, 'folder.json')),
  'an empty description': (base) => writeFileSync(data(base, 'folder.json'), ''),
  'a description of a later format': (base) => {
    writeFileSync(
      data(base, 'folder.json'),
      '{"folderId":"12345678","format":2,"keyStore":"file"}',
    );
  },
  'a folder in place of the description': (base) => {
    rmSync(data(base, 'folder.json'));
    mkdirSync(data(base, 'folder.json'));
  },
  'no key': (base) => rmSync(join(base, 'config', 'keys'), { recursive: true }),
  'half a key': (base) => {
    const keys = join(base, 'config', 'keys');
    const { folderId } = JSON.parse(readFileSync(data(base, 'folder.json'), 'utf8'));
    writeFileSync(join(keys, `${folderId}.key`), 'abcdef');
  },
};

for (const [name, abuse] of Object.entries(STRANGE)) {
  test(`start: ${name} is told with a code and a sentence; put right, all is there`, async () => {
    const base = site();
    const { station, said, room } = await opened(base);
    await room('一号');
    station.close();
    const good = killed(base);
    abuse(base);
    const start = await startOf(base);
    if (start === 'ready') return whole(base, said);
    assert.equal(await startOf(base), start, 'and told the same again');
    // What was abused is put back as it was; the rest is as the refused starts left it.
    for (const file of ['plasmapoint.db', 'lock.db', 'folder.json', 'key-check']) {
      rmSync(data(base, file), { recursive: true, force: true });
      if (existsSync(data(good, file))) cpSync(data(good, file), data(base, file));
    }
    cpSync(join(good, 'config', 'keys'), join(base, 'config', 'keys'), { recursive: true });
    await whole(base, said);
  });
}

/** Files that do not belong to the records: a start gets along with them. */
const HARMLESS: Readonly<Record<string, (base: string) => void>> = {
  'files of others': (base) => {
    writeFileSync(data(base, 'Thumbs.db'), 'x');
    writeFileSync(data(base, '.DS_Store'), 'x');
    mkdirSync(data(base, '新建文件夹'));
  },
  'a rollback journal of nobody': (base) =>
    writeFileSync(data(base, `${DATABASE}-journal`), Buffer.alloc(600, 7)),
  'nonsense as shared memory': (base) =>
    writeFileSync(data(base, `${DATABASE}-shm`), Buffer.alloc(32_768, 7)),
  'nonsense as write-ahead file': (base) =>
    writeFileSync(data(base, `${DATABASE}-wal`), Buffer.alloc(9_000, 7)),
  'an unfinished database': (base) => writeFileSync(data(base, `${DATABASE}.new`), 'x'),
  'an unfinished copy': (base) => {
    mkdirSync(data(base, 'backups'), { recursive: true });
    writeFileSync(data(base, 'backups/plasmapoint.db.part'), 'x');
  },
  'a file in place of the copies': (base) => {
    rmSync(data(base, 'backups'), { recursive: true, force: true });
    writeFileSync(data(base, 'backups'), 'x');
  },
  'no key check': (base) => rmSync(data(base, 'key-check')),
  'a torn anchor': (base) => {
    const { folderId } = JSON.parse(readFileSync(data(base, 'folder.json'), 'utf8'));
    writeFileSync(join(base, 'config', 'anchors', `${folderId}.anchor`), '{"station":"x","se');
  },
};

for (const [name, abuse] of Object.entries(HARMLESS)) {
  test(`start: ${name} is no obstacle, and the station works on`, async () => {
    const base = site();
    const first = await opened(base);
    await first.room('一号');
    first.station.close();
    abuse(base);
    const { station, said, room } = await opened(base);
    assert.equal((await room('二号')).status, 'ok');
    station.close();
    await whole(base, [...first.said.filter(({ status }) => status === 'ok'), ...said]);
  });
}

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { verifyFromAnchor } from '#electron/journal/verify.ts';
import { startTexts } from '#electron/start/texts.ts';
import type { Station } from '#electron/station/create-station.ts';
import { temporaryFolder } from '#tests/support/station.ts';
import { aftermath } from './aftermath.ts';
import { Hand, openBelow, type Said, SITE } from './course.ts';
import { makeTemplate } from './rig.ts';

const template = await makeTemplate();

/** A founded site to be abused. */
function site(): string {
  const base = temporaryFolder();
  cpSync(template, base, { recursive: true });
  return base;
}

interface Open {
  readonly station: Station;
  readonly hand: Hand;
  readonly said: Said[];
  /** Gives a command that changes the site. */
  readonly room: (room: string) => Promise<Said>;
}

async function opened(base: string): Promise<Open> {
  const started = await openBelow(base);
  assert.ok(started.ok, started.ok ? '' : started.error);
  const said: Said[] = [];
  const hand = new Hand(started.value, (one) => said.push(one));
  const room = async (name: string) => {
    await hand.act('operators.amendSite', { ...SITE, room: name });
    return said.at(-1) as Said;
  };
  return { station: started.value, hand, said, room };
}

const data = (base: string, file = '') => join(base, 'data', file);
const DATABASE = 'plasmapoint.db';

async function startOf(base: string): Promise<string> {
  const started = await openBelow(base);
  if (!started.ok) {
    assert.ok(startTexts[started.error].zh.length > 10 && startTexts[started.error].en.length > 20);
    return started.error;
  }
  const { fault } = started.value.report;
  started.value.close();
  return fault?.code ?? 'ready';
}

/** The folder as a kill would leave it now: the process goes on, its files are copied. */
function killed(base: string): string {
  const image = temporaryFolder();
  cpSync(base, image, { recursive: true });
  return image;
}

async function whole(base: string, said: readonly Said[]): Promise<void> {
  assert.deepEqual(await aftermath(base, said), { start: 'ready', wrong: [] });
}

/** Works on a mount; where mounting is not permitted the shim alone stands for it (io-errors). */
async function withMount(
  t: TestContext,
  folder: string,
  options: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const done = spawnSync('mount', [...options, folder], { encoding: 'utf8' });
  assert.equal(done.error, undefined, 'mount is needed');
  if (done.status !== 0) {
    t.diagnostic(`mounting is not permitted here: ${done.stderr.trim()}`);
    return;
  }
  try {
    await work();
  } finally {
    spawnSync('umount', ['-l', folder]);
  }
}

test('INV-33 a disk that fills up refuses and keeps; with room again work goes on', async (t) => {
  const base = join(temporaryFolder(), 'small');
  await withMount(t, base, ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs'], () => fillUp(base));
});

async function fillUp(base: string): Promise<void> {
  cpSync(template, base, { recursive: true });
  const { station, said, room } = await opened(base);
  await room('一号');
  const ballast = join(base, 'ballast');
  for (let size = 4_000_000; size > 1000; size /= 2) {
    try {
      writeFileSync(ballast, Buffer.alloc(size), { flag: 'a' });
    } catch {
      // Full a little earlier than asked for.
    }
  }
  let last = await room('二号');
  for (let n = 0; n < 400 && last.status === 'ok'; n += 1) last = await room(`房间${n}`);
  assert.equal(last.code, 'station.diskFull');
  assert.equal(station.core.rescue, undefined);
  rmSync(ballast);
  assert.equal((await room('三号')).status, 'ok');
  station.close();
  await whole(base, said);
}

test('a folder on a read-only mount is told as such, and nothing changes', async (t) => {
  const base = site();
  await withMount(t, base, ['--bind', base], async () => {
    assert.equal(spawnSync('mount', ['-o', 'remount,ro,bind', base]).status, 0);
    assert.equal(await startOf(base), 'station.folderReadOnly');
  });
  await whole(base, []);
});

test('INV-33 a folder moved away while the station runs: nothing more is acknowledged; put back, all is there', async () => {
  const base = site();
  const { station, said, room } = await opened(base);
  await room('一号');
  renameSync(data(base), join(base, 'elsewhere'));
  assert.equal((await room('二号')).code, 'station.folderMoved');
  assert.equal((await room('三号')).code, 'station.rescueMode');
  assert.equal(await startOf(base), 'station.folderGone');
  assert.ok(!existsSync(data(base)), 'nothing is made where records were');
  station.close();
  renameSync(join(base, 'elsewhere'), data(base));
  await whole(base, said);
});

test('INV-33 a database replaced under the station is noticed before anything is acknowledged', async () => {
  const base = site();
  const { station, room } = await opened(base);
  const copy = killed(base);
  await room('一号');
  cpSync(data(copy, DATABASE), data(base, 'other.db'));
  renameSync(data(base, 'other.db'), data(base, DATABASE));
  assert.equal((await room('二号')).code, 'station.folderMoved');
  station.close();
});

test('INV-33 a write-ahead file removed under the running station costs nothing', async () => {
  const base = site();
  const { station, said, room } = await opened(base);
  await room('一号');
  unlinkSync(data(base, `${DATABASE}-wal`));
  assert.equal((await room('二号')).status, 'ok');
  const image = killed(base);
  station.close();
  await whole(image, said);
  await whole(base, said);
});

test('INV-35 T6 a write-ahead file removed or put back older after a kill is noticed at start', async () => {
  const base = site();
  const { station, room } = await opened(base);
  await room('一号');
  const early = killed(base);
  await room('二号');
  const late = killed(base);
  station.close();
  const older = killed(late);
  cpSync(data(early, `${DATABASE}-wal`), data(older, `${DATABASE}-wal`));
  assert.equal(await startOf(older), 'journal.behindAnchor');
  const removed = killed(late);
  unlinkSync(data(removed, `${DATABASE}-wal`));
  assert.equal(await startOf(removed), 'journal.behindAnchor');
  // A write-ahead file of an earlier sitting beside a database that has long taken it in.
  const stale = killed(base);
  cpSync(data(early, `${DATABASE}-wal`), data(stale, `${DATABASE}-wal`));
  assert.notEqual(await startOf(stale), 'ready');
  await whole(late, []);
});

test('INV-35 an older copy of the data is noticed by the anchor; of everything, by the head on paper', async () => {
  const base = site();
  const early = killed(base);
  const { station, room } = await opened(base);
  await room('一号');
  const onPaper = station.core.store.journal.head(station.core.station);
  station.close();
  const mixed = killed(base);
  rmSync(data(mixed), { recursive: true });
  cpSync(data(early), data(mixed), { recursive: true });
  assert.equal(await startOf(mixed), 'journal.behindAnchor');
  const old = await opened(early);
  const compared = verifyFromAnchor(old.station.core.store.journal, onPaper);
  assert.equal(compared.ok ? '' : compared.error.code, 'journal.behindAnchor');
  old.station.close();
});

test('two starts on one folder, also through a symbolic link, are one station', async () => {
  const base = site();
  const { station } = await opened(base);
  const linked = temporaryFolder();
  symlinkSync(data(base), data(linked));
  symlinkSync(join(base, 'config'), join(linked, 'config'));
  assert.equal(await startOf(linked), 'station.folderInUse');
  station.close();
  assert.equal(await startOf(linked), 'ready');
});

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

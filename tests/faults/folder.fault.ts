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
import { temporaryFolder } from '#tests/support/station.ts';
import { DATABASE, data, killed, opened, site, startOf, template, whole } from './folder.ts';

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

test('INV-33 a copy written over the database of a running station: nothing more is acknowledged, nothing is written into it', async () => {
  const base = site();
  const { station, room } = await opened(base);
  await room('一号');
  const [over, log] = ['', '-wal'].map((suffix) => data(base, `${DATABASE}${suffix}`));
  assert.ok(over && log);
  // In place: the file keeps its name and its number.
  writeFileSync(over, readFileSync(data(template, DATABASE)), { flag: 'r+' });
  const left = [readFileSync(over), readFileSync(log)];
  assert.equal((await room('二号')).code, 'station.folderMoved');
  assert.equal((await room('三号')).code, 'station.rescueMode');
  station.close();
  assert.deepEqual([readFileSync(over), readFileSync(log)], left);
});

test('INV-35 a start that finds the newest entries gone leaves the files as they are; put right, all is there', async () => {
  const base = site();
  const { station, said, room } = await opened(base);
  await room('一号');
  const early = killed(base);
  await room('二号');
  const late = killed(base);
  station.close();
  const mixed = killed(late);
  const log = `${DATABASE}-wal`;
  cpSync(data(early, log), data(mixed, log));
  const before = [DATABASE, log].map((file) => readFileSync(data(mixed, file)));
  assert.equal(await startOf(mixed), 'journal.behindAnchor');
  assert.deepEqual(
    [DATABASE, log].map((file) => readFileSync(data(mixed, file))),
    before,
  );
  cpSync(data(late, log), data(mixed, log));
  await whole(mixed, said);
});

test('INV-01 a copy of the folder with the same key is not worked on beside the first; alone it is told', async () => {
  const base = site();
  const twin = join(base, 'twin');
  cpSync(data(base), data(twin), { recursive: true });
  symlinkSync(join(base, 'config'), join(twin, 'config'));
  const { station } = await opened(base);
  assert.equal(await startOf(twin), 'station.folderInUse');
  station.close();
  const alone = await opened(twin);
  assert.deepEqual(alone.station.core.machine.troubles(), ['station.folderTwice']);
  alone.station.close();
});

test('a folder seen through a bind mount is the same folder', async (t) => {
  const base = site();
  const { station } = await opened(base);
  const other = join(temporaryFolder(), 'other');
  await withMount(t, other, ['--bind', base], async () => {
    assert.equal(await startOf(other), 'station.folderInUse');
    station.close();
    assert.equal(await startOf(other), 'ready');
  });
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

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { replay } from '#electron/journal/replay.ts';
import { verifyJournal } from '#electron/journal/verify.ts';
import { slices } from '#electron/station/slices.ts';
import { violations } from '#shared/judge/violations.ts';
import { entriesOf, openedSite, templateOf } from '#tests/properties/site.ts';
import { makeStation, temporaryFolder } from '#tests/support/station.ts';

const CHILD = fileURLToPath(new URL('./kill-child.ts', import.meta.url));
const KILLS = 18;
/** On a busy machine the suite stops here rather than wait; the count is told. */
const ENOUGH_MS = 40_000;
const AT_ONCE = 3;

const compileCache = temporaryFolder();
const template = templateOf(await openedSite());

/** Lets a child work on the folder and kills it some milliseconds after it is ready; what it was told. */
async function killed(folder: string, round: number, after: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [CHILD, folder, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  });
  const acknowledged: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [word, id = ''] = line.split(' ');
    if (word === 'done') acknowledged.push(id);
    if (word === 'ready') setTimeout(() => child.kill('SIGKILL'), after);
  });
  await once(child, 'close');
  assert.equal(child.signalCode, 'SIGKILL');
  return acknowledged;
}

/** One folder that is killed again and again, as an old machine with a bad plug would be. */
async function killRepeatedly(line: number, until: number): Promise<number> {
  const folder = temporaryFolder();
  cpSync(template.base, folder, { recursive: true });
  let round = 0;
  for (; round < KILLS / AT_ONCE && performance.now() < until; round += 1) {
    const acknowledged = await killed(folder, line * 100 + round, Math.ceil(Math.random() * 60));
    const ports = { folder: `${folder}/data`, configFolder: `${folder}/config` };
    const station = await makeStation(ports);
    const { store } = station.station.core;
    assert.equal(station.station.report.fault, undefined);
    assert.ok(verifyJournal(store.journal).ok);
    const kept = store.db.prepare('SELECT commandId FROM command_outcome').pluck().all();
    const known = new Set(kept as string[]);
    assert.deepEqual(
      acknowledged.filter((id) => !known.has(id)),
      [],
      'acknowledged and gone',
    );
    const journaled = store.db
      .prepare('SELECT DISTINCT commandId FROM journal WHERE commandId IS NOT NULL')
      .pluck()
      .all() as string[];
    assert.deepEqual(
      journaled.filter((id) => !known.has(id)),
      [],
      'half a command',
    );
    assert.deepEqual(violations(entriesOf(station)), []);
    if (round % 3 === 2) assert.deepEqual(replay(store, slices).differing, []);
    station.close();
  }
  return round;
}

test('INV-33 INV-35 INV-37 up to eighteen kills at random moments: all that was acknowledged is there, whole', async (t) => {
  const until = performance.now() + ENOUGH_MS;
  const lines = Array.from({ length: AT_ONCE }, (_none, line) => killRepeatedly(line, until));
  const kills = (await Promise.all(lines)).reduce((sum, count) => sum + count, 0);
  t.diagnostic(`${kills} kills`);
  assert.ok(kills >= AT_ONCE);
});

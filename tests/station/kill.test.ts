import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { replay } from '#electron/journal/replay.ts';
import { verifyJournal } from '#electron/journal/verify.ts';
import { slices } from '#electron/station/slices.ts';
import { makeStation, temporaryFolder } from '#tests/support/station.ts';

const CHILD = fileURLToPath(new URL('./kill-child.ts', import.meta.url));

/**
 * Runs commands in a child and kills it at its n-th SQL statement (0: never). Answers the command ids
 * that were acknowledged and the statements run.
 */
async function runChild(folder: string, killAt: number) {
  const child = spawn(process.execPath, [CHILD, folder, String(killAt)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: string[] = [];
  let statements = 0;
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const [word, text = ''] = line.split(' ');
    if (word === 'done') acknowledged.push(text);
    if (word === 'statements') statements = Number(text);
  });
  await once(child, 'close');
  return { acknowledged, statements, signal: child.signalCode };
}

test('INV-33 a kill between any two statements leaves whole commands, and every acknowledged one', async () => {
  const whole = await runChild(temporaryFolder(), 0);
  assert.equal(whole.signal, null);
  assert.equal(whole.acknowledged.length, 4);
  assert.ok(whole.statements > 30);
  const places = Array.from({ length: 12 }, (_, i) => Math.ceil(((i + 1) * whole.statements) / 13));
  for (const place of places) {
    const folder = temporaryFolder();
    const { acknowledged, signal } = await runChild(folder, place);
    assert.equal(signal, 'SIGKILL', `killed at ${place}`);
    const station = await makeStation({
      folder: `${folder}/data`,
      configFolder: `${folder}/config`,
    });
    const { store } = station.station.core;
    assert.equal(station.station.report.fault, undefined);
    assert.ok(verifyJournal(store.journal).ok);
    assert.deepEqual(replay(store, slices).differing, [], `killed at ${place}`);
    const kept = store.db
      .prepare('SELECT commandId FROM command_outcome')
      .pluck()
      .all() as string[];
    for (const id of acknowledged) assert.ok(kept.includes(id), `${id} after a kill at ${place}`);
    const journaled = store.db
      .prepare('SELECT DISTINCT commandId FROM journal WHERE commandId IS NOT NULL')
      .pluck()
      .all() as string[];
    for (const id of journaled) assert.ok(kept.includes(id), `${id} is whole`);
    station.close();
  }
});

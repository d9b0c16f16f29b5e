import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { foundBelow } from '#tests/faults/course.ts';
import { runNode, startArguments, startStation } from '#tests/support/start/processes.ts';
import { temporaryFolder } from '#tests/support/station.ts';

/** Surroundings that are not as they should be; the real program in processes of its own. */
const home = temporaryFolder();
const data = join(home, 'data');
await foundBelow(home);
const env = { HOME: home, XDG_CONFIG_HOME: join(home, 'xdg'), XDG_DATA_HOME: join(home, 'share') };

test('without a temporary folder, control file or terminal the station opens all the same, and closes in order when told twice', async () => {
  const own = temporaryFolder();
  const begun = await startStation(join(own, 'data'), env);
  await begun.stop('SIGTERM');
  // A folder stands where the way in would be told; nobody reads what the program says of itself.
  mkdirSync(join(own, 'data', 'control.json'));
  const child = spawn(process.execPath, startArguments(join(own, 'data')), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env, TMPDIR: join(own, 'nowhere') },
  });
  after(() => child.kill('SIGKILL'));
  child.stderr.destroy();
  const ended = once(child, 'exit');
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  assert.equal((JSON.parse(line) as { problem?: string }).problem, undefined);
  child.stdout.destroy();
  child.kill('SIGHUP');
  child.kill('SIGTERM');
  assert.deepEqual(await ended, [0, null]);
  assert.equal(existsSync(join(own, 'data', 'plasmapoint.db-wal')), false);
});

test('a control file cut short does not keep the terminal out', async () => {
  writeFileSync(join(data, 'control.json'), '{"sock');
  const input = JSON.stringify({ who: { badge: 'B-1' }, pin: '602481' });
  const args = ['electron/cli.ts', 'call', 'operators.signIn', '--data', data];
  const config = { ...env, XDG_CONFIG_HOME: join(home, 'none') };
  const ended = await runNode(args, { env: config, input });
  assert.match(ended.stderr, /station\.keyMissing/, 'it came as far as the folder');
});

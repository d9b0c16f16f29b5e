import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { connectControl } from '#electron/control/client.ts';
import { startOptions } from '#electron/start/options.ts';
import {
  type RunningStart,
  runNode,
  type StartLine,
  startArguments,
  startStation,
} from '#tests/support/start/processes.ts';

/** `npm start -- --door loopback` on a site's own folder, in processes of their own. */
const home = mkdtempSync(join(tmpdir(), 'ppn-'));
const data = join(home, 'data');
const env = {
  HOME: home,
  XDG_CONFIG_HOME: join(home, 'config'),
  XDG_DATA_HOME: join(home, 'share'),
};
let running: RunningStart;

before(async () => {
  running = await startStation(data, env);
});

after(async () => {
  await running?.stop('SIGKILL');
  rmSync(home, { recursive: true, force: true });
});

/** Goes in with a start's URL; answers the status. */
async function enter(url: string): Promise<number> {
  const { origin, hash } = new URL(url);
  const response = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ token: hash.slice('#t='.length) }),
  });
  return response.status;
}

async function call(name: string, input: unknown) {
  const control = await connectControl(data);
  assert.ok(control);
  const answer = await control.call(name, { commandId: randomUUID(), input });
  control.close();
  return answer;
}

test('one JSON line tells where the station is; its token lets in once', async () => {
  const { said } = running;
  assert.deepEqual(Object.keys(said), ['door', 'url', 'pid', 'data', 'demo']);
  assert.equal(said.door, 'loopback');
  assert.equal(said.data, data);
  assert.equal(said.demo, null);
  assert.match(said.url, /^http:\/\/127\.0\.0\.1:\d+\/#t=[\w-]{43}$/);
  const description = readFileSync(join(data, 'folder.json'), 'utf8');
  assert.match(description, /"keyStore":"file"/);
  assert.equal(await enter(said.url), 200);
  assert.equal(await enter(said.url), 401);
});

test('a second start on the folder shows the station that runs, also through a symbolic link', async () => {
  const link = join(home, 'link');
  symlinkSync(data, link);
  for (const path of [data, link, `${data}/../data/`]) {
    const second = await runNode(startArguments(path), { env });
    assert.equal(second.code, 0, second.stderr);
    const said = JSON.parse(second.stdout) as StartLine;
    assert.equal(new URL(said.url).origin, new URL(running.said.url).origin, path);
    assert.equal(await enter(said.url), 200, 'with a fresh token');
  }
});

test('what was answered ok survives kill -9; the folder opens again at once', async () => {
  const founded = await call('operators.foundSite', {
    name: '示范采浆点',
    room: '一号采集室',
    facilityCode: 'A9999',
    licenceNumber: 'DEMO-0001',
    licenceExpires: '2035-12-31',
    contactPhone: '022-00000000',
    demo: false,
    administrators: [
      { name: '测试管理员甲', badge: 'B-ADMIN', pin: '602481' },
      { name: '测试管理员乙', badge: 'B-ADMIN2', pin: '602482' },
    ],
  });
  assert.equal(founded.status, 'ok', JSON.stringify(founded));
  await running.stop('SIGKILL');
  assert.equal(existsSync(join(data, 'control.json')), true, 'nobody tidied up');
  running = await startStation(data, env);
  const signedIn = await call('operators.signIn', { who: { badge: 'B-ADMIN' }, pin: '602481' });
  assert.equal(signedIn.status, 'ok', JSON.stringify(signedIn));
});

test('asked to end, it closes door, socket and folder, and ends with 0', async () => {
  const { origin } = new URL(running.said.url);
  const ended = await running.stop('SIGTERM');
  assert.equal(ended.code, 0, ended.stderr);
  assert.equal(existsSync(join(data, 'control.json')), false);
  assert.equal(existsSync(join(data, 'plasmapoint.db-wal')), false, 'the log was taken in');
  await assert.rejects(fetch(origin));
});

test('options that make no sense are said with exit 1, and nothing is made', async () => {
  const other = join(home, 'other');
  const ended = await runNode([...startArguments(other), '--port', '70000'], { env });
  assert.deepEqual([ended.code, ended.stdout], [1, '']);
  assert.match(ended.stderr, /--port/);
  for (const wrong of [
    ['--door', 'window'],
    ['--seed', 'x'],
    ['--practice-clock', 'noon'],
    ['--practice-clock', '9999-12-31T23:59:00Z'],
    ['--colour'],
    ['--data', ''],
    ['--data', '  '],
    ['--demo', '--practice'],
  ]) {
    assert.equal(startOptions(wrong).ok, false, wrong.join(' '));
  }
  assert.equal(existsSync(other), false);
});

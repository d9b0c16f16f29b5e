import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { test } from 'node:test';
import { ask, code, door, enter, freshToken, later, listeners, session } from './bare-door.ts';

test('ten bad tokens close the door for a minute, even for a good one', async () => {
  const good = freshToken();
  for (let tries = 0; tries < 10; tries += 1) assert.equal((await session('wrong')).status, 401);
  const shut = await session(good);
  assert.equal(shut.status, 429);
  assert.equal(code(shut), 'loopback.tooManyTokens');
  later(60_000);
  assert.equal((await session(good)).status, 200);
});

test('what is not JSON, or too large, is refused without reaching the core', async () => {
  const inside = await enter();
  const bad = await ask('POST', '/op/x', inside, '{');
  assert.deepEqual([bad.status, code(bad)], [400, 'loopback.notJson']);
  const gbk = Buffer.concat([Buffer.from('{"input":{"name":"'), Buffer.from([0xd5, 0xc5, 0x22])]);
  const garbled = await ask('POST', '/op/x', inside, Buffer.concat([gbk, Buffer.from('}}')]));
  assert.deepEqual([garbled.status, code(garbled)], [400, 'loopback.notJson']);
  const limit = 2 * 1024 * 1024;
  const fitting = `"${'x'.repeat(limit - 2)}"`;
  assert.equal((await ask('POST', '/op/x', inside, fitting)).status, 200);
  const large = await ask('POST', '/op/x', inside, `"${'x'.repeat(limit)}"`);
  assert.deepEqual([large.status, code(large)], [413, 'loopback.tooLarge']);
});

test('a body of another type is refused with a code and its sentences, also for the token', async () => {
  const inside = await enter();
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonx', '']) {
    for (const path of ['/op/x', '/session']) {
      const got = await ask('POST', path, { ...inside, 'content-type': type }, '{}');
      assert.deepEqual([got.status, code(got)], [415, 'loopback.wrongType'], type);
      const { sentences } = JSON.parse(got.body) as { sentences: { zh: string; en: string } };
      assert.match(sentences.zh, /application\/json/);
      assert.match(sentences.en, /Correct it/);
    }
  }
  const charset = { ...inside, 'content-type': 'Application/JSON; charset=UTF-8' };
  assert.equal((await ask('POST', '/op/x', charset, '{}')).status, 200);
});

test('a body that drips is not waited for', async () => {
  const inside = await enter();
  const { hostname, port } = new URL(door.origin);
  const headers = { ...inside, 'content-type': 'application/json', 'content-length': '100' };
  const status = await new Promise<number>((resolve, reject) => {
    const sent = request(
      { method: 'POST', path: '/op/x', hostname, port, headers, agent: false },
      (response) => resolve(response.statusCode ?? 0),
    );
    sent.on('error', reject);
    sent.write('{"input":');
  });
  assert.equal(status, 408);
});

test('calls without end are stopped for a while, and then taken again', async () => {
  const inside = await enter();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const { hostname, port } = new URL(door.origin);
  const headers = { ...inside, 'content-type': 'application/json' };
  const callOnce = () =>
    new Promise<number>((resolve, reject) => {
      const options = { method: 'POST', path: '/op/x', hostname, port, headers, agent };
      const sent = request(options, (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      });
      sent.on('error', reject);
      sent.end('{}');
    });
  later(60_000);
  let taken = 0;
  while (taken < 100 && (await callOnce()) === 200) taken += 1;
  assert.equal(taken, 40);
  assert.equal(await callOnce(), 429);
  later(10_000);
  assert.equal(await callOnce(), 200);
  agent.destroy();
});

test('a page that reads no more is let go, and nothing is kept for it', async () => {
  const headers = await enter();
  const { hostname, port } = new URL(door.origin);
  const sent = request({ path: '/push', hostname, port, headers, agent: false }, (response) => {
    response.pause();
    response.on('error', () => undefined);
  });
  sent.end();
  await once(sent, 'response');
  const news = { kind: 'push', push: { topics: ['x'.repeat(65_536)], ids: [], from: 1, seq: 1 } };
  assert.equal(listeners.size, 1);
  for (let told = 0; told < 2000 && listeners.size > 0; told += 1) {
    for (const listener of listeners) listener(news as never);
    await new Promise((resolve) => setImmediate(resolve));
  }
  assert.equal(listeners.size, 0);
});

import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, before, test } from 'node:test';
import { connectControl } from '#electron/control/client.ts';
import { controlFile, lines } from '#electron/control/protocol.ts';
import { type ControlServer, openControl } from '#electron/control/server.ts';

const data = mkdtempSync(join(tmpdir(), 'ppc-'));
let server: ControlServer;
const calls: unknown[] = [];

before(async () => {
  server = await openControl({
    station: {
      call: async (name, envelope, door) => {
        calls.push([name, envelope, door]);
        return { status: 'ok', value: name, seq: calls.length };
      },
      listen: () => () => undefined,
    },
    data,
    freshUrl: () => 'http://127.0.0.1:1/#t=x',
  });
});

after(async () => {
  await server.close();
  rmSync(data, { recursive: true, force: true });
});

function said(): { socket: string; token: string; pid: number } {
  return JSON.parse(readFileSync(controlFile(data), 'utf8')) as ReturnType<typeof said>;
}

/** Writes to the socket as a stranger does; answers all that came until it was closed or quiet. */
function stranger(text: string | Buffer): Promise<{ closed: boolean; text: string }> {
  return new Promise((resolve) => {
    const socket: Socket = connect(said().socket);
    let heard = '';
    const quiet = setTimeout(() => socket.end(), 2000);
    socket.on('data', (chunk: Buffer) => {
      heard += chunk.toString('utf8');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(quiet);
      resolve({ closed: true, text: heard });
    });
    socket.write(text);
  });
}

test('file and socket are readable by their owner alone; the token has 256 bits', () => {
  const { socket, token, pid } = said();
  assert.equal(statSync(controlFile(data)).mode & 0o777, 0o600);
  assert.equal(statSync(socket).mode & 0o777, 0o600);
  assert.equal(Buffer.from(token, 'base64url').length, 32);
  assert.equal(pid, process.pid);
});

test('calls reach the core as the terminal, in order, also many at once', async () => {
  const client = await connectControl(data);
  assert.ok(client);
  const names = Array.from({ length: 50 }, (_, index) => `a.b${index}`);
  const answers = await Promise.all(names.map((name) => client.call(name, { input: { name } })));
  assert.deepEqual(
    answers.map((answer) => (answer.status === 'ok' ? answer.value : answer)),
    names,
  );
  assert.deepEqual(calls.at(0), ['a.b0', { input: { name: 'a.b0' } }, 'control']);
  assert.equal(await client.freshUrl(), 'http://127.0.0.1:1/#t=x');
  client.close();
});

test('without the token the line is closed and nothing is called', async () => {
  const before = calls.length;
  const { token } = said();
  for (const wrong of ['', 'x', token.slice(1), `${token}x`, 42, null]) {
    const line = JSON.stringify({ id: 1, token: wrong, verb: 'call', name: 'a.b', envelope: {} });
    const { text } = await stranger(`${line}\n`);
    assert.equal(text, '', String(wrong));
  }
  assert.equal(calls.length, before);
});

test('lines that are no requests close the line; the station goes on', async () => {
  const { token } = said();
  const whole = { id: 1, token, verb: 'call', name: 'a.b', envelope: {} };
  for (const line of [
    '{',
    'null',
    '[]',
    '"text"',
    JSON.stringify({ ...whole, verb: 'stop' }),
    JSON.stringify({ ...whole, id: '1' }),
    JSON.stringify({ ...whole, name: 7 }),
  ]) {
    assert.equal((await stranger(`${line}\n`)).text, '', line);
  }
  const { text } = await stranger(`${JSON.stringify(whole)}\n{\n`);
  assert.deepEqual(JSON.parse(text), {
    id: 1,
    value: { status: 'ok', value: 'a.b', seq: calls.length },
  });
});

test('a line without end is cut at 4 MiB', async () => {
  const { text } = await stranger(Buffer.alloc(5 * 1024 * 1024, 0x20));
  assert.equal(text, '');
  const client = await connectControl(data);
  assert.ok(client, 'the station goes on');
  client.close();
});

test('lines come whole however they are cut, with either line end', async () => {
  const bytes = Buffer.from('甲\r\n{"a":1}\n\n末');
  for (let at = 0; at <= bytes.length; at += 1) {
    const found: string[] = [];
    const stream = Readable.from([bytes.subarray(0, at), bytes.subarray(at)]);
    for await (const line of lines(stream)) found.push(line);
    assert.deepEqual(found, ['甲', '{"a":1}', '', '末'], `cut at ${at}`);
  }
});

test('what a killed station left behind answers as no station', async () => {
  const left = mkdtempSync(join(tmpdir(), 'ppc-'));
  assert.equal(await connectControl(left), undefined);
  const gone = { socket: join(left, 'none.sock'), token: 'x', pid: 1 };
  writeFileSync(controlFile(left), JSON.stringify(gone));
  assert.equal(await connectControl(left), undefined);
  rmSync(left, { recursive: true, force: true });
});

test('closing takes socket and file away and ends waiting calls', async () => {
  const own = mkdtempSync(join(tmpdir(), 'ppc-'));
  const slow = await openControl({
    station: { call: () => new Promise(() => undefined), listen: () => () => undefined },
    data: own,
    freshUrl: undefined,
  });
  const client = await connectControl(own);
  assert.ok(client);
  const waiting = client.call('a.b', {});
  const ended = assert.rejects(waiting, /closed the control socket/);
  await slow.close();
  await ended;
  assert.equal(existsSync(controlFile(own)), false);
  rmSync(own, { recursive: true, force: true });
});

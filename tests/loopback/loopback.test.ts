import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { type LoopbackDoor, openLoopback } from '#electron/loopback/server.ts';
import type { News } from '#electron/ports/doorway.ts';

/** The door alone, over a real socket; behind it a core that answers what it was asked. */
const root = mkdtempSync(join(tmpdir(), 'ppl-'));
const built = join(root, 'renderer');
let door: LoopbackDoor;
let now = 0;
const listeners = new Set<(news: News) => void>();

before(() => {
  mkdirSync(join(built, 'assets'), { recursive: true });
  writeFileSync(join(root, 'secret.txt'), 'outside');
  writeFileSync(join(`${built}`, 'index.html'), '<meta nonce="__CSP_NONCE__">');
  writeFileSync(join(built, 'assets', 'app.js'), 'export {};');
  mkdirSync(`${built}-beside`);
  writeFileSync(join(`${built}-beside`, 'secret.txt'), 'outside');
});

beforeEach(async () => {
  await door?.close();
  door = await openLoopback({
    station: {
      call: async (name, envelope, from) => ({
        status: 'ok',
        value: { name, envelope, from },
        seq: 1,
      }),
      listen: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    root: built,
    port: 0,
    now: () => now,
    bodyMs: 300,
    callLimit: 40,
  });
});

after(async () => {
  await door.close();
  rmSync(root, { recursive: true, force: true });
});

interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A request written as given: the path is not tidied and any header may be set. */
function ask(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string | Buffer,
): Promise<Got> {
  const { hostname, port } = new URL(door.origin);
  return new Promise((resolve, reject) => {
    const typed = body === undefined ? {} : { 'content-type': 'application/json' };
    const whole = { ...typed, ...headers };
    const sent = request(
      { method, path, hostname, port, headers: whole, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

const ours = () => ({ origin: door.origin });
const freshToken = () => door.freshUrl().split('#t=')[1] ?? '';
const session = (token: string) => ask('POST', '/session', ours(), JSON.stringify({ token }));

/** Goes in with a token and answers the headers of a page that is in. */
async function enter(): Promise<Record<string, string>> {
  const got = await session(freshToken());
  assert.equal(got.status, 200, got.body);
  return { ...ours(), cookie: got.headers['set-cookie']?.[0]?.split(';')[0] ?? '' };
}

const code = (got: Got): unknown => (JSON.parse(got.body) as { code?: string }).code;

test('it listens on this machine alone', () => {
  assert.match(door.origin, /^http:\/\/127\.0\.0\.1:\d+$/);
});

test('another Host is refused whatever is asked: a name may be made to point here', async () => {
  const inside = await enter();
  const port = new URL(door.origin).port;
  for (const host of [
    'evil.example',
    `localhost:${port}`,
    `127.0.0.1:${Number(port) + 1}`,
    `127.0.0.1:${port}.evil.example`,
    '127.0.0.1',
  ]) {
    for (const [method, path] of [
      ['GET', '/'],
      ['GET', '/push'],
      ['POST', '/op/x'],
      ['POST', '/session'],
    ] as const) {
      const got = await ask(
        method,
        path,
        { ...inside, host },
        method === 'POST' ? '{}' : undefined,
      );
      assert.equal(got.status, 403, `${method} ${path} for ${host}`);
      assert.equal(code(got), 'loopback.wrongHost');
    }
  }
});

test('every request but GET carries exactly our Origin', async () => {
  const { cookie } = await enter();
  for (const origin of [
    undefined,
    'null',
    'http://evil.example',
    `${door.origin}/`,
    door.origin.replace('127.0.0.1', 'localhost'),
  ]) {
    const headers = { cookie: cookie ?? '', ...(origin === undefined ? {} : { origin }) };
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH']) {
      const got = await ask(method, '/op/x', headers);
      assert.equal(got.status, 403, `${method} from ${origin}`);
    }
  }
});

test('on GET a foreign Origin or another site is refused; the document may be typed in', async () => {
  const inside = await enter();
  const { cookie } = inside;
  const get = async (path: string, headers: Record<string, string>) =>
    (await ask('GET', path, { cookie: cookie ?? '', ...headers })).status;
  assert.equal(await get('/', { origin: 'http://evil.example' }), 403);
  for (const site of ['cross-site', 'same-site', 'none']) {
    assert.equal(await get('/assets/app.js', { 'sec-fetch-site': site }), 403, site);
    assert.equal(await get('/push', { 'sec-fetch-site': site }), 403, site);
  }
  assert.equal(await get('/', { 'sec-fetch-site': 'none' }), 200);
  assert.equal(await get('/', { 'sec-fetch-site': 'cross-site' }), 403);
  assert.equal(await get('/assets/app.js', { 'sec-fetch-site': 'same-origin' }), 200);
});

test('a token works once, and the cookie is for this door, this site and no script', async () => {
  const token = freshToken();
  assert.equal(Buffer.from(token, 'base64url').length, 32);
  const got = await session(token);
  assert.equal(got.status, 200);
  assert.match(
    got.headers['set-cookie']?.[0] ?? '',
    /^pp_[0-9a-f]{12}=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
  );
  const again = await session(token);
  assert.equal(again.status, 401);
  assert.equal(code(again), 'loopback.badToken');
  assert.equal(again.headers['set-cookie'], undefined);
});

test('without the cookie, or with another door’s, nothing but the screens is given', async () => {
  const { cookie } = await enter();
  const [name, value] = (cookie ?? '').split('=');
  const wrong = [undefined, `${name}=`, `${name}=x${value}`, `pp_000000000000=${value}`, `${name}`];
  for (const given of wrong) {
    const headers = { ...ours(), ...(given === undefined ? {} : { cookie: given }) };
    const got = await ask('POST', '/op/operators.signIn', headers, '{}');
    assert.equal(got.status, 401, String(given));
    assert.equal(code(got), 'loopback.notAdmitted');
    assert.equal((await ask('GET', '/push', headers)).status, 401, `push with ${given}`);
  }
});

test('ten bad tokens close the door for a minute, even for a good one', async () => {
  now = 1_000_000;
  const good = freshToken();
  for (let tries = 0; tries < 10; tries += 1) assert.equal((await session('wrong')).status, 401);
  const shut = await session(good);
  assert.equal(shut.status, 429);
  assert.equal(code(shut), 'loopback.tooManyTokens');
  now += 60_000;
  assert.equal((await session(good)).status, 200);
});

test('a call reaches the core with its name, envelope and door', async () => {
  const inside = await enter();
  const got = await ask('POST', '/op/operators.signIn', inside, '{"input":{"名":"张三"}}');
  assert.equal(got.status, 200);
  assert.deepEqual(JSON.parse(got.body), {
    status: 'ok',
    value: { name: 'operators.signIn', envelope: { input: { 名: '张三' } }, from: 'loopback' },
    seq: 1,
  });
});

test('what is not JSON, or too large, is refused without reaching the core', async () => {
  const inside = await enter();
  const bad = await ask('POST', '/op/x', inside, '{');
  assert.deepEqual([bad.status, code(bad)], [400, 'loopback.notJson']);
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
  const once = () =>
    new Promise<number>((resolve, reject) => {
      const options = { method: 'POST', path: '/op/x', hostname, port, headers, agent };
      const sent = request(options, (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      });
      sent.on('error', reject);
      sent.end('{}');
    });
  now += 60_000;
  let taken = 0;
  while (taken < 100 && (await once()) === 200) taken += 1;
  assert.equal(taken, 40);
  assert.equal(await once(), 429);
  now += 10_000;
  assert.equal(await once(), 200);
  agent.destroy();
});

test('nothing outside the built screens is given, however the path is written', async () => {
  for (const path of [
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/../../secret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/../renderer-beside/secret.txt',
    '/index.html%00.js',
    '/%c0%ae%c0%ae/secret.txt',
    '/%',
    '//etc/passwd',
    '/assets',
    '/assets/',
    '/none.js',
  ]) {
    const got = await ask('GET', path);
    assert.equal(got.status, 404, path);
    assert.doesNotMatch(got.body, /outside|root:/);
  }
  assert.equal((await ask('GET', '/index.html?x=/../..')).status, 200);
});

test('other paths and methods are unknown to somebody who is in', async () => {
  const inside = await enter();
  for (const [method, path] of [
    ['POST', '/'],
    ['PUT', '/op/x'],
    ['DELETE', '/push'],
    ['POST', '/push'],
  ] as const) {
    assert.equal((await ask(method, path, inside)).status, 404, `${method} ${path}`);
  }
});

test('every answer is uncached, unsniffed, for us alone, and no other origin is let in', async () => {
  const inside = await enter();
  const answers = [
    await ask('GET', '/'),
    await ask('GET', '/assets/app.js'),
    await ask('GET', '/none'),
    await ask('POST', '/op/x', inside, '{}'),
    await ask('POST', '/op/x'),
    await ask('OPTIONS', '/op/x', {
      origin: 'http://evil.example',
      'access-control-request-method': 'POST',
    }),
  ];
  for (const { headers } of answers) {
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.equal(headers['cross-origin-resource-policy'], 'same-origin');
    const cors = Object.keys(headers).filter((name) => name.startsWith('access-control'));
    assert.deepEqual(cors, []);
  }
});

test('the document has a policy with a nonce of its own, which stands in the page', async () => {
  const [first, second] = [await ask('GET', '/'), await ask('GET', '/')];
  const nonce = /'nonce-([^']+)'/.exec(String(first.headers['content-security-policy']))?.[1];
  assert.ok(nonce);
  assert.match(first.body, new RegExp(`nonce="${nonce.replaceAll(/[+]/g, '\\+')}"`));
  assert.notEqual(first.body, second.body);
});

test('news come as events to somebody who is in, and stop with the connection', async () => {
  const inside = await enter();
  const { hostname, port } = new URL(door.origin);
  const heard = await new Promise<string>((resolve, reject) => {
    const sent = request(
      { path: '/push', hostname, port, headers: inside, agent: false },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => {
          text += chunk.toString('utf8');
          if (text === ': open\n\n') {
            const push = { topics: ['donors'], ids: ['d1'], from: 7, seq: 8 };
            for (const listener of listeners) listener({ kind: 'push', push });
          }
          if (!text.includes('event:')) return;
          response.destroy();
          resolve(text);
        });
      },
    );
    sent.on('error', reject);
    sent.end();
  });
  assert.equal(
    heard,
    ': open\n\nevent: push\ndata: {"kind":"push","push":{"topics":["donors"],"ids":["d1"],"from":7,"seq":8}}\n\n',
  );
  while (listeners.size > 0) await new Promise((resolve) => setTimeout(resolve, 10));
});

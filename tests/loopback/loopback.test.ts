import assert from 'node:assert/strict';
import { request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { ask, code, door, enter, freshToken, listeners, ours, session } from './bare-door.ts';

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

test('a second Host behind ours is refused: of two, nobody knows which one others obey', async () => {
  const { hostname, port, host } = new URL(door.origin);
  const socket = connect(Number(port), hostname);
  const lines = ['GET / HTTP/1.1', `Host: ${host}`, 'Host: evil.example', 'Connection: close'];
  socket.end(`${lines.join('\r\n')}\r\n\r\n`);
  assert.match(await text(socket), /^HTTP\/1\.1 403 [\s\S]*loopback\.wrongHost/);
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

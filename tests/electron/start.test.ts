import '#tests/support/electron/install.ts';
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { runCli } from '#electron/cli.ts';
import { recoveryText } from '#electron/ports/recovery-key.ts';
import type * as Desktop from '#electron/shell/desktop.ts';
import type * as FailStop from '#electron/shell/fail-stop.ts';
import { lockFolder } from '#electron/station/lock.ts';
import { app, resetDouble, safeStorage, sessionOf, state } from '#tests/support/electron/double.ts';
import { allWindows } from '#tests/support/electron/window.ts';

/** Starts of the desktop without a browser: what it decides before any screen. */
let desktop: typeof Desktop;
let failStop: typeof FailStop;
let home: string;
let data: string;
const keys = { configHome: process.env['XDG_CONFIG_HOME'], home: process.env['HOME'] };

before(async () => {
  // Loaded after the double is in place.
  desktop = await import('#electron/shell/desktop.ts');
  failStop = await import('#electron/shell/fail-stop.ts');
});

beforeEach(() => {
  resetDouble();
  home = mkdtempSync(join(tmpdir(), 'pps-'));
  data = join(home, 'data');
  process.env['HOME'] = home;
  process.env['XDG_CONFIG_HOME'] = join(home, 'config');
});

afterEach(async () => {
  await quit();
  rmSync(home, { recursive: true, force: true });
});

after(() => {
  process.env['HOME'] = keys.home;
  process.env['XDG_CONFIG_HOME'] = keys.configHome ?? '';
  resetDouble();
});

const start = (...options: string[]) =>
  desktop.startDesktop(['electron', '.', '--data', data, ...options]);

/** Ends a running station; nothing where none runs. */
async function quit(): Promise<void> {
  if (app.listenerCount('before-quit') === 0) return;
  app.quit();
  await until(() => state.quits > 0);
}

async function until(look: () => boolean): Promise<void> {
  for (let tries = 0; tries < 1000 && !look(); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.ok(look());
}

function folderFile(): { folderId: string; keyStore: string } {
  return JSON.parse(readFileSync(join(data, 'folder.json'), 'utf8')) as {
    folderId: string;
    keyStore: string;
  };
}

function sealedFile(): string {
  return join(home, 'config', 'PlasmaPoint', 'keys', `${folderFile().folderId}.sealed.json`);
}

/** Answers the passphrase form as the page would send it. */
async function submit(fields: Record<string, string>): Promise<Response> {
  await until(() => state.ready && sessionOf('passphrase').handler !== undefined);
  const { handler } = sessionOf('passphrase');
  assert.ok(handler);
  const body = new URLSearchParams(fields);
  return handler(new Request('app://station/passphrase', { method: 'POST', body }));
}

test('the key is sealed by the system: 0600, not in clear, opened again at the next start', async () => {
  await start();
  assert.deepEqual(state.dialogs, []);
  assert.equal(folderFile().keyStore, 'os');
  assert.equal(statSync(sealedFile()).mode & 0o777, 0o600);
  const sealed = JSON.parse(readFileSync(sealedFile(), 'utf8')) as { backend: string };
  assert.equal(sealed.backend, 'gnome_libsecret');
  assert.doesNotMatch(readFileSync(sealedFile(), 'utf8'), /[0-9a-f]{64}/);
  await quit();
  resetDouble();
  await start();
  assert.deepEqual(state.dialogs, []);
});

test('a key that the system sealed anew, or under another store, is written again', async () => {
  await start();
  await quit();
  resetDouble();
  state.safe.backend = 'kwallet6';
  await start();
  const sealed = JSON.parse(readFileSync(sealedFile(), 'utf8')) as { backend: string };
  assert.equal(sealed.backend, 'kwallet6');
});

test('a store that cannot open the key leads to the rescue screen, and nothing is changed', async () => {
  await start();
  await quit();
  const database = statSync(join(data, 'plasmapoint.db')).mtimeMs;
  resetDouble();
  state.safe.available = false;
  await start();
  assert.deepEqual([state.exits, state.dialogs], [[], []]);
  const window = allWindows().at(-1);
  assert.deepEqual(window?.addresses, ['app://station/rescue.html']);
  assert.equal(statSync(join(data, 'plasmapoint.db')).mtimeMs, database);
  assert.equal(folderFile().keyStore, 'os');
});

const WITHOUT_STORE = [
  ['a hard-coded password', { available: true, backend: 'basic_text', rotated: false }],
  ['an unknown store', { available: true, backend: 'unknown', rotated: false }],
  ['no store', { available: false, backend: 'kwallet6', rotated: false }],
] as const;
// Elsewhere there is but one store of the system's, whose name says nothing.
for (const [name, safe] of process.platform === 'linux' ? WITHOUT_STORE : WITHOUT_STORE.slice(2)) {
  test(`${name} is no protection: a passphrase is asked for, twice and long enough`, async () => {
    Object.assign(state.safe, safe);
    const started = start();
    const short = await submit({ passphrase: 'too short', again: 'too short' });
    assert.match(await short.text(), /至少要 15 个字符/);
    const differing = await submit({
      passphrase: 'a good long passphrase',
      again: 'another one here',
    });
    assert.match(await differing.text(), /两次输入不一样/);
    assert.equal(existsSync(join(data, 'folder.json')), false);
    const taken = await submit({
      passphrase: 'a good long passphrase',
      again: 'a good long passphrase',
    });
    assert.equal(taken.status, 204);
    await started;
    assert.deepEqual(state.dialogs, []);
    assert.equal(folderFile().keyStore, 'passphrase');
    const [asking, shown] = allWindows().slice(-2);
    assert.equal(asking?.isDestroyed(), true);
    assert.equal(shown?.options.webPreferences['partition'], 'station');
    const kept = join(home, 'config', 'PlasmaPoint', 'keys');
    assert.deepEqual(existsSync(kept) ? readdirSync(kept) : [], [], 'no key lies in clear');
  });
}

test('the passphrase page has a policy without any script', async () => {
  state.safe.available = false;
  const started = start();
  const page = await submit({ passphrase: '' });
  assert.match(
    page.headers.get('content-security-policy') ?? '',
    /^default-src 'none'; style-src 'nonce-/,
  );
  assert.doesNotMatch(await page.text(), /<script|onclick|javascript:/);
  allWindows().at(-1)?.close();
  await started;
});

test('without a passphrase nothing is opened', async () => {
  state.safe.available = false;
  const started = start();
  await submit({ passphrase: '' });
  allWindows().at(-1)?.close();
  await started;
  assert.deepEqual(state.exits, [1]);
  assert.match(state.dialogs[0]?.text ?? '', /没有可靠的密钥库[\s\S]*no dependable key store/);
  assert.equal(existsSync(join(data, 'plasmapoint.db')), false);
});

test('a folder in use is refused with what to do', async () => {
  await start();
  await quit();
  const lock = lockFolder(join(data, 'lock.db'));
  assert.ok(lock);
  resetDouble();
  await start();
  lock.release();
  assert.deepEqual(state.exits, [1]);
  assert.match(state.dialogs[0]?.text ?? '', /正在被另一个采浆点工作站使用/);
});

test('a second start leaves at once and touches nothing', async () => {
  state.lockIsFree = false;
  await start();
  assert.deepEqual(state.exits, [0]);
  assert.equal(existsSync(data), false);
});

test('a wrong option is said, not guessed', async () => {
  await start('--colour', 'red');
  assert.deepEqual(state.exits, [1]);
  assert.match(state.dialogs[0]?.text ?? '', /--colour/);
  assert.equal(existsSync(data), false);
});

test('--cli runs a verb of the terminal door without a window', async () => {
  const windows = allWindows().length;
  await desktop.startDesktop(['electron', '.', '--cli', 'doctor', '--data', data]);
  assert.deepEqual(state.exits, [2]);
  state.isPackaged = true;
  await desktop.startDesktop(['PlasmaPoint', '--cli', 'no-such-verb']);
  assert.deepEqual(state.exits, [2, 1]);
  assert.equal(allWindows().length, windows);
});

test('--cli opens a folder that the system sealed; a plain terminal needs the recovery key', async () => {
  await start();
  await quit();
  const sealed = JSON.parse(readFileSync(sealedFile(), 'utf8')) as { sealed: string };
  resetDouble();
  const verify = ['verify', '--data', data];
  const windows = allWindows().length;
  await desktop.startDesktop(['electron', '.', '--cli', ...verify]);
  assert.deepEqual([state.exits, allWindows().length], [[0], windows]);
  assert.equal(await runCli(verify), 1);
  const { result } = await safeStorage.decryptStringAsync(Buffer.from(sealed.sealed, 'base64'));
  const master = Buffer.from(result, 'hex');
  try {
    process.env['STATION_RECOVERY_KEY'] = recoveryText(master);
    assert.equal(await runCli(verify), 0);
    process.env['STATION_RECOVERY_KEY'] = recoveryText(Buffer.alloc(32, 7));
    assert.equal(await runCli(verify), 1);
  } finally {
    delete process.env['STATION_RECOVERY_KEY'];
  }
  state.safe.available = false;
  await desktop.startDesktop(['electron', '.', '--cli', ...verify]);
  assert.deepEqual(state.exits, [0, 1]);
});

test('an unknown fault stops the program, once, and tells no data', async (t) => {
  const written: string[] = [];
  t.mock.method(process.stderr, 'write', (text: string) => written.push(text) > 0);
  failStop.failStop();
  state.ready = true;
  state.boxAnswer = 0;
  const fault = new TypeError('张三 120000199001011234');
  process.emit('uncaughtException', fault);
  process.emit('unhandledRejection', fault, Promise.resolve());
  assert.deepEqual(state.exits, [1]);
  assert.equal(state.relaunches, 1);
  assert.match(state.dialogs[0]?.text ?? '', /已停止[\s\S]*stopped/);
  assert.match(written.join(''), /^TypeError\n\s+at /);
  assert.doesNotMatch(written.join(''), /张三|120000/);
});

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openControl } from '#electron/control/server.ts';
import { openDatabase } from '#electron/db/open.ts';
import { systemClock } from '#electron/ports/clock.ts';
import { dataFolder } from '#electron/ports/files.ts';
import { deriveKeys, fileKeyStore } from '#electron/ports/key-store.ts';
import { operations } from '#shared/contract/index.ts';
import { FOLDERS } from '#tests/support/folders.ts';
import { runNode } from '#tests/support/start/processes.ts';
import { founded, makeStation } from '#tests/support/station.ts';

/** The terminal door as a program of its own, over a real encrypted folder. */
const home = mkdtempSync(join(FOLDERS, 'ppt-'));
const data = join(home, 'data');
const config = join(home, 'config', 'PlasmaPoint');
const PIN = '602481';

before(async () => {
  const made = await founded({ ports: { folder: data, configFolder: config, clock: systemClock } });
  made.close();
});

after(() => rmSync(home, { recursive: true, force: true }));

interface Options {
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
}

async function station(args: readonly string[], options: Options = {}) {
  const env = { HOME: home, XDG_CONFIG_HOME: join(home, 'config'), ...options.env };
  const ended = await runNode(['electron/cli.ts', ...args], { ...options, env });
  const lines = ended.stdout.split('\n').filter((line) => line !== '');
  return { ...ended, lines };
}

const json = (text: string | undefined): Record<string, unknown> =>
  JSON.parse(text ?? 'null') as Record<string, unknown>;

test('contract: every operation with kind, permission and schemas, exit 0', async () => {
  const { code, stdout } = await station(['contract']);
  assert.equal(code, 0);
  const { operations: told } = JSON.parse(stdout) as {
    operations: { name: string; kind: string; permission: string; input: object; output: object }[];
  };
  assert.deepEqual(
    told.map(({ name }) => name),
    Object.keys(operations),
  );
  for (const { name, kind, permission, input, output } of told) {
    assert.match(kind, /^(command|query)$/, name);
    assert.equal(permission, name);
    assert.ok(typeof input === 'object' && typeof output === 'object', name);
  }
});

test('decode: arguments or lines, one JSON object each and in order, exit 0 whatever they are', async () => {
  const args = await station(['decode', '=A99992600011800', 'nonsense']);
  assert.equal(args.code, 0);
  assert.deepEqual(
    args.lines.map((line) => json(line)['input']),
    ['=A99992600011800', 'nonsense'],
  );
  assert.notEqual(json(args.lines[1])['problem'], null);
  const input = '=A99992600011800\n\n"\\u0002x"\n';
  const read = await station(['decode'], { input });
  assert.equal(read.code, 0);
  assert.equal(read.lines.length, 3);
  assert.equal(read.lines[0], args.lines[0]);
  assert.equal((await station(['decode', '--as', 'tea-leaves', 'x'])).code, 1);
});

test('what is no verb or option is said on standard error with exit 1, never guessed', async () => {
  for (const args of [
    [],
    ['no-such'],
    ['verify', '--dat', data],
    ['verify', '--data'],
    ['decode', '--as='],
  ]) {
    const { code, stdout, stderr } = await station(args);
    assert.equal(code, 1, args.join(' '));
    assert.equal(stdout, '');
    assert.notEqual(stderr, '');
  }
});

test('call: 0 done, 2 refused, 1 not understood; the PIN comes from the environment', async () => {
  const call = (name: string, input: string | Buffer, more: readonly string[] = [], pin = PIN) =>
    station(['call', name, '--data', data, ...more], { input, env: { STATION_PIN: pin } });
  const enrol = JSON.stringify({ name: '测试某', badge: 'B-CLI', roles: ['nurse'], pin: '908172' });
  const id = randomUUID();
  const as = ['--as', 'B-ADMIN', '--command-id', id];
  const done = await call('operators.enrolStaff', enrol, as);
  assert.equal(done.code, 0, done.stdout + done.stderr);
  assert.equal(json(done.lines[0])['status'], 'ok');
  const again = await call('operators.enrolStaff', enrol, as);
  assert.deepEqual(json(again.lines[0]), { ...json(done.lines[0]), replayed: true });
  const wrong = await call('operators.enrolStaff', enrol, ['--as', 'B-ADMIN'], '111112');
  assert.equal(wrong.code, 2);
  assert.equal(json(wrong.lines[0])['status'], 'refused');
  const nobody = await call('operators.enrolStaff', enrol);
  assert.equal(nobody.code, 2);
  for (const [input, code] of [
    ['{', 'cli.notJson'],
    // A name in GB 18030, as a Windows terminal may send it.
    [Buffer.from('{"name":"\xd5\xc5"}', 'latin1'), 'cli.notJson'],
    [`{"name":"${'x'.repeat(2 * 1024 * 1024)}"}`, 'cli.tooLarge'],
    [`${'['.repeat(50_000)}${']'.repeat(50_000)}`, 'cli.tooDeep'],
  ] as const) {
    const broken = await call('operators.enrolStaff', input);
    assert.deepEqual([broken.code, json(broken.lines[0])['reasons']], [2, [{ code }]]);
    const [said] = json(broken.lines[0])['sentences'] as { zh: string; en: string }[];
    assert.match(said?.zh ?? '', /。$/);
    assert.match(said?.en ?? '', /\.$/);
  }
  assert.equal((await call('no.such', '{}')).code, 2);
});

test('call --batch: one answer a line in order, and the worst of them as exit code', async () => {
  const signIn = (pin: string) =>
    JSON.stringify({ operation: 'operators.signIn', input: { who: { badge: 'B-ADMIN2' }, pin } });
  const good = signIn('602482');
  const batch = (lines: readonly string[]) =>
    station(['call', '--batch', '--data', data], { input: `${lines.join('\n')}\n` });
  const fine = await batch([good, '', good]);
  assert.equal(fine.code, 0, fine.stdout);
  assert.equal(fine.lines.length, 2);
  const mixed = await batch([good, signIn('111112'), good]);
  assert.equal(mixed.code, 2);
  assert.deepEqual(
    mixed.lines.map((line) => json(line)['status']),
    ['ok', 'refused', 'ok'],
  );
  const broken = await batch(['{', '7', '{"operation":7}', '{"operation":"__proto__"}', good]);
  assert.equal(broken.code, 2);
  assert.deepEqual(
    broken.lines.map((line) => json(line)['status']),
    ['refused', 'refused', 'refused', 'refused', 'ok'],
  );
});

test('verify, replay, judge and doctor find a sound folder sound', async () => {
  for (const args of [['verify'], ['replay', '--check'], ['judge'], ['doctor']]) {
    const { code, lines, stdout, stderr } = await station([...args, '--data', data]);
    assert.equal(code, 0, `${args[0]}: ${stdout}${stderr}`);
    assert.equal(lines.length, 1);
    assert.equal(json(lines[0])['ok'], true);
  }
  const doctor = json((await station(['doctor', '--data', data])).lines[0]);
  assert.equal(doctor['running'], false);
  assert.equal(doctor['chain'], 'whole');
  const told = JSON.stringify(doctor);
  assert.doesNotMatch(told, /测试|B-ADMIN/, 'no personal data');
});

test('verify and doctor end with 2 and name the place when an entry was changed', async () => {
  const bad = join(home, 'bad');
  cpSync(data, bad, { recursive: true });
  await tamper(bad);
  const verified = await station(['verify', '--data', bad]);
  assert.equal(verified.code, 2, verified.stdout + verified.stderr);
  const report = json(verified.lines[0]);
  assert.equal(report['ok'], false);
  assert.match(JSON.stringify(report['fault']), /"seq":3/);
  assert.equal((await station(['doctor', '--data', bad])).code, 2);
});

/** Changes the third entry as somebody with the key and a database tool could. */
async function tamper(folder: string): Promise<void> {
  const place = dataFolder(folder);
  const { folderId } = JSON.parse(readFileSync(place.folderFile, 'utf8')) as { folderId: string };
  const master = await fileKeyStore(config).load(folderId);
  assert.ok(master);
  const keys = deriveKeys(master);
  const opened = openDatabase({
    file: place.database,
    key: keys.database,
    keyCheckFile: place.keyCheck,
    keyCheckKey: keys.keyCheck,
  });
  assert.ok(opened.ok);
  const db = opened.value;
  const triggers = db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'journal'")
    .all() as { name: string }[];
  for (const { name } of triggers) db.exec(`DROP TRIGGER "${name}"`);
  const changed = db
    .prepare("UPDATE journal SET at = '2020-03-10T01:00:00.007Z' WHERE seq = 3")
    .run();
  assert.equal(changed.changes, 1);
  db.close();
}

test('a folder that is not there, or whose key is gone, is exit 1 or 2 with a code', async () => {
  const none = await station(['verify', '--data', join(home, 'none')]);
  assert.deepEqual([none.code, none.stderr.split(':')[0]], [1, 'cli.noFolder']);
  const elsewhere = { env: { XDG_CONFIG_HOME: join(home, 'other') } };
  const keyless = await station(['verify', '--data', data], elsewhere);
  assert.deepEqual([keyless.code, keyless.stderr.split(':')[0]], [1, 'station.keyMissing']);
  const doctor = await station(['doctor', '--data', data], elsewhere);
  assert.equal(doctor.code, 2);
  assert.equal(json(doctor.lines[0])['problem'], 'station.keyMissing');
  assert.equal(existsSync(join(home, 'none')), false);
});

test('spoilt pages are a finding with exit 2, told in one JSON line, never a stack', async () => {
  const spoilt = join(home, 'spoilt');
  cpSync(data, spoilt, { recursive: true });
  const file = dataFolder(spoilt).database;
  const bytes = readFileSync(file);
  bytes.fill(0x5a, 4096, bytes.length - 4096);
  writeFileSync(file, bytes);
  for (const args of [['doctor'], ['verify'], ['backup']]) {
    const { code, lines, stderr } = await station([...args, '--data', spoilt]);
    assert.deepEqual([code, stderr], [2, ''], args[0]);
    assert.deepEqual(
      [json(lines[0])['ok'], json(lines[0])['problem'], lines.length],
      [false, 'db.damaged', 1],
      args[0],
    );
  }
});

test('help names every verb; a refusal is a code with a sentence in both languages', async () => {
  for (const args of [['help'], ['--help'], ['decode', '--help']]) {
    const { code, stdout } = await station(args);
    assert.equal(code, 0);
    assert.match(stdout, /^station /);
  }
  const { stderr } = await station(['backup']);
  assert.match(stderr, /^cli\.dataNeeded: [A-Z].*\. .*[\u4e00-\u9fa5].*。\n$/);
});

test('backup and restore: a copy under the same key becomes a station with the same records', async () => {
  const made = await station(['backup', '--data', data]);
  assert.equal(made.code, 0, made.stderr);
  const file = join(data, 'backups', readdirSync(join(data, 'backups')).at(-1) ?? '');
  assert.doesNotMatch(readFileSync(file).toString('latin1'), /SQLite format 3|B-ADMIN/);
  const restored = join(home, 'restored');
  const noKey = await station(['restore', file, '--data', restored]);
  assert.equal(noKey.code, 1);
  assert.match(noKey.stderr, /cli\.recoveryKeyNeeded/);
  assert.equal(existsSync(join(restored, 'plasmapoint.db')), false);
  const nowhere = ['--key-of', join(home, 'none')];
  const noFolder = await station(['restore', file, '--data', restored, ...nowhere]);
  assert.match(noFolder.stderr, /^cli\.noFolder: /);
  const wrong = { env: { STATION_RECOVERY_KEY: '0'.repeat(64) } };
  assert.equal((await station(['restore', file, '--data', restored], wrong)).code, 1);
  const done = await station(['restore', file, '--data', restored, '--key-of', data]);
  assert.equal(done.code, 0, done.stderr);
  for (const args of [['verify'], ['replay', '--check'], ['doctor']]) {
    const again = await station([...args, '--data', restored]);
    assert.equal(again.code, 0, `${args[0]}: ${again.stdout}${again.stderr}`);
  }
  const onto = await station(['restore', file, '--data', restored, '--key-of', data]);
  assert.equal(onto.code, 1, 'never over a station that is there');
});

test('beside a running station: call goes through its socket, the rest only reads', async () => {
  const test = await makeStation({ folder: data, configFolder: config });
  test.clock.set(systemClock.now());
  const { station: core } = test;
  const control = await openControl({
    station: {
      call: (name, envelope) => core.call(name, envelope, { door: 'terminal' }),
      listen: () => () => undefined,
    },
    data,
    freshUrl: undefined,
  });
  const before = core.core.store.journal.head(core.core.station).seq;
  const options = { input: '{"who":{"badge":"B-ADMIN2"},"pin":"602482"}' };
  const called = await station(['call', 'operators.signIn', '--data', data], options);
  assert.equal(called.code, 0, called.stdout + called.stderr);
  assert.ok(core.core.store.journal.head(core.core.station).seq >= before);
  const doctor = await station(['doctor', '--data', data]);
  assert.equal(json(doctor.lines[0])['running'], true);
  for (const verb of ['verify', 'judge', 'backup']) {
    const beside = await station([verb, '--data', data]);
    assert.equal(beside.code, 0, `${verb}: ${beside.stderr}`);
  }
  await control.close();
  test.close();
  const late = await station(['doctor', '--data', data]);
  assert.equal(json(late.lines[0])['running'], false);
});

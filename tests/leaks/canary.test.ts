import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { after, before, test } from 'node:test';
import { connectControl } from '#electron/control/client.ts';
import type { Answer } from '#shared/contract/envelope.ts';
import { demoPerson } from '#shared/features/operators/demo-staff.ts';
import { type Ended, type RunningStart, startStation } from '#tests/support/start/processes.ts';

/**
 * INV-40: words that stand for a person are entered wherever a person types, also where they do not
 * belong and where they are refused; afterwards they are looked for in everything that the station
 * left outside its encrypted store. Home, configuration and temporary files are in one folder here.
 */
const CANARY = {
  name: '冷月鸣',
  renamed: '冷月·鸣泉',
  document: 'X73519264',
  phone: '13900973519',
  reason: '金丝雀停在第七根桅杆上',
  search: '莫须有的姓氏',
  photo: 'KanarienvogelImGoldenenKaefig735',
  stray: 'KANARIENVOGEL7351',
} as const;

const home = mkdtempSync(join(tmpdir(), 'pp-leaks-'));
const data = join(home, 'data');
const env = {
  HOME: home,
  TMPDIR: home,
  XDG_CONFIG_HOME: join(home, 'config'),
  XDG_DATA_HOME: join(home, 'share'),
};
let running: RunningStart;
let ended: Ended;
let commandLines = '';

before(async () => {
  running = await startStation(data, env, ['--demo', '--seed', '3']);
  await work();
  commandLines = commandLinesOf(home);
  // A core file, where the machine writes any, would be looked at like every other.
  ended = await running.stop('SIGABRT');
});

after(() => {
  spawnSync('pkill', ['-f', home]);
  rmSync(home, { recursive: true, force: true });
});

const person = {
  document: {
    kind: 'passport',
    number: CANARY.document,
    numberAgain: CANARY.document,
    birthDate: '1990-05-06',
    sex: 'female',
  },
  phone: CANARY.phone,
};

/** A day's typing: what is accepted, what is refused, and what no operation knows. */
async function work(): Promise<void> {
  const control = await connectControl(data);
  assert.ok(control);
  const ask = async (name: string, input: unknown, as = 'nurse') => {
    const proof = { actor: { kind: 'badge', ...badgeOf(as) }, pin: badgeOf(as).pin };
    return control.call(name, { commandId: randomUUID(), input, proof });
  };
  const registered = await ask('donors.register', { ...person, name: CANARY.name });
  assert.equal(registered.status, 'ok', JSON.stringify(registered));
  const { donorId } = (registered as { value: { donorId: string } }).value;
  const amended = { ...person, donorId, name: CANARY.renamed, why: CANARY.reason };
  assert.equal((await ask('donors.amend', amended)).status, 'ok');
  const deferral = {
    donorId,
    kind: 'temporary',
    code: 'other',
    until: '2035-01-01',
    why: CANARY.reason,
  };
  assert.equal((await ask('donors.defer', deferral, 'physician')).status, 'ok');
  const image = `/9j/${CANARY.photo}`;
  const kept = await ask('donors.keepPhoto', { donorId, source: 'file', image });
  assert.equal(kept.status, 'ok', JSON.stringify(kept));
  assert.equal((await ask('donors.showPhoto', { donorId })).status, 'ok');
  await ask('donors.keepPhoto', { donorId, source: 'file', image: `${CANARY.photo}` });
  await ask('donors.search', { text: CANARY.search });
  await ask('donors.search', { text: CANARY.name });
  await ask('donors.amend', { ...amended, name: `${CANARY.stray}\u0000` });
  await ask('donors.amend', { ...amended, donorId: CANARY.stray });
  await ask(`donors.${CANARY.stray}`, { [CANARY.stray]: CANARY.stray });
  await ask('visits.checkIn', { donorId: CANARY.stray, programme: CANARY.stray });
  await printed(donorId, ask);
  await ask('emergency.open', { why: CANARY.reason });
  const incident = { code: 'other', subjects: [], note: CANARY.reason };
  assert.equal((await ask('quality.openIncident', incident)).status, 'ok');
  assert.equal((await ask('equipment.backUp', {}, 'adminA')).status, 'ok');
  const bundle = await ask('equipment.makeSupportBundle', {}, 'adminA');
  assert.equal(bundle.status, 'ok', JSON.stringify(bundle));
  control.close();
  await knock();
}

type AskAs = (name: string, input: unknown, as?: string) => Promise<Answer>;

/** Her form goes through the printer's queue, and a donor's answers through the questionnaire. */
async function printed(donorId: string, ask: AskAs): Promise<void> {
  const devices = valueIn(await ask('equipment.devices', {}, 'clerk')) as Listed;
  const printerId = devices.find(({ kind }) => kind === 'paperPrinter')?.deviceId;
  const { visitId } = valueIn(await ask('visits.checkIn', { donorId })) as { visitId: string };
  const job = await ask('honours.printForm', { visitId, printerId }, 'clerk');
  assert.equal(job.status, 'ok', JSON.stringify(job));
  const note = { question: 'Q-01', answer: 'no', detail: CANARY.reason };
  const form = { questionnaireId: 'x', version: 1, answers: [note] };
  await ask('visits.answerQuestionnaire', { visitId, ...form, translator: CANARY.name });
}

type Listed = readonly { readonly deviceId: string; readonly kind: string }[];

function valueIn(answer: Answer): unknown {
  assert.equal(answer.status, 'ok', JSON.stringify(answer));
  return answer.status === 'ok' ? answer.value : undefined;
}

function badgeOf(key: string): { readonly badge: string; readonly pin: string } {
  const { badge, pin } = demoPerson(key);
  return { badge, pin };
}

/** Somebody without a session sends the words in address, header and body. */
async function knock(): Promise<void> {
  const { origin } = new URL(running.said.url);
  const body = JSON.stringify({ token: CANARY.stray, name: CANARY.name });
  await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body,
  });
  await fetch(`${origin}/op/${CANARY.stray}`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: `{${body}`,
  });
  await fetch(`${origin}/${CANARY.stray}?q=${CANARY.stray}`, {
    headers: { 'x-who': CANARY.stray },
  });
}

/** Arguments and environment of every process whose files are in the folder. */
function commandLinesOf(folder: string): string {
  if (!existsSync('/proc/self/cmdline')) return '';
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => [readProc(pid, 'cmdline'), readProc(pid, 'environ')].join('\n'))
    .filter((text) => text.includes(folder))
    .join('\n');
}

function readProc(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
    join(folder, name),
  );
}

/** A word as files may hold it. */
function formsOf(word: string): readonly Buffer[] {
  const utf8 = Buffer.from(word, 'utf8');
  const forms = [
    utf8,
    Buffer.from(word, 'utf16le'),
    Buffer.from(utf8.toString('base64').slice(0, -4)),
  ];
  return [...forms, Buffer.from(encodeURIComponent(word)), Buffer.from(utf8.toString('hex'))];
}

function found(bytes: Buffer): string[] {
  return Object.entries(CANARY)
    .filter(([, word]) => formsOf(word).some((form) => bytes.includes(form)))
    .map(([which]) => which);
}

test('INV-40 words that stand for a person are in no file outside the encrypted store, and in no file name', () => {
  const files = filesIn(home);
  assert.ok(
    files.some((file) => file.endsWith('plasmapoint.db')),
    'the store is there',
  );
  assert.ok(
    files.some((file) => file.includes('backups')),
    'a copy was made',
  );
  assert.ok(
    files.some((file) => /support/.test(file)),
    'a support bundle was written',
  );
  const leaks = files.flatMap((file) => {
    const named = found(Buffer.from(file));
    const held = statSync(file, { throwIfNoEntry: false })?.isFile()
      ? found(readFileSync(file))
      : [];
    return [...named, ...held].map((which) => `${which} in ${file.slice(home.length)}`);
  });
  assert.deepEqual(leaks, []);
});

test('INV-40 and in nothing that the program says, nor in arguments and environment of its processes', () => {
  assert.ok(ended.stderr.includes('"level"'), 'it does say something');
  assert.deepEqual(found(Buffer.from(ended.stdout + ended.stderr)), []);
  if (process.platform === 'linux') assert.ok(commandLines.includes('electron/start.ts'));
  assert.deepEqual(found(Buffer.from(commandLines)), []);
});

test('the search finds each word in each form', () => {
  for (const [which, word] of Object.entries(CANARY)) {
    for (const form of formsOf(word)) {
      const around = Buffer.concat([Buffer.from('before '), form, Buffer.from(' after')]);
      assert.ok(found(around).includes(which), `${which}: ${form.toString('latin1')}`);
    }
  }
});

import { argv, stdout } from 'node:process';
import { fileKeyStore } from '#electron/ports/key-store.ts';
import { silentLog } from '#electron/ports/log.ts';
import { createStation } from '#electron/station/create-station.ts';

/** Opens a folder and gives one command after the other until it is killed from outside. */
const folder = argv[2] ?? '';
const configFolder = `${folder}/config`;
const started = await createStation({
  folder: `${folder}/data`,
  configFolder,
  keyStore: fileKeyStore(configFolder),
  log: silentLog,
  pinCost: { n: 16, r: 1, p: 1 },
  idleMinutes: 100_000,
});
if (!started.ok) throw new Error(started.error);
const station = started.value;

async function command(name: string, commandId: string, input: object, proof?: object) {
  const envelope = { commandId, input, ...(proof ? { proof } : {}) };
  const answer = await station.call(name, envelope, { door: 'test' });
  if (answer.status === 'failed') throw new Error(JSON.stringify(answer));
  if (answer.status === 'ok') stdout.write(`done ${commandId}\n`);
  return answer;
}

async function signIn(badge: string, pin: string): Promise<object> {
  const answer = await command('operators.signIn', crypto.randomUUID(), { who: { badge }, pin });
  if (answer.status !== 'ok') throw new Error(JSON.stringify(answer));
  return { actor: { kind: 'session', token: (answer.value as { token: string }).token } };
}

const [nurse, physician] = [await signIn('0202', '260202'), await signIn('0301', '260301')];
stdout.write('ready\n');
for (let n = 0; ; n += 1) {
  const number = `P${argv[3]}-${n}`;
  const document = {
    kind: 'passport',
    number,
    numberAgain: number,
    sex: 'male',
    birthDate: `19${60 + (n % 40)}-0${1 + (n % 9)}-1${n % 7}`,
  };
  const phone = n % 3 ? '' : '13800000100';
  const made = await command(
    'donors.register',
    crypto.randomUUID(),
    { document, name: '王小红', phone },
    nurse,
  );
  if (made.status !== 'ok') continue;
  const { donorId } = made.value as { donorId: string };
  const deferral = { donorId, kind: 'permanent', code: 'P01', until: null, why: '体检' };
  await command('donors.defer', crypto.randomUUID(), deferral, physician);
}

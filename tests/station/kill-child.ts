import { argv, kill, pid, stdout } from 'node:process';
import Database from 'better-sqlite3';
import { fileKeyStore } from '#electron/ports/key-store.ts';
import { silentLog } from '#electron/ports/log.ts';
import { createStation } from '#electron/station/create-station.ts';

/** Founds a site in a folder, changes it three times, and kills itself at a given SQL statement. */
const folder = argv[2] ?? '';
const killAt = Number(argv[3]);
let statements = 0;

function step(): void {
  statements += 1;
  if (statements === killAt) kill(pid, 'SIGKILL');
}

const prototype = Database.prototype as unknown as {
  prepare: (sql: string) => { run: (...values: unknown[]) => unknown };
  exec: (sql: string) => unknown;
};
const { prepare, exec } = prototype;
prototype.exec = function (sql) {
  step();
  return exec.call(this, sql);
};
prototype.prepare = function (sql) {
  const statement = prepare.call(this, sql);
  const { run } = statement;
  statement.run = function (...values) {
    step();
    return run.apply(this, values);
  };
  return statement;
};

const configFolder = `${folder}/config`;
const started = await createStation({
  folder: `${folder}/data`,
  configFolder,
  keyStore: fileKeyStore(configFolder),
  log: silentLog,
  pinCost: { n: 16, r: 1, p: 1 },
});
if (!started.ok) throw new Error(started.error);
const station = started.value;

async function command(name: string, commandId: string, input: unknown, proof?: unknown) {
  const envelope = { commandId, input, ...(proof ? { proof } : {}) };
  const answer = await station.call(name, envelope, { door: 'test' });
  if (answer.status !== 'ok') throw new Error(JSON.stringify(answer));
  stdout.write(`done ${commandId}\n`);
}

const site = {
  name: '示范采浆点',
  room: '',
  licenceNumber: 'DEMO-0001',
  licenceExpires: '2099-12-31',
  contactPhone: '',
};
await command('operators.foundSite', 'command-0', {
  ...site,
  facilityCode: 'A9999',
  administrators: [
    { name: '甲', badge: 'B-1', pin: '602481' },
    { name: '乙', badge: 'B-2', pin: '602482' },
  ],
});
const proof = { actor: { kind: 'badge', badge: 'B-1', pin: '602481' } };
for (const n of [1, 2, 3]) {
  await command('operators.amendSite', `command-${n}`, { ...site, room: `${n}` }, proof);
}
stdout.write(`statements ${statements}\n`);
station.close();

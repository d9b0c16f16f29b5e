import { closeSync, openSync, readSync, statfsSync } from 'node:fs';
import { migrations } from '../../db/migrations/index.ts';
import { dataFolder } from '../../ports/files.ts';
import { type CheckInput, found, type Looked } from './check.ts';
import { engineVersion } from './store.ts';

const GIGABYTE = 1_000_000_000;
const FREE_GIGABYTES = 5;
const HOUR_MS = 3_600_000;
const COPY_HOURS = 24;
/** How a SQLite file begins that nobody encrypted. */
const PLAIN = 'SQLite format 3';

/** IQ: program, runtime, database engine and schema. */
export async function versions({ env }: CheckInput): Looked {
  const schema = Number(env.db.pragma('user_version', { simple: true }));
  const entries = env.head().seq;
  return [
    found('program', `PlasmaPoint ${env.machine.version}`, true),
    found('runtime', `Node ${process.versions.node}`, true),
    found('platform', `${process.platform} ${process.arch}`, true),
    found('database', `SQLite ${engineVersion(env.db)}`, true),
    found('schema', schema, schema === migrations.at(-1)?.number),
    found('journal', entries, entries > 0),
  ];
}

/** IQ: the records are encrypted, the key lies elsewhere, and its paper was proved. */
export async function keyStore({ env: { machine } }: CheckInput): Looked {
  const { keyPrintedAt, keyProvedAt } = machine.upkeep();
  const isEncrypted = !beginningOf(dataFolder(machine.folder).database).startsWith(PLAIN);
  return [
    found('encrypted', isEncrypted ? 'yes' : 'no', isEncrypted),
    found('keyStore', machine.keyStore, machine.keyStore !== 'demo'),
    found('keyPrinted', keyPrintedAt ?? 'never', keyPrintedAt !== null),
    found('keyProved', keyProvedAt ?? 'never', keyProvedAt !== null),
  ];
}

function beginningOf(file: string): string {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(PLAIN.length);
    readSync(handle, bytes, 0, bytes.length, 0);
    return bytes.toString('latin1');
  } finally {
    closeSync(handle);
  }
}

/** IQ: room for the records, copies in another place, a copy of today. */
export async function storage({ env }: CheckInput): Looked {
  const { machine, now } = env;
  const disk = statfsSync(machine.folder);
  const free = Math.floor((disk.bavail * disk.bsize) / GIGABYTE);
  const copy = machine.backups()[0];
  const isFresh =
    copy !== undefined && Date.parse(now) - Date.parse(copy.at) <= COPY_HOURS * HOUR_MS;
  const hasOther = machine.upkeep().copyFolder !== null;
  return [
    found('freeGigabytes', free, free >= FREE_GIGABYTES),
    found('copyFolder', hasOther ? 'yes' : 'no', hasOther),
    found('lastCopy', copy?.at ?? 'never', isFresh),
  ];
}

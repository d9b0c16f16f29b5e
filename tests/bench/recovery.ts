import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connectControl } from '#electron/control/client.ts';
import { backup } from '#electron/db/backup.ts';
import { openDatabase } from '#electron/db/open.ts';
import { restore } from '#electron/db/restore.ts';
import { demoKeyStore, deriveKeys } from '#electron/ports/key-store.ts';
import { COPY_DUE_MS, COPY_LOOK_MS } from '#electron/station/copies-watch.ts';
import { slices } from '#electron/station/slices.ts';
import { storeOf } from '#electron/station/store.ts';
import { startDemo } from '../support/demo.ts';
import { type BenchLine, line, timed } from './measure.ts';

const CORE = fileURLToPath(new URL('./start-core.ts', import.meta.url));

/**
 * What a loss costs on demo data: entries that were told before kill -9 and are gone after it, minutes of
 * work that a lost disk costs where copies go to a second folder (age at which a copy falls due, the look
 * that notices it, the copy itself), time from kill -9 to core ready on the same folder, and from an empty
 * folder and a copy to a restored station.
 */
export async function benchRecovery(): Promise<BenchLine> {
  const demo = await startDemo();
  const told = await journalLength(demo.data);
  await demo.stop('SIGKILL');
  const home = mkdtempSync(join(tmpdir(), 'pp-recovery-'));
  const killed = join(home, 'killed');
  cpSync(demo.data, killed, { recursive: true });
  const afterKill = await timed(() => started(killed));
  const master = await demoKeyStore(demo.data).load('');
  if (!master) throw new Error('the demo has no key');
  const key = deriveKeys(master).database;
  const opened = openDatabase({ file: join(demo.data, 'plasmapoint.db'), key });
  if (!opened.ok) throw new Error(opened.error);
  const store = storeOf(opened.value, slices);
  const file = join(home, 'copy.db');
  const kept = store.journal.stations().reduce((sum, id) => sum + store.journal.head(id).seq, 0);
  const copy = await timed(() => backup(store, key, slices, file));
  opened.value.close();
  const keyStore = demoKeyStore(join(home, 'spare'));
  const ports = { folder: join(home, 'spare'), configFolder: join(home, 'config'), keyStore };
  const spare = await timed(() => restore({ backupFile: file, master, ports, keyStore }));
  demo.remove();
  rmSync(home, { recursive: true, force: true });
  const figures = {
    rpoKillEntries: Math.max(0, told - kept),
    rpoDiskMinutes: (COPY_DUE_MS + COPY_LOOK_MS + copy) / 60_000,
    copyMs: copy,
    rtoKillMs: afterKill,
    rtoSpareMs: spare,
  };
  const goal =
    'RPO 0 after a kill, ≤ 15 min for a lost disk; RTO ≤ 2 min after a kill, ≤ 60 min to a spare station';
  const isRpo = figures.rpoKillEntries === 0 && figures.rpoDiskMinutes <= 15;
  return line('recovery', figures, goal, isRpo && afterKill <= 120_000 && spare <= 3_600_000);
}

/** Entries of the running station's chain, as its sign-in screen tells them. */
async function journalLength(data: string): Promise<number> {
  const control = await connectControl(data);
  const answer = await control?.call('operators.signInScreen', { input: {} });
  control?.close();
  if (answer?.status !== 'ok') throw new Error('the demo did not answer');
  return (answer.value as { journalLength: number }).journalLength;
}

function started(folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CORE, folder], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`ended with ${code}`)),
    );
  });
}

import { parentPort, workerData } from 'node:worker_threads';
import { backup } from '../db/backup.ts';
import { openDatabase } from '../db/open.ts';
import type { RecordsQuestion } from './records-thread.ts';
import { restoreDrill } from './restore-drill.ts';
import { slices } from './slices.ts';
import { pagesAreSound } from './start-checks.ts';
import { type Store, storeOf } from './store.ts';
import { type RecordsFindings, verifyRecords } from './verify-records.ts';

/** Looks at a folder's records on a thread and a connection of its own, as they stood at one moment. */
async function answer({
  file,
  key,
  depth,
  target,
  master,
}: RecordsQuestion): Promise<RecordsFindings> {
  const opened = openDatabase({ file, key: Buffer.from(key), readonly: true });
  if (!opened.ok) return { entries: 0, findings: [opened.error] };
  const db = opened.value;
  try {
    if (depth === 'copy') return copied(storeOf(db, slices), Buffer.from(key), target ?? '');
    if (depth === 'drill')
      return await restoreDrill(storeOf(db, slices), Buffer.from(master ?? []), target ?? '');
    db.exec('BEGIN');
    if (depth === 'full') return verifyRecords(storeOf(db, slices), slices);
    return { entries: 0, findings: pagesAreSound(db, 'quick') ? [] : ['db.damaged'] };
  } finally {
    db.close();
  }
}

function copied(store: Store, key: Buffer, target: string): RecordsFindings {
  const made = backup(store, key, slices, target);
  return made.ok
    ? { entries: made.value.entries, findings: [] }
    : { entries: 0, findings: [made.error] };
}

parentPort?.postMessage(await answer(workerData as RecordsQuestion));

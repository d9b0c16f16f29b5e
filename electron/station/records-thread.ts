import { totalmem } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { RecordsFindings } from './verify-records.ts';

/** What a thread is asked to look at. */
export interface RecordsQuestion {
  readonly file: string;
  readonly key: Uint8Array;
  /**
   * `quick`: the file's pages; `full`: everything that the records promise; `copy`: a proved copy;
   * `drill`: a copy restored and compared.
   */
  readonly depth: 'quick' | 'full' | 'copy' | 'drill';
  /** Where the copy goes; for a drill a folder that is removed again. */
  readonly target?: string;
  /** What a drill restores with. */
  readonly master?: Uint8Array;
}

/** Memory for objects on the thread, MB: what needs more ends the look, never the station. */
const MOST_MB = Math.min(4096, Math.floor(totalmem() / 2 ** 21));

/**
 * Looks at records beside the work; `undefined` when it was stopped before it was done. Rejects with
 * `ERR_WORKER_OUT_OF_MEMORY` where the records do not fit into `mostMb`.
 */
export function lookAtRecords(
  question: RecordsQuestion,
  mostMb = MOST_MB,
): {
  readonly done: Promise<RecordsFindings | undefined>;
  readonly stop: () => Promise<unknown>;
} {
  const worker = new Worker(new URL('./records-worker.ts', import.meta.url), {
    workerData: question,
    resourceLimits: { maxOldGenerationSizeMb: mostMb },
  });
  let found: RecordsFindings | undefined;
  const done = new Promise<RecordsFindings | undefined>((resolve, reject) => {
    worker.once('message', (answer: RecordsFindings) => {
      found = answer;
    });
    worker.once('error', reject);
    // Not before the thread is gone: a process that ends meanwhile would pull the database from under it.
    worker.once('exit', () => resolve(found));
  });
  return { done, stop: () => worker.terminate() };
}

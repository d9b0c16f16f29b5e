import { open, readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  PaperPrinter,
  PrinterStatus,
  PrintFailure,
  PrintJob,
  PrintRequest,
  PrintTicket,
} from '#electron/ports/paper-printer.ts';
import type { Result } from '#shared/kernel/result.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { makeFolder } from '../../ports/files.ts';

type Answer<T> = Promise<Result<T, PrintFailure>>;

const SAFE_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/;

/** Writes PDFs into a folder. A job is completed only when its bytes and name are on the disk. */
export class FileQueue implements PaperPrinter {
  readonly kind = 'file';
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async submit(request: PrintRequest): Answer<PrintTicket> {
    if (!SAFE_ID.test(request.documentId)) {
      return err({ code: 'printing.fileWrite', detail: 'document id is not a file name' });
    }
    try {
      makeFolder(this.#folder);
      const jobId = `${request.documentId}.${(await this.#copies(request.documentId)).length + 1}`;
      await this.#write(jobId, request.pdf);
      return ok({ jobId, state: 'completed', ignored: ['media', 'print-scaling'] });
    } catch (error) {
      return writeFault(error);
    }
  }

  async job(jobId: string): Answer<PrintJob> {
    const [documentId = '', copy = ''] = jobId.split('.');
    const known = SAFE_ID.test(documentId) && /^\d{1,6}$/.test(copy);
    const found = known && (await exists(this.#path(jobId)));
    if (!found) return err({ code: 'printing.jobUnknown', detail: jobId });
    const done = { state: 'completed', reasons: [], sheetsDone: undefined, started: true } as const;
    return ok({ jobId, documentId, ...done });
  }

  async find(documentId: string): Answer<PrintJob | undefined> {
    try {
      const newest = Math.max(0, ...(await this.#copies(documentId)));
      return newest === 0 ? ok(undefined) : this.job(`${documentId}.${newest}`);
    } catch (error) {
      return writeFault(error);
    }
  }

  async cancel(jobId: string): Answer<undefined> {
    const job = await this.job(jobId);
    return job.ok ? err({ code: 'printing.jobFinished', detail: jobId }) : job;
  }

  async status(): Answer<PrinterStatus> {
    try {
      makeFolder(this.#folder);
      return ok({ state: 'idle', reasons: [], accepting: true, name: 'file' });
    } catch (error) {
      return writeFault(error);
    }
  }

  /** Numbers of the copies already written of a document. */
  async #copies(documentId: string): Promise<number[]> {
    if (!(await exists(this.#folder))) return [];
    return (await readdir(this.#folder)).flatMap((name) => {
      const match = /^(.+)\.(\d{1,6})\.pdf$/.exec(name);
      return match?.[1] === documentId ? [Number(match[2])] : [];
    });
  }

  async #write(jobId: string, pdf: Uint8Array): Promise<void> {
    const part = `${this.#path(jobId)}.part`;
    const file = await open(part, 'w', 0o600);
    try {
      await file.writeFile(pdf);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, this.#path(jobId));
    await syncFolder(this.#folder);
  }

  #path(jobId: string): string {
    return join(this.#folder, `${jobId}.pdf`);
  }
}

/** A rename is durable only when the folder is; Windows cannot open one, and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}

function writeFault(error: unknown): { ok: false; error: PrintFailure } {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return err({ code: 'printing.fileWrite', detail: code });
}

import { link, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { LabelPrinter, LabelPrinterStatus, LabelSendReport } from '#electron/ports/printer.ts';
import { makeFolder } from '../../ports/files.ts';

const SAFE_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/;

/** Writes each label as `<jobId>.zpl` into a folder, for printers that watch one. */
export class LabelFolder implements LabelPrinter {
  readonly kind = 'file';
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** `sent` once bytes and name are on the disk: a file is never `printed`. */
  async send(jobId: string, zpl: string): Promise<LabelSendReport> {
    if (!SAFE_ID.test(jobId)) return failed('job id is not a file name');
    try {
      makeFolder(this.#folder);
      const waiting = join(this.#folder, `.${jobId}.part`);
      const file = await open(waiting, 'wx');
      try {
        await file.writeFile(zpl, 'utf8');
        await file.sync();
      } finally {
        await file.close();
      }
      // A link refuses an existing name: one job is never written over by another.
      try {
        await link(waiting, join(this.#folder, `${jobId}.zpl`));
      } finally {
        await rm(waiting);
      }
      return { state: 'sent', reasons: [], detail: '' };
    } catch (problem) {
      return failed(String(problem));
    }
  }

  async status(): Promise<LabelPrinterStatus> {
    try {
      makeFolder(this.#folder);
      return { state: 'ready', reasons: [], detail: '' };
    } catch (problem) {
      return { state: 'notReady', reasons: ['labels.fileWrite'], detail: String(problem) };
    }
  }
}

function failed(detail: string): LabelSendReport {
  return { state: 'notReady', reasons: ['labels.fileWrite'], detail };
}

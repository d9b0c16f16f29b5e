import type { PaperPrinter, PrintFailure } from '#electron/ports/paper-printer.ts';
import { err } from '#shared/kernel/result.ts';

/** The Windows queue has its place in the settings but is not driven yet: every call says so. */
export class WindowsQueue implements PaperPrinter {
  readonly kind = 'windows';
  readonly #failure: PrintFailure;

  constructor(queueName: string) {
    this.#failure = { code: 'printing.queueUnsupported', detail: queueName };
  }

  async submit() {
    return err(this.#failure);
  }

  async job() {
    return err(this.#failure);
  }

  async find() {
    return err(this.#failure);
  }

  async cancel() {
    return err(this.#failure);
  }

  async status() {
    return err(this.#failure);
  }
}

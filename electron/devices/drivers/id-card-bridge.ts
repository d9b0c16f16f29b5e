import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import type { IdCardReader, IdCardReaderOptions } from '../../ports/id-card-reader.ts';
import { CardLines } from './id-card-lines.ts';

/** The service sends an empty line at least every ten seconds; after this it is gone. */
const SILENT_MS = 30_000;
const FIRST_RETRY_MS = 500;
const MOST_RETRY_MS = 10_000;

/**
 * A maker's reader service on this machine that is asked by HTTP (resources/docs/devices/id-card.md):
 * one request stays open and every card that is laid on comes as one line of JSON.
 */
export class IdCardBridge implements IdCardReader {
  readonly #options: IdCardReaderOptions;
  #request: ClientRequest | undefined;
  #cancel: () => void = () => {};
  #delay = FIRST_RETRY_MS;
  #stopped = true;

  constructor(options: IdCardReaderOptions) {
    this.#options = options;
  }

  start(): void {
    if (!this.#stopped) return;
    this.#stopped = false;
    this.#open();
  }

  stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel();
    this.#request?.destroy();
    return Promise.resolve();
  }

  #open(): void {
    const { host, port } = this.#options.address;
    const headers = { accept: 'application/x-ndjson' };
    const request = get({ host, port, path: '/cards', headers, agent: false });
    this.#request = request;
    let lost = false;
    const lose = (reason: string): void => {
      if (lost) return;
      lost = true;
      request.destroy();
      if (!this.#stopped) this.#again(reason);
    };
    request.on('response', (answer) => this.#hear(answer, lose));
    request.on('error', () => lose('link.openFailed'));
    request.on('close', () => lose('link.portGone'));
    this.#watch(lose);
  }

  #hear(answer: IncomingMessage, lose: (reason: string) => void): void {
    if (answer.statusCode !== 200) {
      lose('link.openFailed');
      return;
    }
    this.#delay = FIRST_RETRY_MS;
    this.#options.onReport('open', 'link.opened');
    const lines = new CardLines();
    answer.on('data', (bytes: Buffer) => {
      this.#watch(lose);
      for (const read of lines.take(bytes)) {
        if (read.kind === 'card') this.#options.onCard(read.line, read.photo);
        else this.#options.onRefused(read.code);
      }
    });
    answer.on('close', () => lose('link.portGone'));
  }

  #watch(lose: (reason: string) => void): void {
    this.#cancel();
    this.#cancel = this.#options.timers.after(SILENT_MS, () => lose('link.silence'));
  }

  #again(reason: string): void {
    this.#cancel();
    this.#options.onReport('lost', reason);
    this.#cancel = this.#options.timers.after(this.#delay, () => this.#open());
    this.#delay = Math.min(this.#delay * 2, MOST_RETRY_MS);
  }
}

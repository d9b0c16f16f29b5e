import { assertNever } from '#shared/kernel/assert-never.ts';
import type { IdCardReader, IdCardReaderOptions } from '../../ports/id-card-reader.ts';
import { callByHttp } from './id-card-http.ts';
import { CardLines, type CardRead, type CardRefusal } from './id-card-lines.ts';
import { callByWebSocket } from './id-card-websocket.ts';

/** The service tells something at least every ten seconds; after this it is gone. */
const SILENT_MS = 30_000;
const FIRST_RETRY_MS = 500;
const MOST_RETRY_MS = 10_000;

/** What one connection to a service tells. */
export interface CardCall {
  opened(): void;
  /** Bytes of lines of JSON, cut anywhere. */
  heard(bytes: Uint8Array): void;
  refused(code: CardRefusal): void;
  lost(reason: 'link.openFailed' | 'link.portGone'): void;
}

/**
 * A maker's reader service on this machine, by HTTP or WebSocket (resources/docs/devices/id-card.md):
 * one connection stays open and every card that is laid on comes as one line of JSON. A connection that
 * ends, breaks or falls silent is opened again after a while, ever longer.
 */
export class IdCardBridge implements IdCardReader {
  readonly #options: IdCardReaderOptions;
  /** The connection that counts; what an earlier one still tells does not. */
  #call: CardCall | undefined;
  #hangUp: () => void = () => {};
  #cancel: () => void = () => {};
  #delay = FIRST_RETRY_MS;
  #isStopped = true;

  constructor(options: IdCardReaderOptions) {
    this.#options = options;
  }

  start(): void {
    if (!this.#isStopped) return;
    this.#isStopped = false;
    this.#open();
  }

  stop(): Promise<void> {
    this.#isStopped = true;
    this.#drop();
    return Promise.resolve();
  }

  #open(): void {
    const lines = new CardLines();
    const ifCurrent = (then: () => void): void => {
      if (this.#call === call) then();
    };
    const call: CardCall = {
      opened: () => ifCurrent(() => this.#opened()),
      heard: (bytes) => ifCurrent(() => this.#heard(lines.take(bytes))),
      refused: (code) => ifCurrent(() => this.#options.onRefused(code)),
      lost: (reason) => ifCurrent(() => this.#lost(reason)),
    };
    this.#call = call;
    this.#watch();
    this.#hangUp = this.#connect(call);
  }

  #connect(call: CardCall): () => void {
    const { address } = this.#options;
    switch (address.way) {
      case 'http':
        return callByHttp(address, call);
      case 'websocket':
        return callByWebSocket(address, call);
      default:
        return assertNever(address.way);
    }
  }

  #opened(): void {
    this.#delay = FIRST_RETRY_MS;
    this.#options.onReport('open', 'link.opened');
  }

  #heard(reads: readonly CardRead[]): void {
    this.#watch();
    for (const read of reads) {
      if (read.kind === 'card') this.#options.onCard(read.line, read.photo);
      else this.#options.onRefused(read.code);
    }
  }

  #watch(): void {
    this.#cancel();
    this.#cancel = this.#options.timers.after(SILENT_MS, () => this.#lost('link.silence'));
  }

  #lost(reason: string): void {
    this.#drop();
    this.#options.onReport('lost', reason);
    this.#cancel = this.#options.timers.after(this.#delay, () => this.#open());
    this.#delay = Math.min(this.#delay * 2, MOST_RETRY_MS);
  }

  #drop(): void {
    this.#call = undefined;
    this.#cancel();
    this.#hangUp();
  }
}

import type { LabelPrinter, LabelPrinterStatus, LabelSendReport } from '#electron/ports/printer.ts';
import { parseHostStatus, reasonsNotReady } from '#shared/codes/host-status.ts';
import type { ProblemCode } from '#shared/codes/problems.ts';
import { PrinterLine } from './printer-line.ts';

export interface Tcp9100Settings {
  readonly host: string;
  readonly port: number;
  /** False for printers behind a box that carries no answers: then `sent` is all one can know. */
  readonly answers?: boolean;
  readonly connectMs?: number;
  /** Time for one answer to `~HS`. */
  readonly answerMs?: number;
  /** Time for the label to leave the printer. */
  readonly printMs?: number;
}

const POLL_MS = 100;
/** Faults of one label under way: waiting for them to end is normal after sending. */
const BUSY: ProblemCode = 'codes.printerBusy';

/** Last act per printer address: port 9100 serves one connection at a time, held ones block others. */
const queues = new Map<string, Promise<unknown>>();

/**
 * A ZPL printer on a raw TCP port. Asks `~HS` before sending (no answer means not ready: a printer
 * that is open or out of paper may say nothing at all) and after it until nothing waits.
 */
export class Tcp9100 implements LabelPrinter {
  readonly kind = 'tcp9100';
  readonly #settings: Required<Tcp9100Settings>;

  constructor(settings: Tcp9100Settings) {
    const times = { connectMs: 2000, answerMs: 1500, printMs: 8000 };
    this.#settings = { answers: true, ...times, ...settings };
  }

  send(_jobId: string, zpl: string): Promise<LabelSendReport> {
    return this.#inTurn((line) => this.#sendOn(line, zpl));
  }

  status(): Promise<LabelPrinterStatus> {
    return this.#inTurn(async (line) => {
      if (!this.#settings.answers) return { state: 'unknown', reasons: [], detail: '' };
      const reasons = await this.#ask(line);
      return { ...verdict(reasons), detail: '' };
    });
  }

  /** One connection at a time to this address, closed after each act. */
  #inTurn<T>(act: (line: PrinterLine) => Promise<T>) {
    const { host, port, connectMs } = this.#settings;
    const address = `${host}:${port}`;
    const turn = (queues.get(address) ?? Promise.resolve()).then(async () => {
      const line = await PrinterLine.open(host, port, connectMs);
      if (typeof line === 'string') return noAnswer('codes.printerNoAnswer', line);
      try {
        return await act(line);
      } finally {
        line.close();
      }
    });
    const quiet = turn.catch(() => undefined);
    queues.set(address, quiet);
    return turn;
  }

  async #sendOn(line: PrinterLine, zpl: string): Promise<LabelSendReport> {
    if (!this.#settings.answers) return this.#hand(line, zpl);
    const before = verdict(await this.#ask(line));
    if (before.state !== 'ready')
      return { state: before.state, reasons: before.reasons, detail: 'before' };
    const handed = await this.#hand(line, zpl);
    return handed.detail === '' ? this.#follow(line) : handed;
  }

  /** After a failed write some bytes may have arrived: never `noAnswer`, or it would be sent twice. */
  async #hand(line: PrinterLine, zpl: string): Promise<LabelSendReport> {
    const fault = await line.write(zpl, this.#settings.printMs);
    if (fault === undefined) return { state: 'sent', reasons: [], detail: '' };
    return { state: 'sent', reasons: ['labels.sendBroken'], detail: fault };
  }

  async #follow(line: PrinterLine): Promise<LabelSendReport> {
    const until = performance.now() + this.#settings.printMs;
    for (;;) {
      const reasons = await this.#ask(line);
      if (reasons.length === 0) return { state: 'printed', reasons, detail: '' };
      const busy = reasons.length === 1 && reasons[0] === BUSY;
      if (!busy || performance.now() > until) return { state: 'sent', reasons, detail: 'after' };
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  /** Reasons not to be ready by a fresh `~HS`; silence and rubbish are reasons too. */
  async #ask(line: PrinterLine): Promise<readonly ProblemCode[]> {
    const complete = (text: string) => {
      const read = parseHostStatus(text);
      return read.ok || read.error === 'codes.printerMalformed';
    };
    const read = parseHostStatus(await line.ask('~HS', complete, this.#settings.answerMs));
    return read.ok ? reasonsNotReady(read.value) : [read.error];
  }
}

const SILENCE = new Set<string>(['codes.printerNoAnswer', 'codes.printerIncomplete']);

function verdict(reasons: readonly ProblemCode[]) {
  if (reasons.length === 0) return { state: 'ready', reasons } as const;
  const silent = reasons.some((reason) => SILENCE.has(reason));
  return { state: silent ? 'noAnswer' : 'notReady', reasons } as const;
}

function noAnswer(reason: ProblemCode, detail: string) {
  return { state: 'noAnswer', reasons: [reason], detail } as const;
}

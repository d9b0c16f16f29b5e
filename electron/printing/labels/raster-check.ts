import { Worker } from 'node:worker_threads';
import type { DrawnLabel, LabelExpectation } from './drawing.ts';
import { type LabelProblem, labelProblem } from './problems.ts';
import { afterRunning } from './running-time.ts';

export interface RasterQuestion {
  readonly id: number;
  readonly zpl: string;
  readonly expected: LabelExpectation;
  readonly deadDots: readonly number[];
}

export interface RasterAnswer {
  readonly id: number;
  readonly problems: readonly LabelProblem[];
  readonly read: readonly string[];
  readonly png?: Uint8Array;
}

/** What the check of one label found. Only `ok` labels may be printed. */
export interface RasterReport {
  readonly ok: boolean;
  readonly problems: readonly LabelProblem[];
  /** Texts of all symbols that were read. */
  readonly read: readonly string[];
  /** The picture that was read, for the preview; absent when nothing could be rendered. */
  readonly png: Uint8Array | undefined;
}

const TIME_LIMIT_MS = 15_000;

interface Waiting {
  readonly settle: (report: RasterReport) => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * Renders the exact bytes that would go to the printer, reads every symbol with an independent
 * reader and compares with the record, in a thread of its own that stays warm. A check that breaks
 * or takes too long is a refusal (`labels.checkFailed`), never a pass.
 */
export class RasterCheck {
  #worker: Worker | undefined;
  #nextId = 1;
  readonly #waiting = new Map<number, Waiting>();

  /** Starts the thread and its modules ahead of the first label. */
  async warm(): Promise<void> {
    const size = { widthMm: 20, heightMm: 20, dotsPerMm: 8 };
    await this.check({
      zpl: '^XA^FO8,8^GB8,8,8^FS^XZ',
      expected: { ...size, symbols: [], texts: [], inked: [] },
    });
  }

  /** `deadDots`: columns of dots of the print head known to be dead, counted from the left. */
  check(label: DrawnLabel, deadDots: readonly number[] = []): Promise<RasterReport> {
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise((settle) => {
      const timer = afterRunning(TIME_LIMIT_MS, () => this.#fail('time'));
      this.#waiting.set(id, { settle, timer });
      const { zpl, expected } = label;
      this.#thread().postMessage({ id, zpl, expected, deadDots } satisfies RasterQuestion);
    });
  }

  /** Ends the thread; checks under way end as refusals. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#fail('closed');
    await worker?.terminate();
  }

  #thread(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('./raster-worker.ts', import.meta.url));
    worker.unref();
    worker.on('message', (answer: RasterAnswer) => this.#answered(answer));
    worker.on('error', (error) => {
      if (worker === this.#worker) this.#fail(String(error));
    });
    this.#worker = worker;
    return worker;
  }

  #answered({ id, problems, read, png }: RasterAnswer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    clearInterval(waiting?.timer);
    waiting?.settle({ ok: problems.length === 0, problems, read, png });
  }

  #fail(why: string): void {
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
    const problems = [labelProblem('labels.checkFailed', why)];
    for (const id of [...this.#waiting.keys()]) this.#answered({ id, problems, read: [] });
  }
}

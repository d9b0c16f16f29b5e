import type { LineOpener, SerialPort } from '#electron/ports/serial.ts';
import type { Timers } from './timers.ts';

/**
 * `silent`: open, but nothing heard for too long (some systems never say that the cable is out);
 * `lost`: not open, another try is waiting.
 */
export type LinkState = 'closed' | 'opening' | 'open' | 'silent' | 'lost';

export type LinkReason =
  | 'link.started'
  | 'link.retry'
  | 'link.opened'
  | 'link.openFailed'
  | 'link.portGone'
  | 'link.writeFailed'
  | 'link.silence'
  | 'link.heardAgain'
  | 'link.stopped';

/** One change of state with its reason; `detail` is the system's own message, for the log. */
export interface LinkReport {
  readonly state: LinkState;
  readonly reason: LinkReason;
  readonly attempt: number;
  readonly detail: string;
}

export interface LinkOptions {
  readonly opener: LineOpener;
  readonly timers: Timers;
  /** Without it silence is normal (an analyser between runs) and nothing watches. */
  readonly silentAfterMs?: number;
  /** Delay before the second try; doubles up to `mostDelayMs`. */
  readonly firstDelayMs?: number;
  readonly mostDelayMs?: number;
  readonly onOpen: () => void;
  readonly onBytes: (bytes: Uint8Array) => void;
  readonly onReport: (report: LinkReport) => void;
}

/** After this many silent periods the port is closed and opened anew. */
const SILENT_PERIODS_BEFORE_REOPEN = 3;

/** Keeps one line open: reopens with growing delay, flushes on open, watches for silence. */
export class Link {
  private readonly options: LinkOptions;
  private current: LinkState = 'closed';
  private port: SerialPort | undefined;
  /** Counts openings, so that a late word of an old port is not taken for the new one's. */
  private generation = 0;
  private attempt = 0;
  private silentPeriods = 0;
  private cancelTimer: () => void = () => {};
  private giveUp: () => void = () => {};

  constructor(options: LinkOptions) {
    this.options = options;
  }

  get state(): LinkState {
    return this.current;
  }

  /** Begins to open; a started link stays as it is. */
  start(): void {
    if (this.current !== 'closed') return;
    this.attempt = 0;
    this.open('link.started');
  }

  /** Closes and stays closed until `start`. */
  async stop(): Promise<void> {
    if (this.current === 'closed') return;
    const port = this.drop();
    this.report('closed', 'link.stopped');
    await port?.close();
  }

  /** Writes bytes; false when the link is not open or the write failed (then it is lost). */
  async write(bytes: Uint8Array): Promise<boolean> {
    const { port, generation } = this;
    if (port === undefined) return false;
    try {
      await port.write(bytes);
      return true;
    } catch (problem) {
      if (generation === this.generation) this.lose('link.writeFailed', messageOf(problem));
      return false;
    }
  }

  private open(reason: LinkReason): void {
    this.generation += 1;
    const generation = this.generation;
    this.attempt += 1;
    this.report('opening', reason);
    this.openPort(generation).catch((problem: unknown) => {
      if (generation === this.generation) this.lose('link.openFailed', messageOf(problem));
    });
  }

  private async openPort(generation: number): Promise<void> {
    const current = (): boolean => generation === this.generation;
    let listening = false;
    const ending = new AbortController();
    this.giveUp = () => ending.abort();
    const port = await this.options.opener.open(
      {
        bytes: (bytes) => {
          if (listening && current()) this.heard(bytes);
        },
        closed: (why) => {
          if (current()) this.lose('link.portGone', why);
        },
      },
      ending.signal,
    );
    if (!current()) return port.close();
    this.port = port;
    // Yesterday's bytes may wait in the system's buffer: nothing is heard before it is empty.
    await port.flush();
    if (!current()) return;
    listening = true;
    this.attempt = 0;
    this.silentPeriods = 0;
    this.report('open', 'link.opened');
    this.watch();
    this.options.onOpen();
  }

  private heard(bytes: Uint8Array): void {
    this.silentPeriods = 0;
    if (this.current === 'silent') this.report('open', 'link.heardAgain');
    this.watch();
    this.options.onBytes(bytes);
  }

  private watch(): void {
    this.cancelTimer();
    const { silentAfterMs, timers } = this.options;
    if (silentAfterMs === undefined) return;
    this.cancelTimer = timers.after(silentAfterMs, () => {
      this.silentPeriods += 1;
      if (this.silentPeriods >= SILENT_PERIODS_BEFORE_REOPEN) {
        this.lose('link.silence', '');
        return;
      }
      if (this.current === 'open') this.report('silent', 'link.silence');
      this.watch();
    });
  }

  private lose(reason: LinkReason, detail: string): void {
    const port = this.drop();
    port?.close().catch(() => {});
    const { firstDelayMs = 250, mostDelayMs = 10_000, timers } = this.options;
    const delay = Math.min(mostDelayMs, firstDelayMs * 2 ** Math.min(this.attempt, 20));
    this.cancelTimer = timers.after(delay, () => this.open('link.retry'));
    this.report('lost', reason, detail);
  }

  private drop(): SerialPort | undefined {
    const { port } = this;
    this.generation += 1;
    this.port = undefined;
    this.cancelTimer();
    this.giveUp();
    return port;
  }

  private report(state: LinkState, reason: LinkReason, detail = ''): void {
    this.current = state;
    this.options.onReport({ state, reason, attempt: this.attempt, detail });
  }
}

function messageOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}

import { existsSync } from 'node:fs';
import process from 'node:process';

/** How long a simulator stays without hearing anything from a station, milliseconds. */
export const FORSAKEN_MS = 30 * 60_000;
const LOOK_EVERY_MS = 500;

/** What a simulator is told about its own end; absent: it stays until somebody ends it. */
export interface LifetimeOptions {
  /** Folder of the demo or test it serves: when that was there and is gone, so is the simulator. */
  readonly home?: string | undefined;
  /** Milliseconds without a word from a station, a screen or a test. */
  readonly forsakenMs?: number | undefined;
}

/** Options of the command line that every simulator takes. */
export const LIFETIME_ARGUMENTS = {
  home: { type: 'string' },
  'forsaken-ms': { type: 'string' },
} as const;

/** Reads the options of the command line. */
export function lifetimeOf(values: {
  readonly home?: string | undefined;
  readonly 'forsaken-ms'?: string | undefined;
}): LifetimeOptions {
  const limit = values['forsaken-ms'];
  return { home: values.home, forsakenMs: limit === undefined ? undefined : Number(limit) };
}

/**
 * When a simulator ends. It outlives a killed station, because a real machine would, but not the folder
 * it serves, and not a long time in which no station came back. A closed terminal does not end it.
 */
export class Lifetime {
  readonly #options: LifetimeOptions;
  readonly #tasks: (() => void)[] = [];
  #heardAt = performance.now();
  #homeSeen = false;
  #ending = false;

  constructor(options: LifetimeOptions) {
    this.#options = options;
    process.on('SIGHUP', () => {});
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => this.end());
    const every = Math.min(LOOK_EVERY_MS, options.forsakenMs ?? LOOK_EVERY_MS);
    setInterval(() => this.#look(), every).unref();
  }

  /** Something to put away at the end, such as a cable. */
  atEnd(task: () => void): void {
    this.#tasks.push(task);
  }

  /** Somebody spoke to the simulator. */
  heard(): void {
    this.#heardAt = performance.now();
  }

  /** Puts everything away and ends the process once what it is answering has gone out. */
  end(): void {
    if (this.#ending) return;
    this.#ending = true;
    for (const task of this.#tasks) task();
    setTimeout(() => process.exit(0), 20);
  }

  #look(): void {
    const { home, forsakenMs } = this.#options;
    const isThere = home !== undefined && existsSync(home);
    this.#homeSeen ||= isThere;
    const isForsaken = forsakenMs !== undefined && performance.now() - this.#heardAt > forsakenMs;
    if (isForsaken || (this.#homeSeen && !isThere)) this.end();
  }
}

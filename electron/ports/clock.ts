import { uptime } from 'node:os';

/** The only source of time. A clock may jump either way; the core never lets `effectiveNow` go back. */
export interface Clock {
  /** Wall time, UTC text with milliseconds and Z. */
  now(): string;
  /** Milliseconds from an arbitrary start that never go back; for idle limits, not for records. */
  elapsedMs(): number;
  /**
   * Milliseconds since the machine was started, asleep or awake; nobody can set them. Where a clock has
   * none, `elapsedMs` stands for it.
   */
  uptimeMs?(): number;
  /** Set by hand for practice; screens say so. */
  readonly isPractice?: boolean;
}

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  elapsedMs: () => performance.now(),
  uptimeMs: () => uptime() * 1000,
};

import type { Clock } from '../ports/clock.ts';

/** How the wall clock stands to what this machine can know of true time. */
export type ClockState = 'steady' | 'ahead' | 'behind';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A clock set back holds gates closed until it has caught up; small corrections are none. */
const BACK_MS = 5 * MINUTE_MS;
/** Running: a machine may sleep over a weekend, and its steady clock sleeps with it. */
const AHEAD_RUNNING_MS = 72 * HOUR_MS;
/** Between two starts: a point may be closed over the holidays. */
const AHEAD_STOPPED_MS = 10 * 24 * HOUR_MS;

/**
 * Compares the wall clock with the machine's steady one and, at the start, with the newest entry
 * (INV-34). A clock that is behind makes what has expired look fresh, one that is ahead makes waiting
 * times look over: both close gates, the second until two persons confirmed the time.
 */
export class ClockGuard {
  readonly #clock: Clock;
  #wallBase: number;
  #steadyBase: number;
  #latest: number;
  #isAhead: boolean;

  constructor(clock: Clock, lastAt: string | null) {
    this.#clock = clock;
    this.#wallBase = Date.parse(clock.now());
    this.#steadyBase = clock.elapsedMs();
    this.#latest = lastAt === null ? this.#wallBase : Date.parse(lastAt);
    this.#isAhead = this.#wallBase - this.#latest > AHEAD_STOPPED_MS;
  }

  /** `now` is the newest instant that the station has lived through, entries included. */
  look(now: string): ClockState {
    const wall = Date.parse(this.#clock.now());
    this.#latest = Math.max(this.#latest, Date.parse(now));
    const passed = this.#clock.elapsedMs() - this.#steadyBase;
    const drift = wall - this.#wallBase - passed;
    if (drift > AHEAD_RUNNING_MS) this.#isAhead = true;
    if (this.#isAhead) return 'ahead';
    return drift < -BACK_MS || wall < this.#latest - BACK_MS ? 'behind' : 'steady';
  }

  /** Two persons compared the time with a clock that they trust. */
  confirm(): void {
    this.#wallBase = Date.parse(this.#clock.now());
    this.#steadyBase = this.#clock.elapsedMs();
    this.#isAhead = false;
  }
}

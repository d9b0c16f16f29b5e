import type { Clock } from '../ports/clock.ts';

/**
 * How the wall clock stands to what this machine can know of true time. `toConfirm`: the station stood
 * still for so long that whoever signs in first says whether date and time are right.
 */
export type ClockState = 'steady' | 'toConfirm' | 'ahead' | 'behind';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** A correction of the clock that is none worth asking two people about. */
const JUMP_MS = MINUTE_MS;
/** How far the two clocks of a sound machine may drift apart: about nine seconds a day. */
const DRIFT = 1e-4;
/** Between two starts there is only the newest entry to go by: longer than holidays are, two persons confirm. */
const AHEAD_STOPPED_MS = 10 * DAY_MS;

/**
 * Compares the wall clock with the machine's steady one, which counts sleep too and cannot be set, and
 * at the start with the newest entry (INV-34). A clock that is behind makes what has expired look fresh,
 * one that is ahead makes waiting times look over. A jump is not believed: time goes on at the steady
 * clock's pace and gates are closed until the wall clock is right again or two persons confirm it.
 */
export class ClockGuard {
  readonly #clock: Clock;
  readonly #lastAt: () => string | null;
  readonly #askAfterMs: number;
  #trustedBase: number;
  #steadyBase: number;
  /** At the start the wall clock was too far from the newest entry. */
  #isDoubted: boolean;

  /** `lastAt` answers the time of the newest entry; after a longer stop than `askAfterMs` somebody confirms. */
  constructor(clock: Clock, lastAt: () => string | null, askAfterMs: number) {
    this.#clock = clock;
    this.#lastAt = lastAt;
    this.#askAfterMs = Math.min(askAfterMs, AHEAD_STOPPED_MS);
    const wall = this.#wall();
    const latest = this.#latest();
    this.#isDoubted = wall - latest > this.#askAfterMs;
    this.#trustedBase = this.#isDoubted ? latest : Math.max(wall, latest);
    this.#steadyBase = this.#steady();
  }

  /** Nobody has confirmed the clock since a long stop: time goes by the newest entry, older than the true one. */
  get isOlder(): boolean {
    this.look();
    return this.#isDoubted;
  }

  look(): ClockState {
    const wall = this.#wall();
    const drift = wall - this.#trusted();
    if (this.#isDoubted) {
      if (drift > AHEAD_STOPPED_MS) return 'ahead';
      if (drift > this.#askAfterMs) return 'toConfirm';
      // The clock was put right: what it says now is as likely as a start's.
      this.confirm();
      return this.look();
    }
    if (drift > this.#allowance()) return 'ahead';
    const isBehind = drift < -this.#allowance() || wall < this.#latest() - JUMP_MS;
    return isBehind ? 'behind' : 'steady';
  }

  /** The wall clock as far as the steady clock bears it out. */
  now(): string {
    const [wall, trusted, allowance] = [this.#wall(), this.#trusted(), this.#allowance()];
    const held = this.#isDoubted ? trusted : Math.max(wall, trusted - allowance);
    return new Date(Math.min(held, trusted + allowance)).toISOString();
  }

  /**
   * The time was compared with a clock that people trust: by one after a stop, by two after a jump. What is recorded already has happened:
   * a clock behind the newest entry is not confirmed by it.
   */
  confirm(): void {
    this.#trustedBase = Math.max(this.#wall(), this.#latest());
    this.#steadyBase = this.#steady();
    this.#isDoubted = false;
  }

  #wall(): number {
    return Date.parse(this.#clock.now());
  }

  #steady(): number {
    return this.#clock.uptimeMs?.() ?? this.#clock.elapsedMs();
  }

  #trusted(): number {
    return this.#trustedBase + this.#steady() - this.#steadyBase;
  }

  #allowance(): number {
    return JUMP_MS + (this.#steady() - this.#steadyBase) * DRIFT;
  }

  #latest(): number {
    const at = this.#lastAt();
    return at === null ? this.#wall() : Date.parse(at);
  }
}

import { createHash } from 'node:crypto';
import type { Clock } from '../../ports/clock.ts';

/** A signed-in person at one screen. */
export interface Session {
  readonly staffId: string;
  readonly door: string;
  readonly locked: boolean;
}

/** Why a token gives no power (INV-32). */
export type SessionProblem = 'station.sessionEnded' | 'station.sessionLocked';

interface Kept {
  staffId: string;
  door: string;
  locked: boolean;
  lastUsedMs: number;
}

/**
 * Sessions, in memory only: a restart ends them all. Tokens are kept as SHA-256, so that a dump of the
 * process gives none away. Idle time is measured by a clock that cannot be set.
 */
export class Sessions {
  readonly #clock: Clock;
  readonly #idleMs: number;
  readonly #kept = new Map<string, Kept>();

  constructor(clock: Clock, idleMinutes: number) {
    this.#clock = clock;
    this.#idleMs = idleMinutes * 60_000;
  }

  /** Opens a session under a token of 256 random bits. */
  open(token: string, staffId: string, door: string): void {
    this.#kept.set(mark(token), {
      staffId,
      door,
      locked: false,
      lastUsedMs: this.#clock.elapsedMs(),
    });
  }

  /** The session of a token, or why it gives no power. Idle too long counts as locked. */
  find(
    token: string,
  ):
    | { readonly ok: true; readonly session: Session }
    | { readonly ok: false; readonly code: SessionProblem } {
    const kept = this.#kept.get(mark(token));
    if (!kept) return { ok: false, code: 'station.sessionEnded' };
    if (this.#clock.elapsedMs() - kept.lastUsedMs > this.#idleMs) kept.locked = true;
    if (kept.locked) return { ok: false, code: 'station.sessionLocked' };
    return { ok: true, session: kept };
  }

  /** Whose session a token is, locked or not. */
  ownerOf(token: string): string | undefined {
    return this.#kept.get(mark(token))?.staffId;
  }

  /** Notes that a person did something. */
  touch(token: string): void {
    const kept = this.#kept.get(mark(token));
    if (kept && !kept.locked) kept.lastUsedMs = this.#clock.elapsedMs();
  }

  lock(token: string): void {
    const kept = this.#kept.get(mark(token));
    if (kept) kept.locked = true;
  }

  /** Locks every session: the machine sleeps or its screen was locked. */
  lockAll(): void {
    for (const kept of this.#kept.values()) kept.locked = true;
  }

  /** Unlocks after the owner's PIN was proved. */
  unlock(token: string): void {
    const kept = this.#kept.get(mark(token));
    if (!kept) return;
    kept.locked = false;
    kept.lastUsedMs = this.#clock.elapsedMs();
  }

  end(token: string): void {
    this.#kept.delete(mark(token));
  }

  /** Ends every session of an account: its PIN was set by another, or it was disabled. */
  endAllOf(staffId: string): void {
    for (const [key, kept] of this.#kept) if (kept.staffId === staffId) this.#kept.delete(key);
  }
}

function mark(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

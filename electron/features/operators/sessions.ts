import { hash } from 'node:crypto';
import type { Clock } from '../../ports/clock.ts';

/** A signed-in person at one screen. */
export interface Session {
  readonly staffId: string;
  readonly door: string;
  readonly locked: boolean;
  /** The visit in a donor's hands; `staffId` is then who handed the screen over. */
  readonly kioskVisit: string | undefined;
}

/** Why a token gives no power (INV-32). */
export type SessionProblem = 'station.sessionEnded' | 'station.sessionLocked';

interface Kept {
  staffId: string;
  door: string;
  locked: boolean;
  lastUsedMs: number;
  readonly kioskVisit: string | undefined;
}

/** A screen in a donor's hands ends by itself after so long, used or not. */
const KIOSK_MINUTES = 30;

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

  /** Opens a session under a token of 256 random bits; with a visit it is a donor's own at a kiosk. */
  open(token: string, staffId: string, door: string, kioskVisit?: string): void {
    this.#kept.set(mark(token), {
      staffId,
      door,
      locked: false,
      lastUsedMs: this.#clock.elapsedMs(),
      kioskVisit,
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
    const idleMs = this.#clock.elapsedMs() - kept.lastUsedMs;
    if (kept.kioskVisit !== undefined && idleMs > KIOSK_MINUTES * 60_000) {
      this.#kept.delete(mark(token));
      return { ok: false, code: 'station.sessionEnded' };
    }
    if (kept.kioskVisit === undefined && idleMs > this.#idleMs) kept.locked = true;
    if (kept.locked) return { ok: false, code: 'station.sessionLocked' };
    return { ok: true, session: kept };
  }

  /** Whose session a token is, locked or not; one in a donor's hands is nobody's of the staff. */
  ownerOf(token: string): string | undefined {
    const kept = this.#kept.get(mark(token));
    return kept?.kioskVisit === undefined ? kept?.staffId : undefined;
  }

  /** Notes that a person did something. */
  touch(token: string): void {
    const kept = this.#kept.get(mark(token));
    if (kept && !kept.locked && kept.kioskVisit === undefined)
      kept.lastUsedMs = this.#clock.elapsedMs();
  }

  lock(token: string): void {
    const kept = this.#kept.get(mark(token));
    if (kept) kept.locked = true;
  }

  /** Locks every session, and ends those in donors' hands: the machine sleeps or its screen was locked. */
  lockAll(): void {
    for (const [key, kept] of this.#kept) {
      if (kept.kioskVisit === undefined) kept.locked = true;
      else this.#kept.delete(key);
    }
  }

  /** Unlocks after the owner's PIN was proved. */
  unlock(token: string): void {
    const kept = this.#kept.get(mark(token));
    if (!kept || kept.kioskVisit !== undefined) return;
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
  return hash('sha256', token, 'hex');
}

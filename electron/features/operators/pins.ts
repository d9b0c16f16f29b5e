import { createHmac, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { event, type NewEvent } from '#shared/contract/events.ts';
import type { StateReader } from '#shared/contract/rows.ts';
import type { StaffRow } from '#shared/features/operators/model.ts';
import {
  isLockedOut,
  lockOutAfter,
  pauseAfter,
  triesLeft,
} from '#shared/features/operators/pin-rules.ts';
import type { PinHash } from '#shared/features/operators/rules.ts';
import type { PinVerdict } from '#shared/features/operators/session-rules.ts';

/** scrypt parameters; kept with each hash, so that a later release can raise them. */
export type PinCost = PinHash['cost'];

/** What OWASP names for scrypt; about 0.8 s on a slow station. */
export const PRODUCT_PIN_COST: PinCost = { n: 131_072, r: 8, p: 1 };

/** What the service needs of the core; the counters lie in the database and survive a restart. */
export interface PinStore {
  readonly read: StateReader;
  now(): string;
  /** Wrong PINs in a row; undefined when none was ever counted here. */
  failures(id: string): number | undefined;
  /** Sets a counter and journals events in one transaction. */
  count(id: string, failures: number, events: readonly NewEvent[]): void;
}

/** Where wrong PINs of this station are counted, whoever's. */
const STATION_COUNTER = 'station';

const scryptAsync = promisify<Buffer, Buffer, number, object, Buffer>(scrypt);

/** Proves people by PIN, counts failures and locks out. */
export class PinService {
  readonly #store: PinStore;
  readonly #pepper: Buffer;
  readonly #cost: PinCost;
  readonly #randomBytes: (size: number) => Buffer;
  /** UTC; empty while the station takes badges and names, undefined before the first. */
  #pausedUntil: string | undefined;

  constructor(
    store: PinStore,
    pepper: Buffer,
    cost: PinCost,
    randomBytes: (size: number) => Buffer,
  ) {
    this.#store = store;
    this.#pepper = pepper;
    this.#cost = cost;
    this.#randomBytes = randomBytes;
  }

  /** Hashes a PIN with a fresh salt, keyed with the pepper that lies outside the database. */
  async hash(pin: string): Promise<PinHash> {
    const salt = this.#randomBytes(16);
    const hash = await this.#stretch(pin, salt, this.#cost);
    return { salt: salt.toString('hex'), hash: hash.toString('hex'), cost: this.#cost };
  }

  /** Proves whoever carries a badge; one that two stations gave to two accounts proves nobody. */
  async verifyBadge(badge: string, pin: string): Promise<PinVerdict> {
    const holders = active(this.#store.read.by('staff', 'badge', badge));
    if (holders.length > 1) return { ok: false, code: 'operators.badgeShared', until: null };
    return this.#verifyHere(holders[0], pin);
  }

  /** Proves whoever has a name; one of several people proves nobody, and no PIN is tried. */
  async verifyName(name: string, pin: string): Promise<PinVerdict> {
    const named = active(this.#store.read.by('staff', 'name', name));
    if (named.length > 1) return { ok: false, code: 'operators.nameShared', until: null };
    return this.#verifyHere(named[0], pin);
  }

  /** Proves an account. */
  verifyStaff(staffId: string, pin: string): Promise<PinVerdict> {
    return this.#verify(this.#store.read.get('staff', staffId), pin);
  }

  /** Whether a PIN is the account's present one; counts nothing. */
  isPinOf(staffId: string, pin: string): Promise<boolean> {
    return this.#matches(this.#store.read.get('pin', staffId), pin);
  }

  /** Sets the counter back after somebody else lifted a lock-out or gave a new PIN. */
  forgive(staffId: string): void {
    this.#store.count(staffId, 0, []);
  }

  /** Counts also what is tried at this station with ever other badges and names. */
  async #verifyHere(staff: StaffRow | undefined, pin: string): Promise<PinVerdict> {
    const store = this.#store;
    const before = store.failures(STATION_COUNTER) ?? 0;
    // After a restart the pause of what was counted before begins anew.
    this.#pausedUntil ??= pauseAfter(before, store.now()) ?? '';
    if (store.now() < this.#pausedUntil) return paused(this.#pausedUntil);
    const verdict = await this.#verify(staff, pin);
    const failures = verdict.ok ? 0 : 1 + (store.failures(STATION_COUNTER) ?? 0);
    if (failures !== 0 || before !== 0) store.count(STATION_COUNTER, failures, []);
    this.#pausedUntil = pauseAfter(failures, store.now()) ?? '';
    return verdict;
  }

  async #verify(staff: StaffRow | undefined, pin: string): Promise<PinVerdict> {
    const before = this.#lockedVerdict(staff);
    if (before) return before;
    const stored = staff ? this.#store.read.get('pin', staff.id) : undefined;
    const matches = await this.#matches(stored, pin);
    // Attempts that ran beside this one may have locked the account meanwhile.
    const meanwhile = this.#lockedVerdict(staff);
    if (meanwhile) return meanwhile;
    if (!staff?.active || !matches) return this.#failed(staff);
    const store = this.#store;
    if (store.failures(staff.id)) store.count(staff.id, 0, []);
    return { ok: true, staffId: staff.id };
  }

  #lockedVerdict(staff: StaffRow | undefined): PinVerdict | undefined {
    const store = this.#store;
    const lockOut = staff && store.read.get('lockOut', staff.id);
    if (!lockOut || !isLockedOut(lockOut, store.now())) return undefined;
    return lockedOut(lockOut.until);
  }

  #failed(staff: StaffRow | undefined): PinVerdict {
    if (!staff?.active) return wrongPin(1);
    const store = this.#store;
    const known = store.read.get('lockOut', staff.id);
    const failures = 1 + (store.failures(staff.id) ?? (known?.active ? known.failures : 0));
    const lock = lockOutAfter(failures, store.now());
    if (!lock) {
      store.count(staff.id, failures, []);
      return wrongPin(failures);
    }
    const { until } = lock;
    const staffId = staff.id;
    store.count(staffId, failures, [event('operators.lockedOut', { staffId, failures, until })]);
    return lockedOut(until);
  }

  /** Takes the same time for an account that does not exist. */
  async #matches(stored: PinHash | undefined, pin: string): Promise<boolean> {
    const salt = stored ? Buffer.from(stored.salt, 'hex') : Buffer.alloc(16);
    const found = await this.#stretch(pin, salt, stored?.cost ?? this.#cost);
    return stored !== undefined && timingSafeEqual(found, Buffer.from(stored.hash, 'hex'));
  }

  #stretch(pin: string, salt: Buffer, cost: PinCost): Promise<Buffer> {
    const keyed = createHmac('sha256', this.#pepper).update(pin.normalize('NFKC')).digest();
    const options = { N: cost.n, r: cost.r, p: cost.p, maxmem: 256 * cost.n * cost.r };
    return scryptAsync(keyed, salt, 32, options);
  }
}

function active(found: readonly StaffRow[]): readonly StaffRow[] {
  return found.filter((staff) => staff.active);
}

/** An account that does not exist answers as one does at its first wrong PIN. */
function wrongPin(failures: number): PinVerdict {
  return { ok: false, code: 'operators.wrongPin', until: null, left: triesLeft(failures) };
}

function paused(until: string): PinVerdict {
  return { ok: false, code: 'operators.stationPaused', until };
}

function lockedOut(until: string | null): PinVerdict {
  const code = until === null ? 'operators.lockedOutForGood' : 'operators.lockedOut';
  return { ok: false, code, until };
}

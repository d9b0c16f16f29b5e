import type { CivilDate } from '../kernel/civil-date.ts';
import type { Role } from './roles.ts';
import type { StateReader } from './rows.ts';

/** A member of staff as dispatch proved her for this command. */
export interface Actor {
  readonly staffId: string;
  /** The human: two accounts of one human have one personId (INV-30). */
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** What a pure rule may know besides its input: a snapshot, the time, the persons, fresh ids. */
export interface DecideContext {
  readonly read: StateReader;
  /** effectiveNow, UTC with milliseconds: never before the last event (INV-34). */
  readonly now: string;
  readonly zone: string;
  readonly today: CivilDate;
  readonly station: string;
  readonly commandId: string;
  readonly actor: Actor;
  /** The second person, already proved a different human with one of the operation's roles. */
  readonly second: Actor | undefined;
  /** A fresh UUIDv7. */
  readonly newId: () => string;
}

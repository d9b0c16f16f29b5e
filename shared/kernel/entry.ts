import type { CivilDate } from './civil-date.ts';
import type { Json } from './json.ts';

/**
 * One journal entry. `(station, seq)` is its key; `hash` is SHA-256 over 0x00, `prev`, the length and
 * the RFC 8785 form of every field but `prev` and `hash`.
 */
export interface Entry<Type extends string = string, Body = Json> {
  readonly station: string;
  /** 1, 2, 3 … without a gap, per station. */
  readonly seq: number;
  /** Hash of the entry before, 64 hex digits; zeros before the first. */
  readonly prev: string;
  readonly hash: string;
  readonly eventId: string;
  readonly type: Type;
  readonly v: number;
  /** UTC with milliseconds and Z. */
  readonly at: string;
  readonly zone: string;
  readonly localDate: CivilDate;
  /** Staff id, or `station` for reactions and devices. */
  readonly actor: string;
  readonly second: string | null;
  readonly reason: string | null;
  readonly commandId: string | null;
  /** eventId of the entry that this one reacts to. */
  readonly causedBy: string | null;
  /** Hashes of the rule packs by which it was decided. */
  readonly packs: readonly string[];
  /** What the decision saw, for explanation afterwards. */
  readonly inputs: Json;
  readonly body: Body;
}

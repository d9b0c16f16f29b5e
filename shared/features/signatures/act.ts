import type { EntryOf, EventType } from '../../contract/events.ts';
import type { CommandName } from '../../contract/index.ts';
import type { AllRows, StateReader } from '../../contract/rows.ts';
import type { Entry } from '../../kernel/entry.ts';
import type { Json } from '../../kernel/json.ts';
import { stampOf } from '../../kernel/stamp.ts';

export type Words = Readonly<Record<string, Json>>;

/** The record that repeats the signed words, under the names that it has for them. */
type Repeated<T extends EventType> = {
  readonly [K in keyof AllRows & string]: {
    readonly table: K;
    readonly id: (entry: EntryOf<T>) => string;
    readonly words: (entry: EntryOf<T>, row: AllRows[K]) => Partial<AllRows[K]>;
  };
}[keyof AllRows & string];

/** How one kind of signed act is bound to the record. */
export interface SignedAct<T extends EventType> {
  /** The operations that sign it: with the PIN, before a second person, or by the donor's own hand. */
  readonly by: readonly CommandName[];
  /** Left out where the sealed entry alone is the record. */
  readonly repeated?: Repeated<T>;
  /** What the signer had before her beside these words: facts that the act rests on. */
  readonly covers?: (read: StateReader, body: EntryOf<T>['body']) => Words;
}

export type SignedActs = { readonly [T in EventType]?: SignedAct<T> };

/** The words, unless a newer statement stands in their place: that one has a signature of its own. */
export function unlessNewer<W extends object>(
  stamp: string | null | undefined,
  entry: Pick<Entry, 'at' | 'station' | 'seq'>,
  words: W,
): W | Record<string, never> {
  return (stamp ?? '') > stampOf(entry) ? {} : words;
}

/** The words, unless another station's earlier statement stands in their place. */
export function unlessEarlier<W extends object>(
  stands: string | null,
  at: string,
  words: W,
): W | Record<string, never> {
  return stands !== null && stands < at ? {} : words;
}

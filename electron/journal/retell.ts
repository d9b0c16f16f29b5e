import type { StateReader } from '#shared/contract/rows.ts';
import type { Entry } from '#shared/kernel/entry.ts';
import type { Slice } from '../station/slice.ts';
import type { Store } from '../station/store.ts';
import { entriesAbout } from './about.ts';
import { appliedOrder, rebuild } from './replay.ts';

/** Which part of the journal is told again, and who listens. */
export interface Telling {
  /** Entries after this instant are left out: the state as the station knew it then. */
  readonly until?: string;
  /** Donors whose state is wanted: only what theirs follows from is read, by index. */
  readonly about?: readonly string[];
  /** Hears each entry before it is applied, with the state that it met. */
  readonly before?: (entry: Entry, read: StateReader) => void;
}

/** A state told again in memory; `close` gives its memory back. */
export interface Retold {
  readonly read: StateReader;
  readonly close: () => void;
}

/** Tells the journal again into an empty database in memory: how rules and facts stood, entry by entry. */
export function retell(store: Store, slices: readonly Slice[], telling: Telling): Retold {
  const rebuilt = rebuild(told(store, telling), slices, telling.before);
  return { read: rebuilt.store.reader, close: () => rebuilt.store.db.close() };
}

function* told(store: Store, { until, about }: Telling): Generator<Entry> {
  const entries = about === undefined ? appliedOrder(store) : entriesAbout(store, about);
  for (const entry of entries) if (until === undefined || entry.at <= until) yield entry;
}

import type { NewEvent } from '#shared/contract/events.ts';
import type { StateReader } from '#shared/contract/rows.ts';
import type { Entry } from '#shared/kernel/entry.ts';
import type { WriteHandle } from '../db/handles.ts';
import type { LooseChange, SqlReader, SqlWriter } from '../db/sql-rows.ts';
import { upcast } from '../journal/upcast.ts';
import type { Slice } from './slice.ts';

type LooseTransition = (read: StateReader, entry: Entry) => readonly LooseChange[];
type LooseReaction = (read: StateReader, entry: Entry) => readonly NewEvent[];

/**
 * Applies a journaled entry: every slice's transition for its type, in slice order, each seeing the
 * rows as the one before left them. Total: runs alike when an event is decided here, received or
 * replayed. Answers the rows that changed.
 */
export function applyEntry(
  entry: Entry,
  slices: readonly Slice[],
  reader: SqlReader,
  writer: SqlWriter,
  db: WriteHandle,
): readonly LooseChange[] {
  const lifted = upcast(entry);
  const all: LooseChange[] = [];
  for (const slice of slices) {
    const transition = (slice.evolve as Readonly<Record<string, LooseTransition>>)[lifted.type];
    if (!transition) continue;
    const changes = transition(reader, lifted);
    for (const change of changes) {
      if (!slice.tables[change.table]) {
        throw new TypeError(`${slice.name} may not write ${change.table}`);
      }
      writer.save(change, entry.actor, entry.at);
      reader.remember(change.table, change.row);
    }
    if (changes.length > 0) slice.work?.(db, changes);
    all.push(...changes);
  }
  return all;
}

/** Further events that slices want because of an entry; decided here or received, never on replay. */
export function reactionsTo(
  entry: Entry,
  slices: readonly Slice[],
  read: StateReader,
): readonly NewEvent[] {
  const lifted = upcast(entry);
  return slices.flatMap((slice) => {
    const reactions = (slice.reactions ?? {}) as Readonly<Record<string, LooseReaction>>;
    return reactions[lifted.type]?.(read, lifted) ?? [];
  });
}

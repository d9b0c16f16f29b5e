import type { EventType, NewEvent } from '#shared/contract/events.ts';
import type { StateReader } from '#shared/contract/rows.ts';
import type { WriteHandle } from '../db/handles.ts';
import type { LooseChange } from '../db/sql-rows.ts';
import type { StateTables } from '../db/tables.ts';
import type { CommandHandlers, QueryHandlers } from './handlers.ts';

/** Transition functions free of their entry types, as the core calls them by the entry's type. */
export type LooseEvolve = {
  readonly [type in EventType]?: (read: StateReader, entry: never) => readonly LooseChange[];
};

/** Reactions free of their entry types. */
export type LooseReactions = {
  readonly [type in EventType]?: (read: StateReader, entry: never) => readonly NewEvent[];
};

/** A capability as the core knows it. */
export interface Slice {
  readonly name: string;
  readonly tables: StateTables;
  readonly evolve: LooseEvolve;
  readonly reactions?: LooseReactions;
  readonly commands: CommandHandlers;
  readonly queries: QueryHandlers;
  /**
   * Keeps the slice's `work` tables (search index …) in step with rows just saved, in the same
   * transaction; also runs on replay. Decides nothing.
   */
  readonly work?: (db: WriteHandle, changes: readonly LooseChange[]) => void;
  /** Names of the slice's `work` tables. */
  readonly workTables?: readonly string[];
}

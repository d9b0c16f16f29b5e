import type Database from 'better-sqlite3';
import type { Brand } from '#shared/kernel/brand.ts';

/** The part of the driver through which rows are read. */
export type ReadHandle = Brand<Pick<Database.Database, 'prepare' | 'pragma'>, 'ReadHandle'>;

/** A connection that may write; only the core's transaction and stores get one. */
export type WriteHandle = Brand<Database.Database, 'WriteHandle'>;

/** A write handle reads too. */
export function readable(handle: WriteHandle): ReadHandle {
  return handle as unknown as ReadHandle;
}

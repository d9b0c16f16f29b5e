import type { NewEvent } from '#shared/contract/events.ts';
import type { Role } from '#shared/contract/roles.ts';

/** An event behind a sample journal; by a physician where nobody else is named. */
export type LaterEvent = NewEvent & { readonly as?: Role };

/** A row that a sample journal is known to hold. */
export function found<T>(row: T | undefined): T {
  if (row === undefined) throw new Error('the sample does not hold such a row');
  return row;
}

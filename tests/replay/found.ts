import type { AnyEntry, NewEvent } from '#shared/contract/events.ts';
import type { Role } from '#shared/contract/roles.ts';
import type { Violation } from '#shared/judge/violation.ts';
import { violations } from '#shared/judge/violations.ts';

/** An event behind a sample journal; by a physician where nobody else is named. */
export type LaterEvent = NewEvent & { readonly as?: Role };

/** A row that a sample journal is known to hold. */
export function found<T>(row: T | undefined): T {
  if (row === undefined) throw new Error('the sample does not hold such a row');
  return row;
}

/** Acts behind a sample that tell the shape of an entry alone: nobody could have walked so. */
const SHAPES: ReadonlySet<string> = new Set([
  'collection.tubeDrawn',
  'waste.bagHandedOver',
  'handover.signed',
]);

/** What the judge finds in a sample, but for the lines that tell a shape alone. */
export function judged(entries: readonly AnyEntry[]): readonly Violation[] {
  const shapes = entries.filter(
    ({ eventId, type }) => eventId.startsWith('sample-') && SHAPES.has(type),
  );
  return violations(entries).filter(({ seq }) => !shapes.some((entry) => entry.seq === seq));
}

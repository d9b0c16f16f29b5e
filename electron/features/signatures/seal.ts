import type { NewEvent } from '#shared/contract/events.ts';
import type { StateReader } from '#shared/contract/rows.ts';
import { coveredBy, isSigned } from '#shared/features/signatures/signed.ts';
import { type SignedParts, withSignedParts } from '#shared/kernel/signature.ts';
import { contentHash } from '../rulesets/hash.ts';

/**
 * Adds to each event of a signed act the hashes of what its signature covers, from the snapshot that
 * the rule decided on. They are sealed with the entry and never written again (INV-31).
 */
export function sealed(read: StateReader, events: readonly NewEvent[]): readonly NewEvent[] {
  return events.map((event) => {
    if (!isSigned(event.type)) return event;
    return { ...event, inputs: withSignedParts(event.inputs, partsNow(read, event)) };
  });
}

/** Hashes of what the signature of an act covers, as it stands now. */
export function partsNow(read: StateReader, event: Pick<NewEvent, 'type' | 'body'>): SignedParts {
  const parts = Object.entries(coveredBy(read, event));
  return Object.fromEntries(parts.map(([part, content]) => [part, contentHash(content)]));
}

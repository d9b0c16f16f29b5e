import type { CommandOperation } from '#shared/contract/define.ts';
import type { NewEvent } from '#shared/contract/events.ts';
import type { StateReader } from '#shared/contract/rows.ts';
import { coveredBy, isSignedBy } from '#shared/features/signatures/signed.ts';
import { type SignedParts, withSignedParts } from '#shared/kernel/signature.ts';
import { contentHash } from '../rulesets/hash.ts';

/** The command whose events are sealed: its name, its rules, and whether a second person signed too. */
export interface Signing {
  readonly name: string;
  readonly operation: Pick<CommandOperation<never, never>, 'second'>;
  readonly isBySecond: boolean;
}

/**
 * Adds to each event of a signed act the hashes of what its signature covers, from the snapshot that
 * the rule decided on. They are sealed with the entry and never written again (INV-31).
 */
export function sealed(
  read: StateReader,
  events: readonly NewEvent[],
  { name, operation, isBySecond }: Signing,
): readonly NewEvent[] {
  if (operation.second?.when === 'ifGiven' && !isBySecond) return events;
  return events.map((event) => {
    if (!isSignedBy(event.type, name)) return event;
    return { ...event, inputs: withSignedParts(event.inputs, partsNow(read, event)) };
  });
}

/** Hashes of what the signature of an act covers, as it stands now. */
export function partsNow(read: StateReader, event: Pick<NewEvent, 'type' | 'body'>): SignedParts {
  const parts = Object.entries(coveredBy(read, event));
  return Object.fromEntries(parts.map(([part, content]) => [part, contentHash(content)]));
}

import type { DecideContext } from '../../contract/context.ts';
import { event, type NewEvent } from '../../contract/events.ts';
import { din } from '../../contract/fields.ts';
import { accepted, type Decision, reason, refused } from '../../kernel/decision.ts';
import type { Abo, Rhd } from './model.ts';

export interface OldGroup {
  readonly donorId: string;
  readonly abo: Abo;
  readonly rhd: Rhd;
  /** Where it is written. */
  readonly source: string;
}

/**
 * Takes a group over from an old record; two persons read it. Refused under the number of a donation,
 * whose group only its own tests confirm, and where the same source told another group before: of the
 * two one would count and the other be lost (INV-14).
 */
export function recordGroup(
  input: OldGroup,
  ctx: DecideContext,
): Decision<NewEvent, Record<string, never>> {
  const { donorId, abo, rhd, source } = input;
  if (!ctx.read.get('donor', donorId)) return refused(reason('donors.unknown'));
  if (din.safeParse(source).success) return refused(reason('donors.groupOfDonation', { source }));
  const known = ctx.read.get('donorGroup', `${donorId}:${source}`);
  if (known && (known.abo !== abo || known.rhd !== rhd))
    return refused(reason('donors.groupSourceTaken', { source }));
  return accepted([event('donors.groupRecorded', input)], {});
}

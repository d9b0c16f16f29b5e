import type { DecideContext } from '../../contract/context.ts';
import { event, type NewEvent } from '../../contract/events.ts';
import { accepted, type Decision, reason, refused } from '../../kernel/decision.ts';

export interface ExpiryCorrection {
  readonly lotId: string;
  /** Last day of use, as the package says it. */
  readonly expires: string;
  readonly code: string;
}

/**
 * The last day of use of a lot that was mistyped, typed anew before a second person. What the lot
 * served after its true last day is held or made invalid by reaction; a later day lifts nothing.
 */
export function correctLotExpiry(
  input: ExpiryCorrection,
  { read }: DecideContext,
): Decision<NewEvent, Record<string, never>> {
  const lot = read.get('lot', input.lotId);
  if (!lot) return refused(reason('equipment.lotUnknown'));
  if (input.expires === lot.expires)
    return refused(reason('equipment.sameExpiry', { lot: lot.lot }));
  const corrected = event('equipment.lotExpiryCorrected', { ...input }, { reason: input.code });
  return accepted([corrected], {});
}

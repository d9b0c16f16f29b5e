import type { DecideContext } from '../../../contract/context.ts';
import { type Reason, reason } from '../../../kernel/decision.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { packInForce } from '../../rulesets/params.ts';
import { eligibilityForNumber } from '../../visits/eligibility.ts';

/** The verdicts that opened a gate, as the journal keeps them, and the packs they came from. */
export interface GateEvidence {
  readonly verdicts: { readonly rule: string; readonly verdict: string }[];
  readonly packs: readonly string[];
}

/**
 * Whether a visit may take a number, or the needle, now (INV-07): every verdict of the visit's gate is
 * met or not applicable. Refuses with the rules that are not.
 */
export function mayTakeNumber(ctx: DecideContext, visitId: string): Result<GateEvidence, Reason> {
  const verdicts = eligibilityForNumber(ctx.read, visitId, ctx.now);
  const open = verdicts.filter(({ verdict }) => verdict !== 'met' && verdict !== 'notApplicable');
  const rules = open.map(({ ruleId }) => ruleId).join(', ');
  if (open.length > 0 || verdicts.length === 0)
    return err(reason('collection.notEligible', { rules, count: open.length }));
  const programme = ctx.read.get('visit', visitId)?.programme ?? '';
  const rows = ctx.read.all('rulePack');
  const packs = [programme, 'generalDonor']
    .map((name) => packInForce(rows, name, ctx.today)?.id)
    .filter((hash) => hash !== undefined);
  return ok({
    verdicts: verdicts.map(({ ruleId, verdict }) => ({ rule: ruleId, verdict })),
    packs,
  });
}

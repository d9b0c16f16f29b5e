import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { localDateOf } from '../../../kernel/civil-date.ts';
import { accepted, type Decision, reason, refused } from '../../../kernel/decision.ts';
import { newest } from '../../visits/subject.ts';
import type { ArmCheckRow } from '../model-reactions.ts';
import { siteRule } from '../site-rule.ts';
import type { NeedleCaution } from '../words.ts';
import { supplyProblem } from './chair.ts';
import { readLot } from './reading.ts';

export type Arm = 'left' | 'right';

/** When a site disinfected at a moment is dry, by rule SITE-DRY; at once where the pack is silent. */
export function dryAt(check: Pick<ArmCheckRow, 'at'>, drySeconds: number | undefined): string {
  return new Date(Date.parse(check.at) + (drySeconds ?? 0) * 1000).toISOString();
}

/**
 * Skin and vein were looked at and are sound, and the disinfection begins now. A disinfectant that is
 * scanned must be in date. Answers when the site is dry (SITE-DRY).
 */
export function disinfectArm(
  input: {
    readonly chairId: string;
    readonly visitId: string;
    readonly arm: Arm;
    readonly lot?: string | undefined;
  },
  ctx: DecideContext,
): Decision<NewEvent, { checkId: string; dryAt: string }> {
  const { chairId, visitId, arm } = input;
  if (!ctx.read.get('chair', chairId)?.active) return refused(reason('collection.chairUnknown'));
  if (ctx.read.get('visit', visitId)?.state !== 'open')
    return refused(reason('collection.visitClosed'));
  let lotId: string | null = null;
  if (input.lot !== undefined) {
    const scanned = readLot(ctx.read, 'disinfectant', input.lot);
    if (!scanned.ok) return refused(scanned.error);
    const { lot } = scanned.value;
    const problem = supplyProblem(lot, ctx.today);
    if (problem) return refused(problem);
    lotId = lot.id;
  }
  const checkId = ctx.newId();
  const body = { checkId, chairId, visitId, arm, lotId, at: ctx.now };
  const { drySeconds } = siteRule(ctx.read, ctx.today);
  return accepted([event('collection.armDisinfected', body)], {
    checkId,
    dryAt: dryAt(body, drySeconds),
  });
}

/** The newest site of a visit that was found sound today. */
export function armCheckOf(
  { read, zone, today }: Pick<DecideContext, 'read' | 'zone' | 'today'>,
  visitId: string,
): ArmCheckRow | undefined {
  const checks = read
    .by('armCheck', 'visitId', visitId)
    .filter((row) => localDateOf(row.at, zone) === today);
  return newest(checks, (row) => row.at);
}

/**
 * What is missing or short when the needle goes into an arm: its site was not prepared, it is not dry,
 * or the assessment found that arm unsound. Shown and kept; a nurse with a needle in her hand is never
 * stopped by it.
 */
export function armCautions(
  ctx: Pick<DecideContext, 'read' | 'zone' | 'today' | 'now'>,
  visitId: string,
  arm: Arm,
): readonly NeedleCaution[] {
  const check = armCheckOf(ctx, visitId);
  const { drySeconds } = siteRule(ctx.read, ctx.today);
  const field = arm === 'left' ? 'leftArmOk' : 'rightArmOk';
  const looked = newest(
    ctx.read.by('visitReading', 'visitId', visitId).filter((row) => row[field] !== null),
    (row) => row.measuredAt,
  );
  const isPrepared = check?.arm === arm;
  const cautions: (NeedleCaution | false)[] = [
    !isPrepared && 'armUnprepared',
    isPrepared && ctx.now < dryAt(check, drySeconds) && 'dryTooShort',
    looked?.[field] === false && 'armUnsound',
  ];
  return cautions.filter((each) => each !== false);
}

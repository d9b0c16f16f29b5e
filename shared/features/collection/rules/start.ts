import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { accepted, type Decision, type Reason, reason, refused } from '../../../kernel/decision.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import type { DonorRow } from '../../donors/model.ts';
import { normaliseName } from '../../donors/names.ts';
import { isLinked, isQualified } from '../../equipment/facts.ts';
import type { VisitDecisionRow, VisitRow } from '../../visits/model.ts';
import { decisionOf } from '../../visits/subject.ts';
import { collectionRule, donationsOf, isToClean, runningAt } from '../facts.ts';
import type { DonationNumberRow, PreparationRow } from '../model.ts';
import type { NeedleCaution } from '../words.ts';
import { armCautions } from './arm.ts';
import { preparationProblems, readyAt } from './chair.ts';
import { coldProblems } from './cold.ts';
import { mayTakeNumber } from './gate.ts';
import { readDonor, readNumber } from './reading.ts';
import { settingProblem, settingProof } from './setting-problem.ts';

type Outcome<O> = Decision<NewEvent, O>;

export interface Said {
  readonly name: string;
  readonly birthDate: string;
}

export interface StartInput {
  readonly chairId: string;
  readonly donor: string | null;
  readonly said: Said;
  readonly number: string;
  readonly arm: 'left' | 'right';
}

/** Everything that has to agree at the needle. */
interface Agreed {
  readonly preparation: PreparationRow;
  readonly number: DonationNumberRow;
  readonly visit: VisitRow;
  readonly decision: VisitDecisionRow;
  readonly donor: DonorRow;
}

/**
 * The needle (INV-07): chair prepared today, number of this donor's open visit, the donor by card and by
 * what she said to the open question, a nurse qualified today, freezers read, a linked machine that holds
 * number, target and kit, and the whole eligibility again, now. What the arm lacks is told and kept, and is never in the way.
 */
export function startCollection(
  input: StartInput,
  ctx: DecideContext,
): Outcome<{ din: string; linked: boolean; cautions: NeedleCaution[] }> {
  const agreed = agree(input, ctx);
  if (!agreed.ok) return refused(agreed.error);
  const { preparation, visit, decision, donor, number } = agreed.value;
  const [first, ...others] = lastProblems(agreed.value, ctx);
  if (first) return refused(first, ...others);
  const gate = mayTakeNumber(ctx, visit.id);
  if (!gate.ok) return refused(gate.error);
  const linked = isLinked(ctx.read.get('device', preparation.deviceId));
  const cautions = [...armCautions(ctx, visit.id, input.arm)];
  const body = {
    din: number.id,
    donorId: donor.id,
    visitId: visit.id,
    decisionId: decision.id,
    programme: visit.programme,
    donationType: decision.donationType ?? '',
    chairId: input.chairId,
    preparationId: preparation.id,
    deviceId: preparation.deviceId,
    linked,
    arm: input.arm,
    targetMl: decision.targetMl ?? 0,
    identity: 'openQuestion' as const,
    startedAt: ctx.now,
    localDate: ctx.today,
    cautions,
    setting: settingProof(ctx.read, preparation),
  };
  const inputs = { verdicts: gate.value.verdicts, card: input.donor !== null };
  return accepted([event('collection.started', body, { inputs, packs: gate.value.packs })], {
    din: number.id,
    linked,
    cautions,
  });
}

function agree(input: StartInput, ctx: DecideContext): Result<Agreed, Reason> {
  const { read } = ctx;
  if (!read.get('chair', input.chairId)?.active) return err(reason('collection.chairUnknown'));
  if (runningAt(read, input.chairId)) return err(reason('collection.chairRunning'));
  if (isToClean(read, input.chairId)) return err(reason('collection.chairToClean'));
  const preparation = readyAt(read, input.chairId);
  if (!preparation) return err(reason('collection.chairNotPrepared'));
  const number = numberFor(input.number, input.chairId, ctx);
  if (!number.ok) return number;
  const visit = read.get('visit', number.value.visitId ?? '');
  const donor = read.get('donor', number.value.donorId ?? '');
  if (visit?.state !== 'open' || !donor) return err(reason('collection.visitClosed'));
  const problem = donorProblem(input.donor, donor, ctx) ?? saidProblem(input.said, donor);
  if (problem) return err(problem);
  const decision = decisionOf(read, visit.id);
  if (decision?.verdict !== 'eligible' || decision.donationType === null)
    return err(reason('collection.notDecided'));
  return ok({ preparation, number: number.value, visit, decision, donor });
}

function lastProblems(agreed: Agreed, ctx: DecideContext): readonly Reason[] {
  const { read, today, zone } = ctx;
  const { preparation, decision, visit, donor, number } = agreed;
  const type = decision.donationType ?? '';
  const rule = collectionRule(read, visit.programme, type, today);
  const target = decision.targetMl ?? 0;
  const qualified = isQualified(read, ctx.actor.staffId, 'venepuncture', today);
  const running = donationsOf(read, donor.id).some((row) => row.state === 'running');
  const own = [
    qualified ? undefined : reason('collection.notQualified', { name: ctx.actor.name }),
    running ? reason('collection.donorRunning') : undefined,
    rule ? undefined : reason('collection.noRulePack', { programme: visit.programme }),
    rule && target > 0 && target <= (rule.maxPlasmaMl ?? 0) && rule.targetsMl.includes(target)
      ? undefined
      : reason('collection.targetOutside', { target }),
    settingProblem(read, preparation, {
      din: number.id,
      targetMl: target,
      kit: preparation.kitSerial,
    }),
  ];
  return [
    ...preparationProblems(read, preparation, type, zone, today),
    ...coldProblems(ctx),
    ...own.filter((problem) => problem !== undefined),
  ];
}

/** The number that was scanned, when it waits for a needle (at this chair). */
export function numberFor(
  raw: string,
  chairId: string,
  ctx: Pick<DecideContext, 'read'>,
): Result<DonationNumberRow, Reason> {
  const scanned = readNumber(raw);
  if (!scanned.ok) return scanned;
  const { din } = scanned.value;
  const expected = waitingNumbers(ctx, chairId)[0]?.id ?? '';
  const shown = { expected, scanned: din };
  const row = ctx.read.get('donationNumber', din);
  if (!row) return err(reason('collection.numberNotGiven', shown));
  if (row.state === 'used') return err(reason('collection.numberUsed', shown));
  if (row.state === 'void') return err(reason('collection.numberVoid', shown));
  if (row.chairId !== null && row.chairId !== chairId)
    return err(reason('collection.numberOtherChair', shown));
  return ok(row);
}

/** Numbers that wait for a needle: those of this chair first, then those without a chair. */
export function waitingNumbers(
  ctx: Pick<DecideContext, 'read'>,
  chairId: string,
): readonly DonationNumberRow[] {
  const assigned = ctx.read.by('donationNumber', 'state', 'assigned');
  return [
    ...assigned.filter((row) => row.chairId === chairId),
    ...assigned.filter((row) => row.chairId === null),
  ];
}

/** A card or document, where one was scanned, must be the donor's own (any record of hers). */
export function donorProblem(
  raw: string | null,
  donor: DonorRow,
  ctx: DecideContext,
): Reason | undefined {
  if (raw === null) return undefined;
  const scanned = readDonor(ctx.read, raw);
  if (!scanned.ok) return scanned.error;
  return scanned.value.personKey === donor.personKey
    ? undefined
    : reason('collection.donorDiffers', { expected: donor.number, scanned: scanned.value.number });
}

/** Name and birth date as said, compared by the core; a refusal never tells the right ones. */
export function saidProblem(said: Said, donor: DonorRow): Reason | undefined {
  const sameName = normaliseName(said.name) === normaliseName(donor.name);
  if (sameName && said.birthDate === donor.birthDate) return undefined;
  return reason('collection.saidDiffers', {
    which: sameName ? 'birthDate' : said.birthDate === donor.birthDate ? 'name' : 'both',
  });
}

import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { addDays, type CivilDate, parseCivilDate } from '../../../kernel/civil-date.ts';
import { accepted, type Reason, reason, refused } from '../../../kernel/decision.ts';
import type { Json } from '../../../kernel/json.ts';
import { isConfidential } from '../../rulesets/confidential.ts';
import { both } from '../../rulesets/criteria/judged.ts';
import { spanOf } from '../../rulesets/deferral-list.ts';
import type { Bilingual } from '../../rulesets/model.ts';
import { donationTypeOf, numberParam, ruleOf } from '../../rulesets/params.ts';
import type { JudgedRule } from '../../rulesets/screening.ts';
import { formOf, openContradictions } from '../form.ts';
import type { VisitRow } from '../model.ts';
import { listedReasons } from '../reasons.ts';
import { donorText, type JudgedVisit, judgeVisit, retryDate, unmet } from '../screening.ts';
import { type Outcome, withVisit } from './common.ts';

export interface DecideInput {
  readonly visitId: string;
  readonly verdict: 'eligible' | 'deferred' | 'permanent';
  readonly donationType: string | null;
  readonly targetMl: number | null;
  readonly examined: readonly string[];
  readonly overrides: readonly { readonly ruleId: string; readonly reason: string }[];
  readonly deferral: { readonly code: string; readonly anchorOn: string | null } | null;
  readonly nextOn: string | null;
  readonly donorSentence: string | null;
}

type Output = { decisionId: string; nextOn: string | null; donorSentence: string };

/** Said to a donor where no rule has words of its own; the target is filled in for an eligible one. */
const KIND = {
  deferred: '今天的检查还不太合适，请您休息好再来，谢谢您。',
  permanent: '医生会当面向您说明，谢谢您愿意帮助别人。',
} as const;

/** The sentence that an eligible donor hears, with the minutes of rule SITE-SITTING where it is known. */
export function eligibleSentence(targetMl: number, judged: Pick<JudgedVisit, 'packs'>): Bilingual {
  const minutes = judged.packs
    .map((row) => numberParam(row.content, 'SITE-SITTING', 'minutes'))
    .find((each) => each !== undefined);
  const sitting =
    minutes === undefined
      ? both('', '')
      : both(`，大约 ${minutes} 分钟`, `, about ${minutes} minutes`);
  return both(
    `您今天的检查都合适，谢谢您来。今天计划采 ${targetMl} mL${sitting.zh}。`,
    `All checks are fine today, thank you for coming. We plan ${targetMl} mL${sitting.en}.`,
  );
}

/**
 * The physician's signed decision. All rules are judged afresh over the packs in force; “eligible”
 * needs every rule met or overridden where its row allows it, with a reason, and a target that type and
 * rules allow. A refusal defers the whole person and ends the visit with kind words and a date.
 */
export function decideVisit(
  input: DecideInput,
  ctx: DecideContext,
  hashOf: (value: unknown) => string,
): Outcome<Output> {
  return withVisit(
    ctx,
    input.visitId,
    'decision',
    (visit) => {
      const judged = judgeVisit(ctx.read, visit, ctx, {
        donationType: input.donationType ?? undefined,
        targetMl: input.targetMl ?? undefined,
        examined: input.examined,
      });
      if (judged.packs.length === 0)
        return refused(reason('visits.noPack', { programme: visit.programme }));
      const problem =
        overrideProblem(input, judged) ??
        (input.verdict === 'eligible'
          ? (contradictionProblem(ctx, visit) ?? eligibleProblem(input, judged))
          : undefined);
      if (problem) return refused(problem);
      return input.verdict === 'eligible'
        ? eligible(input, ctx, judged, hashOf)
        : turnedAway(input, ctx, visit, judged, hashOf);
    },
    'number',
  );
}

function overrideProblem(input: DecideInput, judged: JudgedVisit): Reason | undefined {
  for (const { ruleId } of input.overrides) {
    const rule = judged.rules.find((each) => each.verdict.ruleId === ruleId);
    if (!rule || rule.verdict.overridableBy === null)
      return reason('visits.notOverridable', { rule: ruleId });
  }
  return undefined;
}

/** A contradiction that a later change of an answer brought up goes back to the nurse first. */
function contradictionProblem({ read, today }: DecideContext, visit: VisitRow): Reason | undefined {
  const open = openContradictions(read, visit, formOf(read, visit, today)).map(({ id }) => id);
  return open.length === 0
    ? undefined
    : reason('visits.contradictionOpen', { contradictions: open.join(' ') });
}

function eligibleProblem(input: DecideInput, judged: JudgedVisit): Reason | undefined {
  const overridden = input.overrides.map((each) => each.ruleId);
  const left = unmet(judged.rules).filter((rule) => !overridden.includes(rule.verdict.ruleId));
  if (left.length > 0)
    return reason('visits.rulesNotMet', {
      count: left.length,
      rules: left.map((rule) => rule.verdict.ruleId).join(' '),
    });
  if (input.donationType === null || input.targetMl === null) return reason('visits.targetMissing');
  const type = judged.packs
    .map((row) => donationTypeOf(row.content, input.donationType ?? ''))
    .find((row) => row !== undefined);
  if (!type) return reason('visits.typeUnknown', { type: input.donationType });
  return type.targetsMl.includes(input.targetMl)
    ? undefined
    : reason('visits.targetNotAllowed', {
        target: input.targetMl,
        allowed: type.targetsMl.join(' '),
      });
}

function eligible(
  input: DecideInput,
  ctx: DecideContext,
  judged: JudgedVisit,
  hashOf: (value: unknown) => string,
): Outcome<Output> {
  const sentence = input.donorSentence || eligibleSentence(input.targetMl ?? 0, judged).zh;
  const decision = decided(input, ctx, judged, { sentence, nextOn: null }, hashOf);
  return accepted([decision.event], decision.output);
}

function turnedAway(
  input: DecideInput,
  ctx: DecideContext,
  visit: VisitRow,
  judged: JudgedVisit,
  hashOf: (value: unknown) => string,
): Outcome<Output> {
  const overridden = input.overrides.map((each) => each.ruleId);
  const grounds = unmet(judged.rules).filter((rule) => !overridden.includes(rule.verdict.ruleId));
  const chosen = input.deferral && reasonDate(input.deferral, judged, ctx);
  if (chosen && 'code' in chosen) return refused(chosen);
  const nextOn = input.verdict === 'permanent' ? null : nextDay(input, ctx, grounds, chosen?.on);
  if (nextOn !== null && nextOn <= ctx.today)
    return refused(reason('visits.nextDateOver', { today: ctx.today }));
  const sentence =
    input.donorSentence ||
    reasonText(input, judged) ||
    donorText(grounds)?.zh ||
    KIND[input.verdict === 'permanent' ? 'permanent' : 'deferred'];
  const decision = decided(input, ctx, judged, { sentence, nextOn }, hashOf);
  const deferral = deferralOf(input, ctx, visit, judged, { grounds, nextOn });
  return accepted([decision.event, deferral], decision.output);
}

/** The day asked for, else the one from the chosen reason or the rules, else tomorrow. */
function nextDay(
  input: DecideInput,
  ctx: DecideContext,
  grounds: readonly JudgedRule[],
  chosen: CivilDate | undefined,
): CivilDate {
  const tomorrow = addDays(ctx.today, 1);
  const asked = input.nextOn === null ? undefined : parseCivilDate(input.nextOn);
  const computed = [chosen, retryDate(grounds), tomorrow].filter((day) => day !== undefined);
  return asked ?? (computed.sort().at(-1) as CivilDate);
}

/** First day after a listed reason's span; a reason without the anchor's day is refused. */
function reasonDate(
  deferral: NonNullable<DecideInput['deferral']>,
  judged: JudgedVisit,
  ctx: DecideContext,
): { readonly on: CivilDate | undefined } | Reason {
  const row = listedReasons(judged, ctx.today).find((each) => each.id === deferral.code);
  if (!row) return reason('visits.reasonUnknown', { reason: deferral.code });
  const span = spanOf(row, deferral.anchorOn, ctx.today);
  if (span.kind === 'dayNeeded') return reason('visits.reasonDay', { reason: deferral.code });
  return { on: span.kind === 'until' ? span.on : undefined };
}

function reasonText(input: DecideInput, judged: JudgedVisit): string | undefined {
  if (!input.deferral) return undefined;
  return judged.packs
    .map((row) => ruleOf(row.content, input.deferral?.code ?? ''))
    .find((row) => row !== undefined)?.donorText.zh;
}

function deferralOf(
  input: DecideInput,
  ctx: DecideContext,
  visit: VisitRow,
  judged: JudgedVisit,
  outcome: { readonly grounds: readonly JudgedRule[]; readonly nextOn: CivilDate | null },
): NewEvent {
  const first = outcome.grounds[0]?.verdict.ruleId;
  const code = input.deferral?.code ?? first ?? 'physician';
  const ids = [code, ...outcome.grounds.map((rule) => rule.verdict.ruleId)];
  const own = judged.packs.find((row) => row.programme === visit.programme)?.content;
  const programmeOnly = input.verdict === 'deferred' && ruleOf(own, code)?.stage === 'assessment';
  return event('donors.deferred', {
    deferralId: ctx.newId(),
    donorId: visit.donorId,
    kind: input.verdict === 'permanent' ? 'permanent' : 'temporary',
    code,
    marker: null,
    programme: programmeOnly ? visit.programme : null,
    startsOn: ctx.today,
    until: outcome.nextOn === null ? null : addDays(outcome.nextOn, -1),
    hidden: isConfidential(
      ids,
      judged.packs.map((row) => row.content),
    ),
  });
}

function decided(
  input: DecideInput,
  ctx: DecideContext,
  judged: JudgedVisit,
  told: { readonly sentence: string; readonly nextOn: CivilDate | null },
  hashOf: (value: unknown) => string,
): { readonly event: NewEvent; readonly output: Output } {
  const decisionId = ctx.newId();
  const content = {
    visitId: input.visitId,
    decisionId,
    verdict: input.verdict,
    donationType: input.verdict === 'eligible' ? input.donationType : null,
    targetMl: input.verdict === 'eligible' ? input.targetMl : null,
    rules: judged.rules.map(({ verdict }) => ({ ...verdict, replaced: [...verdict.replaced] })),
    overrides: [...input.overrides],
    donorSentence: told.sentence,
    nextOn: told.nextOn,
    signedName: ctx.actor.name,
    meaning: 'eligibilityDecision',
  };
  const packs = judged.packs.map((row) => row.id);
  const inputs = { ...input, judgedAt: ctx.now } as unknown as Json;
  return {
    event: event('visits.decided', { ...content, contentHash: hashOf(content) }, { packs, inputs }),
    output: { decisionId, nextOn: told.nextOn, donorSentence: told.sentence },
  };
}

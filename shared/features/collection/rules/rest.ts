import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { accepted, type Decision, type Reason, reason, refused } from '../../../kernel/decision.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import {
  type MeterReading,
  sourced,
  sourcesOf,
  type TakenReadings,
} from '../../equipment/meters.ts';
import { collectionRule, measuredDuring, minutesAfter } from '../facts.ts';
import type { DonationRow } from '../model.ts';
import { possibleDuring, type Vitals, vitalsProblem } from './run.ts';

type Done = Record<string, never>;
type Outcome<O = Done> = Decision<NewEvent, O>;

/** Starts the observation of rule SITE-OBS, once bag and tubes are matched. */
export function startRest(
  input: { readonly din: string },
  ctx: DecideContext,
): Outcome<{ until: string }> {
  const row = ctx.read.get('donation', input.din);
  if (!row) return refused(reason('collection.donationUnknown'));
  if (row.state !== 'matched') return refused(reason('collection.notMatched'));
  const rule = collectionRule(ctx.read, row.programme, row.donationType, row.localDate);
  if (rule?.obsMinutes === undefined)
    return refused(reason('collection.noRulePack', { programme: row.programme }));
  const until = minutesAfter(ctx.now, rule.obsMinutes);
  return accepted(
    [event('collection.restStarted', { din: row.id, until }, { packs: [rule.hash] })],
    {
      until,
    },
  );
}

/** The check at rest: vitals, puncture site, how she feels. A bad one is kept and does not let go. */
export function checkRest(
  {
    taken,
    ...input
  }: Vitals & {
    readonly din: string;
    readonly siteOk: boolean;
    readonly feelsWell: boolean;
    readonly taken?: TakenReadings | undefined;
  },
  ctx: DecideContext,
  readings: readonly MeterReading[] = [],
): Outcome<{ markId: string }> {
  const row = resting(input.din, ctx);
  if (!row.ok) return refused(row.error);
  const problem = vitalsProblem(input, possibleDuring(row.value, ctx));
  if (problem) return refused(problem);
  const about = measuredDuring(row.value, ctx.read);
  const since = row.value.restStartedAt ?? about.since;
  const sources = sourcesOf(taken, input, readings, { ...about, since }, ctx);
  if (!sources.ok) return refused(sources.error);
  const markId = ctx.newId();
  const body = { ...input, markId, ...sourced(sources.value) };
  return accepted([event('collection.restChecked', body)], { markId });
}

function resting(din: string, ctx: DecideContext): Result<DonationRow, Reason> {
  const row = ctx.read.get('donation', din);
  if (!row) return err(reason('collection.donationUnknown'));
  return row.state === 'resting' ? ok(row) : err(reason('collection.notResting'));
}

/**
 * Lets the donor go, which closes the visit: never while a reaction is without outcome and owner of the
 * call. `fit` only after the observation time, with the last check good; the other codes record that she
 * went without it.
 */
export function letLeave(
  input: { readonly din: string; readonly code: string },
  ctx: DecideContext,
): Outcome {
  const row = ctx.read.get('donation', input.din);
  if (!row) return refused(reason('collection.donationUnknown'));
  if (row.state === 'running') return refused(reason('collection.notEnded'));
  if (row.state === 'left') return refused(reason('collection.donorGone'));
  const fit = input.code === 'fit';
  const [first, ...others] = [...(fit ? unfitReasons(row, ctx) : []), ...openProblems(row, ctx)];
  if (first) return refused(first, ...others);
  const body = { din: row.id, visitId: row.visitId, fit, code: input.code };
  return accepted([event('collection.donorLeft', body)], {});
}

function unfitReasons(row: DonationRow, ctx: DecideContext): readonly Reason[] {
  if (row.state !== 'resting' || row.restUntil === null) return [reason('collection.notResting')];
  const checks = ctx.read
    .by('runMark', 'din', row.id)
    .filter((mark) => mark.kind === 'restCheck')
    .toSorted((a, b) => (`${a.at} ${a.id}` < `${b.at} ${b.id}` ? 1 : -1));
  const reasons = [
    ctx.now < row.restUntil
      ? reason('collection.restTooShort', { until: row.restUntil })
      : undefined,
    checks[0]?.code === 'well' ? undefined : reason('collection.restUnchecked'),
  ];
  return reasons.filter((each) => each !== undefined);
}

function openProblems(row: DonationRow, { read }: DecideContext): readonly Reason[] {
  const open = read.by('reaction', 'din', row.id).filter((each) => each.closedAt === null);
  return open.length > 0 ? [reason('collection.reactionOpen', { count: open.length })] : [];
}

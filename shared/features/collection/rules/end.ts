import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { accepted, type Decision, type Reason, reason, refused } from '../../../kernel/decision.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { type CollectionRule, collectionRule, minutesAfter } from '../facts.ts';
import type { DonationRow, StopReason } from '../model.ts';
import { running } from './run.ts';

export interface EndInput {
  readonly din: string;
  readonly grossGrams: number;
  readonly tareGrams: number;
  readonly acMl?: number | undefined;
  readonly stopReason: StopReason;
  readonly redCellsReturned: 'yes' | 'no' | 'partly';
}

/** Three figures of one bag, never one for another: machine, scale, and plasma without anticoagulant. */
export interface EndFigures {
  readonly machineMl: number;
  readonly netGrams: number;
  readonly productMl: number;
  readonly plasmaMl: number;
  readonly acMl: number;
}

type EndOutput = Omit<EndFigures, 'acMl'> & {
  readonly freezeBy: string;
  readonly heldForVariance: boolean;
};

/**
 * Volumes from the scale: product = net weight by the density of the pack (SITE-DENSITY), plasma =
 * product without the anticoagulant in the bag. Whole mL, rounded half up.
 */
export function endFigures(
  machineMl: number,
  netGrams: number,
  acMl: number,
  milligramsPerMl: number,
): EndFigures {
  const productMl = Math.floor((netGrams * 1000) / milligramsPerMl + 0.5);
  return { machineMl, netGrams, productMl, plasmaMl: Math.max(0, productMl - acMl), acMl };
}

/** Whether scale and machine disagree by more than the pack allows (SITE-VOLVAR); both in mL. */
export function variesTooMuch(machineMl: number, productMl: number, percent: number): boolean {
  return Math.abs(productMl - machineMl) * 100 > machineMl * percent;
}

/**
 * Seals and weighs: the end of the machine's run starts the freezing clock. A difference between scale
 * and machine beyond the limit holds the donation; more plasma than the ceiling opens an incident.
 */
export function endCollection(input: EndInput, ctx: DecideContext): Decision<NewEvent, EndOutput> {
  const row = running(ctx, input.din);
  if (!row.ok) return refused(row.error);
  const checked = checkEnd(input, row.value, ctx);
  if (!checked.ok) return refused(checked.error);
  const { figures, rule, endedAt, freezeBy, percent } = checked.value;
  const heldForVariance = variesTooMuch(figures.machineMl, figures.productMl, percent);
  const { stopReason, redCellsReturned } = input;
  const ended = event(
    'collection.ended',
    {
      din: input.din,
      donorId: row.value.donorId,
      ...figures,
      completed: stopReason === 'targetReached',
      stopReason,
      redCellsReturned,
      endedAt,
      freezeBy,
    },
    { packs: [rule.hash], inputs: { grossGrams: input.grossGrams, tareGrams: input.tareGrams } },
  );
  const events = [
    ended,
    ...(heldForVariance ? varianceHold(input.din, ctx) : []),
    ...ceilingIncident(input.din, figures, rule, ctx),
  ];
  const { acMl: _acMl, ...shown } = figures;
  return accepted(events, { ...shown, freezeBy, heldForVariance });
}

interface Checked {
  readonly figures: EndFigures;
  readonly rule: CollectionRule;
  readonly endedAt: string;
  readonly freezeBy: string;
  readonly percent: number;
}

function checkEnd(input: EndInput, row: DonationRow, ctx: DecideContext): Result<Checked, Reason> {
  if (row.interruption === 'machineRestarted') return err(reason('collection.restartUnstated'));
  if (row.machineEndedAt === null || row.machineMl === null)
    return err(reason('collection.machineStillRuns'));
  const netGrams = input.grossGrams - input.tareGrams;
  if (input.tareGrams <= 0 || netGrams <= 0)
    return err(
      reason('collection.weightImpossible', { gross: input.grossGrams, tare: input.tareGrams }),
    );
  const rule = collectionRule(ctx.read, row.programme, row.donationType, row.localDate);
  const { milligramsPerMl, variancePercent: percent, freezeWithinMinutes } = rule ?? {};
  if (!rule || !milligramsPerMl || percent === undefined || freezeWithinMinutes === undefined)
    return err(reason('collection.noRulePack', { programme: row.programme }));
  const acMl = row.acMl ?? input.acMl;
  if (acMl === undefined) return err(reason('collection.anticoagulantMissing'));
  const figures = endFigures(row.machineMl, netGrams, acMl, milligramsPerMl);
  if (acMl > figures.productMl) return err(reason('collection.moreAcThanVolume'));
  const endedAt = row.machineEndedAt;
  const freezeBy = minutesAfter(endedAt, freezeWithinMinutes);
  return ok({ figures, rule, endedAt, freezeBy, percent });
}

function varianceHold(din: string, ctx: DecideContext): NewEvent[] {
  const held = { holdId: `volumeVariance:${din}`, scope: 'donation' as const, target: din, din };
  return [
    event('components.held', { ...held, code: 'volumeVariance', source: din }),
    event('quality.incidentOpened', {
      incidentId: ctx.newId(),
      code: 'volumeVariance',
      subjects: [din],
    }),
  ];
}

function ceilingIncident(
  din: string,
  figures: EndFigures,
  rule: CollectionRule,
  ctx: DecideContext,
): NewEvent[] {
  if (rule.maxPlasmaMl !== undefined && figures.plasmaMl <= rule.maxPlasmaMl) return [];
  const incident = { incidentId: ctx.newId(), code: 'donorCeilingExceeded', subjects: [din] };
  return [event('quality.incidentOpened', incident)];
}

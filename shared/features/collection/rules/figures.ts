import type { DecideContext } from '../../../contract/context.ts';
import { event, type NewEvent } from '../../../contract/events.ts';
import { MOST_ML } from '../../../contract/fields.ts';
import { type Reason, reason } from '../../../kernel/decision.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { type CollectionRule, collectionRule } from '../facts.ts';
import type { DonationRow } from '../model.ts';

/** Three figures of one bag, never one for another: machine, scale, and plasma without anticoagulant. */
export interface EndFigures {
  readonly machineMl: number;
  readonly netGrams: number;
  readonly productMl: number;
  readonly plasmaMl: number;
  readonly acMl: number;
}

/** Figures of a bag with the rule of its pack that they were reckoned by. */
export interface Weighed {
  readonly figures: EndFigures;
  readonly rule: CollectionRule;
  /** How far scale and machine may differ, in percent of the machine's volume (SITE-VOLVAR). */
  readonly variancePercent: number;
}

/** What the machine measured and what stood on the scale. */
export interface Weighing {
  readonly machineMl: number;
  readonly acMl: number;
  readonly grossGrams: number;
  readonly tareGrams: number;
}

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
 * The figures of a bag by the pack of its donation. Refused for a weight that cannot be, for more
 * anticoagulant than volume and without a pack in force.
 */
export function weigh(
  row: DonationRow,
  { machineMl, acMl, grossGrams, tareGrams }: Weighing,
  ctx: DecideContext,
): Result<Weighed, Reason> {
  const netGrams = grossGrams - tareGrams;
  const impossible = reason('collection.weightImpossible', { gross: grossGrams, tare: tareGrams });
  if (tareGrams <= 0 || netGrams <= 0) return err(impossible);
  const rule = collectionRule(ctx.read, row.programme, row.donationType, row.localDate);
  const { milligramsPerMl, variancePercent } = rule ?? {};
  if (!rule || !milligramsPerMl || variancePercent === undefined)
    return err(reason('collection.noRulePack', { programme: row.programme }));
  const figures = endFigures(machineMl, netGrams, acMl, milligramsPerMl);
  if (figures.productMl > MOST_ML) return err(impossible);
  if (acMl > figures.productMl) return err(reason('collection.moreAcThanVolume'));
  return ok({ figures, rule, variancePercent });
}

/** Whether the figures hold the donation: scale and machine differ beyond the limit. */
export function isVariance({ figures, variancePercent }: Weighed): boolean {
  return variesTooMuch(figures.machineMl, figures.productMl, variancePercent);
}

/** Whether more plasma was taken than the donor's ceiling; without a ceiling in the pack it was. */
export function isAboveCeiling({ figures, rule }: Weighed): boolean {
  return rule.maxPlasmaMl === undefined || figures.plasmaMl > rule.maxPlasmaMl;
}

/** Holds the donation and opens the incident that must be closed before the hold goes. */
export function varianceEvents(din: string, holdId: string, ctx: DecideContext): NewEvent[] {
  const hold = { holdId, scope: 'donation' as const, target: din, din };
  return [
    event('components.held', { ...hold, code: 'volumeVariance', source: din }),
    incident('volumeVariance', din, ctx),
  ];
}

/** Opens the incident of a donor from whom more was taken than the ceiling. */
export function ceilingEvents(din: string, ctx: DecideContext): NewEvent[] {
  return [incident('donorCeilingExceeded', din, ctx)];
}

/** Opens the incident of a run that took longer than the site's ceiling. */
export function overTimeEvents(din: string, ctx: DecideContext): NewEvent[] {
  return [incident('runTooLong', din, ctx)];
}

function incident(code: string, din: string, ctx: DecideContext): NewEvent {
  return event('quality.incidentOpened', { incidentId: ctx.newId(), code, subjects: [din] });
}

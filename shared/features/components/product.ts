import type { StateReader } from '../../contract/rows.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { addMonths, daysBetween, localDateOf, localTimeOf } from '../../kernel/civil-date.ts';
import { packsOf } from '../laboratory/panel.ts';
import { packFor } from '../rulesets/facts.ts';
import type { ProductRow } from '../rulesets/model.ts';
import { donationTypeOf, numberParam } from '../rulesets/params.ts';

/** Products that a donation can become, by the pack in force when it was collected. */
export function productsOf(read: StateReader, din: string): readonly ProductRow[] {
  const donation = read.get('donation', din);
  if (!donation) return [];
  const pack = packFor(read, donation.programme, donation.localDate);
  return donationTypeOf(pack?.content, donation.donationType)?.products ?? [];
}

/** The product of a unit: the pack names it with division `00`. */
export function productOf(
  read: StateReader,
  din: string,
  productCode: string,
): ProductRow | undefined {
  const stem = productCode.slice(0, 6);
  return productsOf(read, din).find((one) => one.productCode.slice(0, 6) === stem);
}

/** The least and the greatest volume of one bag, in mL. */
export interface BagLimits {
  readonly minMl: number;
  readonly maxMl: number;
}

/**
 * Limits of a bag (PREP-2) by the packs at collection and on `today`, the strictest of both; undefined
 * where a pack is silent, which no gate takes for satisfied.
 */
export function bagLimits(read: StateReader, din: string, today: string): BagLimits | undefined {
  const packs = packsOf(read, din, today);
  const known = packs?.map(({ content }) => ({
    minMl: numberParam(content, 'PREP-2', 'minMl') ?? Number.NaN,
    maxMl: numberParam(content, 'PREP-2', 'maxMl') ?? Number.NaN,
  }));
  if (!known) return undefined;
  const minMl = Math.max(...known.map((one) => one.minMl));
  const maxMl = Math.min(...known.map((one) => one.maxMl));
  return Number.isNaN(minMl) || Number.isNaN(maxMl) ? undefined : { minMl, maxMl };
}

/** True where a bag of so many mL is within the limits. */
export function fitsBag(volumeMl: number, { minMl, maxMl }: BagLimits): boolean {
  return volumeMl >= minMl && volumeMl <= maxMl;
}

/**
 * Expiry: the same minute of the site's clock, so many calendar months after collection, clamped to
 * the month end (WS 399-2012; one year after 2026-09-08 11:36 is 2027-09-08 11:36).
 */
export function expiryOf(collectedAt: string, months: number, zone: string): string {
  const from = localDateOf(collectedAt, zone);
  const to = addMonths(from, months);
  const moved = Date.parse(collectedAt) + daysBetween(from, to) * 86_400_000;
  return sameMinute(moved, collectedAt, to, zone);
}

function sameMinute(moved: number, collectedAt: string, on: CivilDate, zone: string): string {
  const wanted = minutesOf(localTimeOf(collectedAt, zone));
  const text = new Date(moved).toISOString();
  const days = daysBetween(localDateOf(text, zone), on);
  const drift = days * 1440 + wanted - minutesOf(localTimeOf(text, zone));
  return new Date(moved + drift * 60_000).toISOString();
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

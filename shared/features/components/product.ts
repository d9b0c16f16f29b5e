import type { StateReader } from '../../contract/rows.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { addMonths, daysBetween, localDateOf, localTimeOf } from '../../kernel/civil-date.ts';
import { packFor } from '../rulesets/facts.ts';
import type { ProductRow } from '../rulesets/model.ts';

/** Products that a donation can become, by the pack in force when it was collected. */
export function productsOf(read: StateReader, din: string): readonly ProductRow[] {
  const donation = read.get('donation', din);
  if (!donation) return [];
  const pack = packFor(read, donation.programme, donation.localDate);
  const type = pack?.content.donationTypes.find((one) => one.id === donation.donationType);
  return type?.products ?? [];
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

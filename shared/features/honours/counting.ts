/** Joint notice of February 2020 (regulations 6.1): 200 mL of convalescent plasma = one donation. */
export const ML_PER_DONATION = 200;

/** How volumes count: over the sum of all donations, or each by itself. The sum is the default. */
export type CountingWay = 'sum' | 'perDonation';

/**
 * How many donations one volume adds to what was counted before, in plasma millilitres without
 * anticoagulant. By sum, 300 + 300 mL is 1, then 2 (regulations 6.2); each by itself it is 1 and 1.
 */
export function countAdded(
  volumeMl: number,
  beforeMl: number,
  mlPerDonation: number,
  way: CountingWay,
): number {
  const whole = (ml: number) => Math.floor(ml / mlPerDonation);
  return way === 'sum' ? whole(beforeMl + volumeMl) - whole(beforeMl) : whole(volumeMl);
}

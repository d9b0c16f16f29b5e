import { type Examination, violation } from './history.ts';

/** What scanners send: numbers, products, groups, dates and serials of bags, papers, lots, badges, cards. */
const SCANNED: readonly RegExp[] = [
  /^=[A-NP-Z1-9][A-NP-Z0-9]{2}\d{10}[0-9A-Z]{2}$/,
  /^=<[0-9A-Z]{8}$/,
  /^=%[0-9A-Z]{4}$/,
  /^&>\d{10}$/,
  /^&aL\d{9}$/,
  /^\(01\)\d{14}\S*$/,
  /^(SB|DC|DQ|CH|PL|BX|DV|DS|LS|SL|LG|OR)-[0-9A-Z]{1,24}-[0-9A-Z*]$/,
  /^\d{17}[0-9X]$/,
];

/**
 * INV-25, as far as records can tell: what a person has to say for an act was said. A reason that is
 * nothing but a code was put there by a scanner, which confirms nothing.
 */
export const reasonsAreWords: Examination = (history) =>
  history.entries
    .filter(({ reason }) => reason !== null && SCANNED.some((code) => code.test(reason.trim())))
    .map((entry) => violation('INV-25', entry.type, entry, 'a scanned code stands for a reason'));

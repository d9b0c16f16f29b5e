import type { StateReader } from '../../contract/rows.ts';
import type { RulePackRow } from './model.ts';
import { packInForce } from './params.ts';

/** Programme of the general donor check, judged beside every programme's own pack. */
export const GENERAL_PROGRAMME = 'generalDonor';

/** The programme that came first: what names no programme was recorded for it. */
export const FIRST_PROGRAMME = 'convalescentPlasma';

/** The adopted pack of a programme in force on a civil date. Few packs, large ones: read whole, once. */
export function packFor(read: StateReader, programme: string, on: string): RulePackRow | undefined {
  return packInForce(read.all('rulePack'), programme, on);
}

/** Packs in force on a day of all programmes that collect something, by programme. */
export function programmesInForce(read: StateReader, on: string): readonly RulePackRow[] {
  const programmes = new Set(read.all('rulePack').map((row) => row.programme));
  return [...programmes]
    .sort()
    .flatMap((programme) => packFor(read, programme, on) ?? [])
    .filter((row) => row.content.donationTypes.length > 0);
}

/** Programme pack first, then the general donor check; packs not in force are left out. */
export function packsFor(read: StateReader, programme: string, on: string): readonly RulePackRow[] {
  return [packFor(read, programme, on), packFor(read, GENERAL_PROGRAMME, on)].filter(
    (row) => row !== undefined,
  );
}

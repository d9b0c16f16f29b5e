import type { StateReader } from '#shared/contract/rows.ts';
import { GENERAL_PROGRAMME, packFor } from '#shared/features/rulesets/facts.ts';
import { numberParam } from '#shared/features/rulesets/params.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';

const HOUR_MS = 3_600_000;

/** A night at home and no more: where the site has not adopted rule SITE-CLOCK. */
const DEFAULT_HOURS = 20;

/**
 * After how many milliseconds without an entry the first person who signs in confirms date and time
 * (rule SITE-CLOCK, in hours, of the general pack in force on the day of the newest entry; INV-34).
 */
export function askAfterMs(read: StateReader, on: CivilDate): number {
  const pack = packFor(read, GENERAL_PROGRAMME, on)?.content;
  return (numberParam(pack, 'SITE-CLOCK', 'hours') ?? DEFAULT_HOURS) * HOUR_MS;
}

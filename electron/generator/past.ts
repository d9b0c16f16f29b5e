import type { BodyOf } from '#shared/contract/events.ts';
import { addMonths, type CivilDate } from '#shared/kernel/civil-date.ts';
import { dateOfDay, dayNumberOf } from './days.ts';
import type { DonationNumbers } from './numbers.ts';
import { type Random, weighted } from './random.ts';

/** A past donation without the ids of its record and donor. */
export type PastDonation = Omit<BodyOf<'collection.historyRecorded'>, 'recordId' | 'donorId'>;

/** Past donations of two neighbours together: most give seldom, some often. */
const OF_TWO = 10;
/** Age at which people may give first, in months. */
const FIRST_MONTHS = 18 * 12;
/** Days since the last donation, at most. */
const LATEST_DAYS = 1500;
/** In a million: donations taken over with their number, and those that were not completed. */
const NUMBERED = 700_000;
const INCOMPLETE = 15_000;

interface Kind {
  readonly donationType: string;
  /** Least days between two, and how many more there may be. */
  readonly leastDays: number;
  readonly moreDays: number;
  readonly volumesMl: readonly number[];
  readonly redCellsReturned: boolean;
}

const WHOLE_BLOOD: Kind = {
  donationType: 'wholeBlood',
  leastDays: 184,
  moreDays: 400,
  volumesMl: [200, 300, 400, 400],
  redCellsReturned: false,
};
const PLATELETS: Kind = {
  donationType: 'platelets',
  leastDays: 14,
  moreDays: 60,
  volumesMl: [200, 250, 400],
  redCellsReturned: true,
};
const PLASMA: Kind = {
  donationType: 'plasma',
  leastDays: 28,
  moreDays: 90,
  volumesMl: [400, 450, 500, 600],
  redCellsReturned: true,
};

const KIND = weighted<Kind>([
  [WHOLE_BLOOD, 78],
  [PLATELETS, 17],
  [PLASMA, 5],
]);

/** How many past donations the `n`th donor has: five on average, exactly ten for each pair. */
export function pastCount(share: Random, n: number): number {
  const first = share.below(OF_TWO + 1);
  return n % 2 === 0 ? OF_TWO - first : first;
}

/** A donor's earlier donations elsewhere, oldest first, all after her eighteenth birthday. */
export function pastDonations(
  random: Random,
  count: number,
  born: CivilDate,
  today: CivilDate,
  numbers: DonationNumbers,
): readonly PastDonation[] {
  const first = dayNumberOf(addMonths(born, FIRST_MONTHS));
  const room = dayNumberOf(today) - 1 - first;
  const wanted = KIND(random);
  const last = first + room - random.below(Math.min(LATEST_DAYS, Math.floor(room / 2)));
  const kind = fits(wanted, count, last - first) ? wanted : PLATELETS;
  const facility = random.below(9);
  const days = [last];
  while (days.length < count) {
    const left = (days[0] as number) - first - (count - days.length) * kind.leastDays;
    const gap = kind.leastDays + random.below(Math.max(1, Math.min(kind.moreDays, left)));
    days.unshift((days[0] as number) - gap);
  }
  return days
    .slice(0, count)
    .map((day) => donation(random, kind, dateOfDay(day), facility, numbers));
}

function fits(kind: Kind, count: number, days: number): boolean {
  return kind.leastDays * count <= days;
}

function donation(
  random: Random,
  kind: Kind,
  collectedOn: CivilDate,
  facility: number,
  numbers: DonationNumbers,
): PastDonation {
  const completed = !random.chance(INCOMPLETE);
  const volume = random.pick(kind.volumesMl);
  return {
    donationType: kind.donationType,
    din: random.chance(NUMBERED) ? numbers.next(facility, collectedOn) : null,
    collectedOn,
    volumeMl: completed ? volume : Math.floor(volume / 2),
    completed,
    redCellsReturned: kind.redCellsReturned,
  };
}

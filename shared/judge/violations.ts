import type { AnyEntry } from '../contract/events.ts';
import { chainsAreUnbroken, timeNeverRunsBack } from './chain.ts';
import {
  deferredAreNotBled,
  duplicatesBlockNumbers,
  intervalsAreKept,
  screeningIsComplete,
} from './donors.ts';
import { type Examination, History } from './history.ts';
import { numbersAreWellFormed, numbersComeFromLeases, numbersNameOneDonation } from './numbers.ts';
import { actorsAreActiveStaff, commandsAreWhole, secondPersonsAreOthers } from './persons.ts';
import { deviceMessagesCountOnce, reactiveReadingsHold, resultsAreOnlyAdded } from './results.ts';
import {
  discardedIsTerminal,
  holdsAreLiftedKnowingly,
  labelsStateTheirUnit,
  partsFollowTheirMother,
  releasedIsNotSticky,
  releasesAreEntitled,
} from './units.ts';
import type { Violation } from './violation.ts';

const EXAMINATIONS: readonly Examination[] = [
  numbersNameOneDonation,
  numbersAreWellFormed,
  numbersComeFromLeases,
  duplicatesBlockNumbers,
  deferredAreNotBled,
  screeningIsComplete,
  intervalsAreKept,
  resultsAreOnlyAdded,
  reactiveReadingsHold,
  deviceMessagesCountOnce,
  labelsStateTheirUnit,
  releasesAreEntitled,
  releasedIsNotSticky,
  partsFollowTheirMother,
  holdsAreLiftedKnowingly,
  discardedIsTerminal,
  actorsAreActiveStaff,
  secondPersonsAreOthers,
  commandsAreWhole,
  chainsAreUnbroken,
  timeNeverRunsBack,
];

/**
 * The independent judge: looks at the whole history and recomputes what must never be false. Written
 * from the invariants alone; shares no code with the rules. Policy is what the history itself adopted.
 *
 * @param entries every journal entry in the order in which it was applied here
 * @returns what is false, with the place at which it became so; empty when clean
 */
export function violations(entries: readonly AnyEntry[]): readonly Violation[] {
  const history = new History(entries);
  return EXAMINATIONS.flatMap((examine) => examine(history));
}

import type { AnyEntry } from '../contract/events.ts';
import {
  boxesAreCounted,
  numbersAreAllAccountedFor,
  partsAreNoMoreThanTheWhole,
  sheetsCarryOnePaper,
} from './accounting.ts';
import { oneStationHoldsAUnit } from './bag-holders.ts';
import { batchesFollowEachOther, chainsAreUnbroken, timeNeverRunsBack } from './chain.ts';
import { reasonsAreWords } from './deliberate.ts';
import { documentsWereValid } from './documents.ts';
import {
  deferralsOnlyGetLonger,
  deferredAreNotBled,
  duplicatesBlockNumbers,
  sameDocumentsAreFlagged,
} from './donors.ts';
import {
  bareArmsAreTold,
  ceilingsAreTold,
  targetsAreOffered,
  tubesAreFilledOnce,
} from './draws.ts';
import { emergenciesEndAndAreReviewed } from './emergencies.ts';
import { differencesAreCarried, handoversAreBetweenTwo, sheetsAddUp } from './handovers.ts';
import { type Examination, History } from './history.ts';
import { intervalsAreKept } from './intervals.ts';
import { issuesAreEntitled, whatIsIssuedIsRecalled } from './issues.ts';
import {
  labelsStateTheirUnit,
  mismatchesHold,
  readBacksProveLivingLabels,
  serialsAreAccountedFor,
} from './labels.ts';
import { lateDonationsAreReviewed } from './late-entries.ts';
import { recordsAreMadeOnce } from './minting.ts';
import {
  keysNeverDrift,
  numbersAreWellFormed,
  numbersComeFromLeases,
  numbersNameOneDonation,
} from './numbers.ts';
import { partingsKeepWhatWasShared } from './partings.ts';
import {
  decisionsNameTheirRules,
  readingsLeadBackToTheirLot,
  unitsLeadBackToTheirDonor,
} from './path.ts';
import {
  actorsAreActiveStaff,
  commandsAreWhole,
  judgementsHaveTheirRole,
  secondPersonsAreOthers,
} from './persons.ts';
import { picturesAreFresh } from './pictures.ts';
import { privateDataStaysIn } from './privacy.ts';
import { assessmentsAreOfTheirProgramme, shelvesAreKeptApart } from './programmes.ts';
import {
  lateInformationHolds,
  nothingIsSticky,
  onlyReleasedReachTheShelf,
  releasesAreEntitled,
} from './releases.ts';
import {
  deviceMessagesCountOnce,
  finalReactionsDefer,
  reactiveReadingsHold,
  resultsAreOnlyAdded,
  resultsNameTheirSample,
  typedResultsHaveTwoReaders,
  validRunsHaveGrounds,
  withdrawnLotsBreakRuns,
} from './results.ts';
import { givingsAreOneKnowingly } from './same-givings.ts';
import { numbersFollowDecisions, screeningIsComplete } from './screening.ts';
import { clocksAreSetInPracticeOnly, lockOutsHold } from './sessions.ts';
import { machinesHeldTheirValues } from './settings.ts';
import { consentsCoverTheirText, signaturesCoverTheirContent } from './signatures.ts';
import {
  testOutcomesAreTrue,
  testOutcomesFollow,
  testSamplesHaveTheirOwnNumber,
} from './test-samples.ts';
import {
  bagsGoOneWay,
  chairsAreCleanForTheNextDonor,
  cleanChairsHaveNoSetLeft,
  setsLieInTheirBag,
  setsServeOnce,
} from './turns.ts';
import { discardedIsTerminal, holdsAreLiftedKnowingly, partsFollowTheirMother } from './units.ts';
import { validationsSayWhatWasSeen } from './validations.ts';
import { viewsOf } from './views.ts';
import type { Violation } from './violation.ts';

/** True of all stations together. */
const EVERYWHERE: readonly Examination[] = [
  numbersNameOneDonation,
  numbersAreWellFormed,
  numbersComeFromLeases,
  keysNeverDrift,
  deferralsOnlyGetLonger,
  commandsAreWhole,
  reasonsAreWords,
  chainsAreUnbroken,
  timeNeverRunsBack,
  batchesFollowEachOther,
  recordsAreMadeOnce,
  oneStationHoldsAUnit,
  privateDataStaysIn,
];

/** True of each decision by what its own station knew. */
const PER_STATION: readonly Examination[] = [
  duplicatesBlockNumbers,
  sameDocumentsAreFlagged,
  deferredAreNotBled,
  partingsKeepWhatWasShared,
  documentsWereValid,
  screeningIsComplete,
  assessmentsAreOfTheirProgramme,
  numbersFollowDecisions,
  machinesHeldTheirValues,
  intervalsAreKept,
  lateDonationsAreReviewed,
  chairsAreCleanForTheNextDonor,
  targetsAreOffered,
  bareArmsAreTold,
  ceilingsAreTold,
  tubesAreFilledOnce,
  givingsAreOneKnowingly,
  testSamplesHaveTheirOwnNumber,
  testOutcomesAreTrue,
  testOutcomesFollow,
  resultsAreOnlyAdded,
  resultsNameTheirSample,
  validRunsHaveGrounds,
  withdrawnLotsBreakRuns,
  reactiveReadingsHold,
  finalReactionsDefer,
  deviceMessagesCountOnce,
  typedResultsHaveTwoReaders,
  labelsStateTheirUnit,
  serialsAreAccountedFor,
  readBacksProveLivingLabels,
  mismatchesHold,
  releasesAreEntitled,
  onlyReleasedReachTheShelf,
  shelvesAreKeptApart,
  nothingIsSticky,
  lateInformationHolds,
  partsFollowTheirMother,
  holdsAreLiftedKnowingly,
  discardedIsTerminal,
  issuesAreEntitled,
  whatIsIssuedIsRecalled,
  actorsAreActiveStaff,
  judgementsHaveTheirRole,
  secondPersonsAreOthers,
  picturesAreFresh,
  numbersAreAllAccountedFor,
  partsAreNoMoreThanTheWhole,
  boxesAreCounted,
  sheetsCarryOnePaper,
  setsServeOnce,
  setsLieInTheirBag,
  cleanChairsHaveNoSetLeft,
  bagsGoOneWay,
  sheetsAddUp,
  differencesAreCarried,
  handoversAreBetweenTwo,
  unitsLeadBackToTheirDonor,
  readingsLeadBackToTheirLot,
  decisionsNameTheirRules,
  signaturesCoverTheirContent,
  consentsCoverTheirText,
  validationsSayWhatWasSeen,
  lockOutsHold,
  emergenciesEndAndAreReviewed,
  clocksAreSetInPracticeOnly,
];

/**
 * The independent judge: looks at the whole history and recomputes what must never be false. Written
 * from the invariants alone; shares no code with the rules. Policy is what the history itself adopted:
 * rule packs and roles. Of INV-25 records tell only whether a scanner gave a reason; screens prove the rest.
 * `tableViolations` looks at the tables beside the history (INV-37).
 *
 * @param whole every journal entry in the order in which it was applied here
 * @returns what is false, with the place at which it became so; empty when clean
 */
export function violationsIn(whole: History): readonly Violation[] {
  const everywhere = EVERYWHERE.flatMap((examine) => examine(whole));
  const decided = viewsOf(whole).flatMap(({ station, history }) =>
    PER_STATION.flatMap((examine) => examine(history)).filter((one) => one.station === station),
  );
  return [...everywhere, ...decided];
}

/** The same of a list of entries in memory. */
export function violations(entries: readonly AnyEntry[]): readonly Violation[] {
  return violationsIn(new History(entries));
}

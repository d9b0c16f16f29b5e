import type { StateReader } from '../../contract/rows.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import {
  activeDeferrals,
  confirmedGroups,
  personRecords,
  registerAnswer,
} from '../donors/facts.ts';
import { givingsOf } from '../donors/history.ts';
import type { AssessmentRow } from '../donors/model.ts';
import { pretestsFor } from '../donors/test-samples.ts';
import type { RulePack } from '../rulesets/model.ts';
import { numberParam } from '../rulesets/params.ts';
import { possibleFigures } from '../rulesets/possible.ts';
import type { ScreeningSubject } from '../rulesets/subject.ts';
import { countedOf, formOf } from './form.ts';
import type { VisitDecisionRow, VisitRow } from './model.ts';

/** When a visit is judged. */
export interface Moment {
  readonly now: string;
  readonly today: CivilDate;
  readonly zone: string;
}

/** What the physician has chosen so far. */
export interface Choice {
  readonly donationType?: string | undefined;
  readonly targetMl?: number | undefined;
  readonly examined?: readonly string[] | undefined;
}

/** Everything that the screening rules look at, gathered over the whole person and this visit. */
export function subjectOf(
  read: StateReader,
  visit: VisitRow,
  packs: readonly RulePack[],
  at: Moment,
  choice: Choice,
): ScreeningSubject {
  const donor = read.get('donor', visit.donorId);
  const tests = read.by('visitBloodTest', 'visitId', visit.id);
  const { counted, notAsked } = countedOf(read, visit, formOf(read, visit, at.today));
  const questions = packs.flatMap((pack) => pack.questionnaire?.questions ?? []);
  return {
    ...at,
    birthDate: donor?.birthDate,
    sex: donor?.sex,
    doorTemperatureTenthsC: visit.doorTemperatureTenthsC ?? undefined,
    symptoms: visit.doorTemperatureTenthsC === null ? undefined : visit.symptoms,
    readings: read.by('visitReading', 'visitId', visit.id),
    restMinutes: packs
      .map((pack) => numberParam(pack, 'SITE-BP2', 'restMinutes'))
      .find((minutes) => minutes !== undefined),
    possible: possibleFigures(packs),
    bloodTest: newest(tests, (test) => test.testedAt),
    assessment: assessmentFor(read, visit),
    answers: counted,
    notAsked,
    changes: visit.changes,
    flaggedAnswer: Object.fromEntries(
      questions.flatMap(({ id, flagged }) => (flagged === null ? [] : [[id, flagged]])),
    ),
    history: givingsOf(read, visit.donorId, visit.id),
    pretests: pretestsFor(read, visit.donorId, visit.programme),
    activeDeferrals: activeDeferrals(read, visit.donorId, at.today, visit.programme),
    register: registerAnswer(read, visit.id),
    groupsOnRecord: confirmedGroups(read, visit.donorId),
    examined: choice.examined ?? [],
    donationType: choice.donationType ?? kindOf(visit, packs),
    targetMl: choice.targetMl,
    programmes: packs.map((pack) => pack.programme),
  };
}

/** What a visit is for until the physician chooses: the first kind that its programme's pack lists. */
export function kindOf(
  visit: Pick<VisitRow, 'programme'>,
  packs: readonly RulePack[],
): string | undefined {
  return packs.find((pack) => pack.programme === visit.programme)?.donationTypes[0]?.id;
}

/** The newest of some rows by a time; of equal times the later id, as the reader's order has it. */
export function newest<R>(rows: readonly R[], at: (row: R) => string): R | undefined {
  return rows.reduce<R | undefined>(
    (best, row) => (best === undefined || at(row) >= at(best) ? row : best),
    undefined,
  );
}

/** The assessment that stands for the person: the one confirmed at this visit, else the newest on file. */
export function assessmentOnFile(read: StateReader, visit: VisitRow): AssessmentRow | undefined {
  const confirmed =
    visit.assessmentId === null ? undefined : read.get('assessment', visit.assessmentId);
  if (confirmed) return confirmed;
  const all = personRecords(read, visit.donorId).flatMap((record) =>
    assessmentsFor(read, record.id, visit.programme),
  );
  return newest(all, (row) => row.recordedAt);
}

/** What hospitals said of a record for a programme: of another disease nothing follows for this one. */
export function assessmentsFor(
  read: StateReader,
  donorId: string,
  programme: string,
): readonly AssessmentRow[] {
  return read.by('assessment', 'donorId', donorId).filter((row) => row.programme === programme);
}

function assessmentFor(read: StateReader, visit: VisitRow): ScreeningSubject['assessment'] {
  const row = assessmentOnFile(read, visit);
  return row && { ...row, confirmed: visit.assessmentId === row.id };
}

/** The physician's decision that counts: the newest of the visit. */
export function decisionOf(read: StateReader, visitId: string): VisitDecisionRow | undefined {
  return newest(read.by('visitDecision', 'visitId', visitId), (row) => row.decidedAt);
}

import type { Role } from '../../contract/roles.ts';
import type { StateReader } from '../../contract/rows.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { activeDeferrals, confirmedGroups, mayKnowOf, personRecords } from '../donors/facts.ts';
import { givingsOf } from '../donors/history.ts';
import { pretestsFor } from '../donors/test-samples.ts';
import { GENERAL_PROGRAMME, packFor, packsFor } from '../rulesets/facts.ts';
import type { Bilingual, RulePackRow } from '../rulesets/model.ts';
import type { OutlookFacts } from '../rulesets/outlook.ts';
import { donationTypeOf } from '../rulesets/params.ts';
import type { ScreeningSubject } from '../rulesets/subject.ts';
import { assessmentsFor, newest } from './subject.ts';

/** Volume asked of a yearly limit where no pack lists targets for the kind: anything at all, mL. */
const LEAST_ML = 1;

/** Whose question it is: what somebody may not know stays out of the answer. */
export interface Asker {
  readonly donorId: string;
  readonly roles: readonly Role[];
  readonly zone: string;
}

/** A kind of donation under a programme, with the name that the programme gives it. */
export interface Offering {
  readonly donationType: string;
  readonly programme: string;
  /** Null for a kind that only the general check speaks of: it is not collected here. */
  readonly name: Bilingual | null;
}

/** The programmes under which a kind of donation is collected here; the general check for all others. */
export function programmesOf(
  packs: readonly RulePackRow[],
  donationType: string,
): readonly Offering[] {
  const own = packs.flatMap(({ programme, content }): readonly Offering[] => {
    const type = donationTypeOf(content, donationType);
    return type ? [{ donationType, programme, name: type.name }] : [];
  });
  return own.length > 0 ? own : [{ donationType, programme: GENERAL_PROGRAMME, name: null }];
}

/** The packs of every programme in force on a day. */
export function packsInForce(read: StateReader, on: string): readonly RulePackRow[] {
  const programmes = new Set(read.all('rulePack').map((row) => row.programme));
  return [...programmes].sort().flatMap((programme) => packFor(read, programme, on) ?? []);
}

/** What is on file about a person, on any day, for one kind of donation. */
export function standingFacts(
  read: StateReader,
  asker: Asker,
  programme: string,
  donationType: string,
): OutlookFacts {
  return {
    packsOn: (on) => packsOf(read, programme, on).map((row) => row.content),
    subjectOn: (on, packs): ScreeningSubject => {
      const type = packs
        .map((pack) => donationTypeOf(pack, donationType))
        .find((each) => each !== undefined);
      return {
        ...personOn(read, asker, on, programme),
        donationType,
        targetMl: type === undefined ? LEAST_ML : Math.min(...type.targetsMl),
        programmes: packs.map((pack) => pack.programme),
      };
    },
  };
}

/** The packs of a programme with the general check; without its own pack a programme has no rules. */
export function packsOf(read: StateReader, programme: string, on: string): readonly RulePackRow[] {
  const packs = packsFor(read, programme, on);
  const own = packs.filter((row) => row.programme === programme);
  return own.length === 0 ? [] : [...new Map(packs.map((row) => [row.id, row])).values()];
}

function personOn(
  read: StateReader,
  asker: Asker,
  on: CivilDate,
  programme: string,
): Omit<ScreeningSubject, 'donationType' | 'targetMl' | 'programmes'> {
  const { donorId, roles, zone } = asker;
  const donor = read.get('donor', donorId);
  const assessments = personRecords(read, donorId).flatMap((record) =>
    assessmentsFor(read, record.id, programme),
  );
  const assessment = newest(assessments, (row) => row.recordedAt);
  return {
    today: on,
    // The end of the day everywhere: a day is asked for, not a time of it.
    now: `${on}T23:59:59.999Z`,
    zone,
    birthDate: donor?.birthDate,
    sex: donor?.sex,
    // What the hospital said counts as it stands on file; the visit compares it with the papers again.
    assessment: assessment && { ...assessment, confirmed: true },
    history: givingsOf(read, donorId).filter((giving) => giving.startedOn <= on),
    activeDeferrals: activeDeferrals(read, donorId, on, programme).filter(
      (row) => row.startsOn <= on && mayKnowOf(row, roles),
    ),
    pretests: pretestsFor(read, donorId, programme),
    groupsOnRecord: confirmedGroups(read, donorId),
    ...UNKNOWN,
  };
}

/** What only a visit tells. */
const UNKNOWN = {
  doorTemperatureTenthsC: undefined,
  symptoms: undefined,
  readings: [],
  restMinutes: undefined,
  possible: {},
  bloodTest: undefined,
  answers: [],
  notAsked: [],
  changes: [],
  flaggedAnswer: {},
  register: undefined,
  examined: [],
} as const;

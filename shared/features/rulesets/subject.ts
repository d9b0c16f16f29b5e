import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Possible } from './possible.ts';

/** One earlier donation of the person, on whichever of her records it stands. */
export interface PastGiving {
  readonly startedOn: CivilDate;
  readonly donationType: string;
  readonly plasmaMl: number;
  readonly redCellsReturned: 'yes' | 'no' | 'partly';
  readonly hadReaction: boolean;
}

/** A sample that was taken for tests alone, with what each test came to. */
export interface PretestSample {
  readonly number: string;
  readonly takenOn: string;
  readonly tests: readonly {
    readonly test: string;
    readonly state: 'qualified' | 'unqualified' | 'pending';
  }[];
}

/** One set of measurements; null is “not measured this time”. */
export interface SubjectReading {
  readonly id: string;
  readonly measuredAt: string;
  readonly weightGrams: number | null;
  readonly systolic: number | null;
  readonly diastolic: number | null;
  readonly pulse: number | null;
  readonly pulseRegular: boolean | null;
  readonly temperatureTenthsC: number | null;
  readonly leftArmOk: boolean | null;
  readonly rightArmOk: boolean | null;
}

export interface SubjectAssessment {
  /** First symptom; of a donor without symptoms the day of the first positive test. */
  readonly onsetOn: string;
  readonly asymptomatic?: boolean | undefined;
  readonly dischargedOn: string;
  readonly negativeTests: readonly string[];
  readonly doctor: string;
  readonly hospital: string;
  readonly documentSeen: boolean;
  readonly fitForDonation: boolean;
  readonly confirmed: boolean;
}

/**
 * Everything that a screening rule may look at, as plain facts about one person on one day. Missing
 * facts are undefined and are never taken as good (INV-07).
 */
export interface ScreeningSubject {
  readonly today: CivilDate;
  readonly now: string;
  readonly zone: string;
  readonly birthDate: string | undefined;
  readonly sex: 'male' | 'female' | undefined;
  readonly doorTemperatureTenthsC: number | undefined;
  readonly symptoms: readonly string[] | undefined;
  readonly readings: readonly SubjectReading[];
  /** Rest between two readings before the later one counts (rule SITE-BP2). */
  readonly restMinutes: number | undefined;
  /** What can be measured at all (rule SITE-POSSIBLE). */
  readonly possible: Possible;
  readonly bloodTest:
    | {
        readonly haemoglobinGramsPerLitre: number;
        readonly abo: string;
        /** Further figures as typed, by the test's name. */
        readonly others?: Readonly<Record<string, string>> | undefined;
      }
    | undefined;
  readonly assessment: SubjectAssessment | undefined;
  /** Answers to questions that are asked; a void one reaches no rule. */
  readonly answers: readonly {
    readonly question: string;
    readonly answer: 'yes' | 'no';
    readonly detail: string;
  }[];
  /** Questions of the form that her other answers or her sex kept from being asked. */
  readonly notAsked: readonly string[];
  readonly changes: readonly {
    readonly question: string;
    readonly from: 'yes' | 'no';
    readonly to: 'yes' | 'no';
    readonly at: string;
    readonly afterRefusal: boolean;
  }[];
  readonly flaggedAnswer: Readonly<Record<string, 'yes' | 'no'>>;
  readonly history: readonly PastGiving[];
  readonly pretests: readonly PretestSample[];
  readonly activeDeferrals: readonly { readonly until: string | null; readonly hidden: boolean }[];
  readonly register: 'clear' | 'listed' | 'unanswered' | undefined;
  readonly groupsOnRecord: readonly string[];
  /** Rule ids that the physician has looked at and found sound (GEN-1, GEN-2). */
  readonly examined: readonly string[];
  readonly donationType: string | undefined;
  readonly targetMl: number | undefined;
  /** Programmes with a pack in force today. */
  readonly programmes: readonly string[];
}

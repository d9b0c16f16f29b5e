import type { FigureSources } from '../equipment/meters.ts';
import type { RuleVerdict } from '../rulesets/model.ts';
import type { SubjectReading } from '../rulesets/subject.ts';

/**
 * Steps of a visit, each open only when the one before is done.
 * `number` is reached by the physician's signed decision and left for the chair.
 */
export type VisitStep =
  | 'door'
  | 'carer'
  | 'consent'
  | 'questionnaire'
  | 'review'
  | 'register'
  | 'vitals'
  | 'bloodTest'
  | 'decision'
  | 'number'
  | 'chair'
  | 'run'
  | 'rest'
  | 'done';

export interface VisitAnswer {
  readonly question: string;
  readonly answer: 'yes' | 'no';
  readonly detail: string;
}

/** A contradiction in the answers, with the word of the nurse who talked it over. */
export interface ClearedContradiction {
  readonly contradiction: string;
  readonly words: string;
}

/** What one person typed from a donor's paper. */
export interface PaperEntry {
  readonly by: string;
  readonly person: string;
  readonly at: string;
  readonly stamp: string;
  readonly answers: readonly VisitAnswer[];
  readonly translator: string | null;
}

/** An answer that was changed: both stay; after a refusal it is flagged for the physician. */
export interface AnswerChange {
  readonly question: string;
  readonly from: 'yes' | 'no';
  readonly to: 'yes' | 'no';
  readonly at: string;
  readonly afterRefusal: boolean;
}

/**
 * What is said of a visit. Those with an object name it: a number, or the code of an end. `answer Q-03`
 * is an answer changed by itself.
 */
export type VisitFact =
  | 'door'
  | 'carer'
  | 'consent'
  | 'answers'
  | `answer ${string}`
  | 'review'
  | 'register'
  | 'assessment'
  | 'bloodTest'
  | 'eligible'
  | `number ${string}`
  | `void ${string}`
  | 'started'
  | 'rest'
  | `refused ${string}`
  | `cancelled ${string}`
  | `closed ${string}`
  | `left ${string}`;

/** Each statement with the stamps at which it was first and last made. */
export type VisitFacts = Readonly<
  Partial<Record<VisitFact, { readonly first: string; readonly last: string }>>
>;

/** One donor's visit of one day. */
export interface VisitRow {
  readonly id: string;
  readonly donorId: string;
  readonly programme: string;
  readonly startedAt: string;
  readonly localDate: string;
  readonly step: VisitStep;
  /** Since when the visit waits at this step. */
  readonly stepAt: string;
  readonly state: 'open' | 'refused' | 'cancelled' | 'closed';
  readonly endCode: string | null;
  readonly endedAt: string | null;
  readonly carerId: string | null;
  readonly doorTemperatureTenthsC: number | null;
  readonly symptoms: readonly string[];
  readonly doorSources: FigureSources;
  readonly consentTextId: string | null;
  readonly consentVersion: number | null;
  readonly consentHash: string | null;
  readonly consentSignature: string | null;
  readonly consentAt: string | null;
  readonly questionnaireId: string | null;
  readonly questionnaireVersion: number | null;
  /** SHA-256 of the exact form that was answered; null for answers of before it was kept. */
  readonly questionnaireHash: string | null;
  /** Everything that was answered; void where the form does not ask it after the other answers. */
  readonly answers: readonly VisitAnswer[];
  readonly answersAt: string | null;
  /** Who held the form: the donor at the kiosk, staff who read it out, or a paper typed by staff. */
  readonly answersMode: 'kiosk' | 'read' | 'paper' | null;
  readonly translator: string | null;
  readonly changes: readonly AnswerChange[];
  /** What was typed from her paper, one entry a person, the earlier first. */
  readonly papers: readonly PaperEntry[];
  readonly cleared: readonly ClearedContradiction[];
  readonly reviewedBy: string | null;
  readonly reviewedAt: string | null;
  readonly assessmentId: string | null;
  readonly din: string | null;
  /** From these number, step, state and end are derived. */
  readonly facts: VisitFacts;
}

/** One set of measurements; a second reading after rest is a second row, both are kept. */
export interface VisitReadingRow extends SubjectReading {
  readonly visitId: string;
  readonly by: string;
  /** Figures that a device told; the others were typed. */
  readonly sources: FigureSources;
}

/** Pre-donation blood test. The finger-prick group never confirms. */
export interface VisitBloodTestRow {
  readonly id: string;
  readonly visitId: string;
  readonly testedAt: string;
  readonly by: string;
  readonly haemoglobinGramsPerLitre: number;
  readonly abo: 'A' | 'B' | 'O' | 'AB';
  readonly stripLotId: string;
  readonly others: Readonly<Record<string, string>>;
  readonly sources: FigureSources;
}

/** The physician's signed decision. */
export interface VisitDecisionRow {
  readonly id: string;
  readonly visitId: string;
  readonly verdict: 'eligible' | 'deferred' | 'permanent';
  readonly donationType: string | null;
  readonly targetMl: number | null;
  readonly rules: readonly RuleVerdict[];
  readonly overrides: readonly { readonly ruleId: string; readonly reason: string }[];
  readonly donorSentence: string;
  readonly nextOn: string | null;
  readonly signedBy: string;
  readonly signedName: string;
  readonly meaning: string;
  readonly contentHash: string;
  readonly decidedAt: string;
  readonly localDate: string;
}

export type VisitsRows = {
  readonly visit: VisitRow;
  readonly visitReading: VisitReadingRow;
  readonly visitBloodTest: VisitBloodTestRow;
  readonly visitDecision: VisitDecisionRow;
};

import type { Json } from '../../kernel/json.ts';
import type { ProgrammeForm } from './programme/form.ts';

/** A text in both languages of the product. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Where in the chain a rule is asked. */
export type RuleStage =
  | 'identity'
  | 'door'
  | 'consent'
  | 'questionnaire'
  | 'assessment'
  | 'vitals'
  | 'bloodTest'
  | 'history'
  | 'decision'
  | 'collection'
  | 'rest'
  | 'laboratory'
  | 'processing'
  | 'label'
  | 'release'
  | 'honours'
  | 'transfusion'
  | 'drives';

/** One rule as dated data. `criterion` names the evaluator, `params` its thresholds. */
export interface RuleRow {
  readonly id: string;
  readonly stage: RuleStage;
  readonly criterion: string;
  readonly params: Readonly<Record<string, Json>>;
  /** Whose rule it is: `CN`, a province's code such as `CN-33`, or `site`. Packs adopted earlier may lack it. */
  readonly jurisdiction?: string | undefined;
  readonly source: string;
  readonly clause: string;
  /** First and last day (inclusive) of the row itself; the pack's own days where left out. */
  readonly inForceFrom?: string | undefined;
  readonly inForceTo?: string | null | undefined;
  readonly certainty: 'verified' | 'toConfirm';
  /** Who confirmed the value before it was offered, and when; null until the site's two persons do. */
  readonly confirmedBy?: string | null | undefined;
  readonly confirmedOn?: string | null | undefined;
  readonly item: Bilingual;
  readonly limit: Bilingual;
  /** What the donor may hear, kindly, when the rule is not met. */
  readonly donorText: Bilingual;
  /** The role that may override a breach with a reason, or null. */
  readonly overridableBy: 'physician' | null;
}

/** A test that the panel of a donation type requires. */
export interface RequiredTest {
  readonly test: string;
  readonly name: Bilingual;
  readonly kind: 'marker' | 'nat' | 'enzyme' | 'abo' | 'rhd' | 'antibody';
  /** Readings that are acceptable, e.g. `['nonreactive']`; anything else is not good (INV-10). */
  readonly acceptable: readonly string[];
  /** How many independent rounds are required. */
  readonly rounds: number;
  /** Rounds need different reagent kits. */
  readonly differentReagents: boolean;
  readonly limit: Bilingual;
  readonly clause: string;
  /** A reactive reading defers the donor with this marker; null for tests that only spoil the unit. */
  readonly deferralMarker: string | null;
}

/** A product that the programme makes. */
export interface ProductRow {
  /** Eight characters of ISBT 128 structure 003 with division `00`. */
  readonly productCode: string;
  readonly name: Bilingual;
  readonly anticoagulant: string;
  readonly storage: Bilingual;
  readonly storageMaxTenthsC: number;
  readonly shelfLifeMonths: number;
  readonly freezeWithinMinutes: number;
  readonly inactivated: boolean;
  readonly labelText: readonly string[];
}

/** What a donor can give under the programme. */
export interface DonationTypeRow {
  readonly id: string;
  readonly name: Bilingual;
  readonly targetsMl: readonly number[];
  readonly products: readonly ProductRow[];
  readonly panel: readonly RequiredTest[];
  /** Tubes that a complete number set carries, e.g. serology, nat, group, retention. */
  readonly tubes: readonly string[];
}

/** A rule pack: an offer in `resources/rules/` until two persons adopt it. */
export interface RulePack {
  readonly packId: string;
  readonly programme: string;
  readonly revision: number;
  /** `alternative`: instead of the standard pack, never beside it. `contrast`: to read, never in force. */
  readonly kind?: 'standard' | 'alternative' | 'contrast' | undefined;
  /** The pack whose place this one takes from its first day: a later edition. */
  readonly succeeds?: string | null | undefined;
  readonly title: Bilingual;
  readonly demo: boolean;
  readonly inForceFrom: string;
  readonly inForceTo: string | null;
  readonly rules: readonly RuleRow[];
  readonly donationTypes: readonly DonationTypeRow[];
  readonly questionnaire: Questionnaire | null;
  readonly consent: ConsentText | null;
}

/** The donor's own questionnaire; no answer has a default. */
export interface Questionnaire {
  readonly id: string;
  readonly version: number;
  readonly questions: readonly {
    readonly id: string;
    readonly text: Bilingual;
    /** The answer that raises a flag; the rule of the same id says what follows. Null: neither does. */
    readonly flagged: 'yes' | 'no' | null;
    readonly detail: Bilingual | null;
    /** Asked only after all of these answers to questions before it; else it is not asked at all. */
    readonly shownIf?: readonly StatedAnswer[] | undefined;
    /** Asked of donors of this sex only. */
    readonly sex?: 'male' | 'female' | undefined;
  }[];
  /** Statements that cannot all be true: a nurse talks them over and notes a word. */
  readonly contradictions?:
    | readonly {
        readonly id: string;
        readonly text: Bilingual;
        /** All of these were answered at this visit. */
        readonly answers: readonly StatedAnswer[];
        /** This was answered at an earlier visit. */
        readonly earlier?: StatedAnswer | undefined;
        /** This is on file. */
        readonly record?: 'donated' | 'reacted' | undefined;
        /** The donor is of this sex. */
        readonly sex?: 'male' | 'female' | undefined;
      }[]
    | undefined;
}

export interface StatedAnswer {
  readonly question: string;
  readonly answer: 'yes' | 'no';
}

/** The exact text that is signed; its hash binds the signature. */
export interface ConsentText {
  readonly id: string;
  readonly version: number;
  readonly paragraphs: readonly Bilingual[];
}

/** An adopted pack; the id is the SHA-256 of its canonical content. */
export interface RulePackRow {
  readonly id: string;
  readonly packId: string;
  readonly programme: string;
  readonly revision: number;
  readonly demo: boolean;
  readonly inForceFrom: string;
  readonly inForceTo: string | null;
  readonly content: RulePack;
  readonly adoptedAt: string;
  readonly adoptedBy: string;
  readonly adoptedSecond: string;
}

/** One rule as it was judged: what staff see, and what the journal keeps. */
export interface RuleVerdict {
  readonly ruleId: string;
  readonly clause: string;
  readonly item: Bilingual;
  /** The inputs that counted and those that were replaced, already readable. */
  readonly input: Bilingual;
  readonly replaced: readonly Bilingual[];
  readonly limit: Bilingual;
  readonly verdict: 'met' | 'notMet' | 'missing' | 'notApplicable' | 'caution';
  readonly overridableBy: 'physician' | null;
}

/** One page of the list of unverified values, as two persons signed it last. */
export interface RulePackPageRow {
  /** `<pack hash>:<page>`. */
  readonly id: string;
  readonly packHash: string;
  readonly page: number;
  readonly pageHash: string;
  readonly ruleIds: readonly string[];
  /** Values that they did not confirm, with the reason: the pack cannot be adopted while one stands. */
  readonly exceptions: readonly { readonly ruleId: string; readonly why: string }[];
  readonly confirmedAt: string;
  readonly confirmedBy: string;
  readonly confirmedSecond: string;
  readonly stamp: string;
}

/** A decision of the recorded history that a pack would have taken otherwise. */
export interface DecidedOtherwise {
  readonly kind: 'visit' | 'unit';
  /** The visit's or the unit's id. */
  readonly target: string;
  readonly donorId: string;
  readonly din: string | null;
  readonly on: string;
  /** What was allowed and would be refused, or the reverse. */
  readonly change: 'wouldRefuse' | 'wouldAllow';
  readonly rules: readonly string[];
}

/** The newest replay of a pack over the recorded history. Id is the pack's hash. */
export interface RulePackReplayRow {
  readonly id: string;
  readonly packId: string;
  readonly revision: number;
  readonly localDate: string;
  readonly inForceFrom: string;
  readonly visits: number;
  readonly units: number;
  readonly otherwise: readonly DecidedOtherwise[];
  readonly replayedAt: string;
  readonly replayedBy: string;
  readonly stamp: string;
}

/** A programme made by form, on offer until it is adopted. Id is `<pack>:<revision>`. */
export interface ProgrammeDraftRow {
  readonly id: string;
  readonly hash: string;
  readonly packId: string;
  readonly programme: string;
  readonly revision: number;
  readonly form: ProgrammeForm;
  readonly content: RulePack;
  readonly draftedAt: string;
  readonly draftedBy: string;
  readonly stamp: string;
}

export type RulesetsRows = {
  readonly rulePack: RulePackRow;
  readonly rulePackPage: RulePackPageRow;
  readonly rulePackReplay: RulePackReplayRow;
  readonly programmeDraft: ProgrammeDraftRow;
};

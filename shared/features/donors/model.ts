export type DocumentKind =
  | 'residentId'
  | 'passport'
  | 'hkMacaoPermit'
  | 'taiwanPermit'
  | 'foreignResidentCard'
  | 'military'
  | 'other';

export type Sex = 'male' | 'female';
export type Abo = 'A' | 'B' | 'O' | 'AB';
export type Rhd = 'positive' | 'negative';

/** A donor record. Two records may be one human: `personKey` is the merge class. */
export interface DonorRow {
  readonly id: string;
  /** Donor number on the card, `D-000518`. */
  readonly number: string;
  readonly personKey: string;
  readonly name: string;
  readonly sex: Sex;
  readonly birthDate: string;
  readonly documentKind: DocumentKind;
  readonly documentNumber: string;
  /** Last day of the document; null for one without end or where nobody noted it. */
  readonly documentUntil: string | null;
  readonly phone: string;
  readonly registeredAt: string;
  /** Effective time, station and sequence of the amendment that counts; empty before the first. */
  readonly amendedKey: string;
}

/** Two records that may be one human; undecided means: no donation number. */
export interface DuplicatePairRow {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly grounds: readonly string[];
  readonly verdict: 'undecided' | 'same' | 'different';
  /** Two humans who look alike: whoever meets one is told of the other. */
  readonly twins: boolean;
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
  /** Every decision ever made, in order of time. */
  readonly decisions: readonly PairDecision[];
  /** Events of those decisions that were taken back. */
  readonly undone: readonly string[];
}

/** One decision about a pair. */
export interface PairDecision {
  readonly eventId: string;
  readonly verdict: 'same' | 'different';
  readonly twins: boolean;
  readonly at: string;
  readonly by: string;
}

/** What was written on which record while two humans counted as one; id `<splitId>:<donorId>`. */
export interface FormerTieRow {
  readonly id: string;
  readonly donorId: string;
  /** The record of the other human that takes what concerns both. */
  readonly otherId: string;
  /** Day from which they counted as one. */
  readonly since: string;
  /** Instant at which they were parted. */
  readonly partedAt: string;
  /** Ids of what concerns only the human on whose record it stands. */
  readonly own: readonly string[];
}

/** A donation that counts for another human too since it is not certain who gave; id `<itemId>@<donorId>`. */
export interface SharedGivingRow {
  readonly id: string;
  readonly donorId: string;
  readonly source: 'donation' | 'pastDonation';
  readonly itemId: string;
}

/** Whether two entries are one donation, as two persons ruled last; id `<a>=<b>`. */
export interface SameGivingRow {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
  readonly stamp: string;
}

/** Blood taken for tests alone; the id is its number, which is no donation number. */
export interface TestSampleRow {
  readonly id: string;
  /** Block and year of the number. */
  readonly series: string;
  readonly donorId: string;
  readonly programme: string;
  readonly donationType: string;
  readonly localDate: string;
  readonly takenAt: string;
  readonly by: string;
  readonly tubes: readonly string[];
  readonly tests: readonly string[];
}

/** What one test of a test sample came to; id `<number>:<test>`. */
export interface TestOutcomeRow {
  readonly id: string;
  readonly number: string;
  readonly state: 'qualified' | 'unqualified' | 'pending';
  readonly stamp: string;
}

/** What a donor may agree to, each apart from the others. */
export type ConsentKind = 'donation' | 'contact' | 'publicity' | 'research';

/** What a donor last said about one matter; id `<donorId>:<kind>`. */
export interface DonorConsentRow {
  readonly id: string;
  readonly donorId: string;
  readonly kind: ConsentKind;
  readonly given: boolean;
  readonly way: 'inPerson' | 'phone' | 'letter';
  readonly at: string;
  readonly stamp: string;
}

/** The first look of a person into a donor's file on a day; id `<donorId>:<staffId>:<day>`. */
export interface FileLookRow {
  readonly id: string;
  readonly donorId: string;
}

/** A deferral; `until` is its inclusive last day, null for permanent. */
export interface DeferralRow {
  readonly id: string;
  readonly donorId: string;
  readonly kind: 'temporary' | 'permanent';
  readonly code: string;
  readonly marker: string | null;
  /** Null for every programme. */
  readonly programme: string | null;
  readonly startsOn: string;
  readonly until: string | null;
  /** Infection and self-exclusion: other roles read only 请转医生. */
  readonly hidden: boolean;
  readonly sourceEventId: string;
  readonly reinstatedAt: string | null;
}

/** A query of the outside deferral register 屏蔽库. */
export interface RegisterQueryRow {
  readonly id: string;
  readonly donorId: string;
  readonly visitId: string | null;
  readonly register: string;
  readonly answer: 'clear' | 'listed' | 'unanswered';
  readonly queriedAt: string;
  readonly queriedBy: string;
}

/** The hospital's convalescent assessment, confirmed at the visit, never typed again. */
export interface AssessmentRow {
  readonly id: string;
  readonly donorId: string;
  /** The programme whose disease the hospital speaks of; another programme's visit never takes it. */
  readonly programme: string;
  /** First symptom; of a donor without symptoms the day of the first positive test (edition 3). */
  readonly onsetOn: string;
  readonly asymptomatic: boolean;
  readonly dischargedOn: string;
  /** Instants of the negative tests, UTC. */
  readonly negativeTests: readonly string[];
  readonly doctor: string;
  readonly hospital: string;
  readonly documentSeen: boolean;
  readonly fitForDonation: boolean;
  readonly recordedAt: string;
}

/** A confirmed group of the person; id `<donorId>:<din or source>`. */
export interface DonorGroupRow {
  readonly id: string;
  readonly donorId: string;
  readonly abo: Abo;
  readonly rhd: Rhd;
  readonly source: string;
  readonly recordedAt: string;
}

/** A photo of a donor; the newest of the person is shown. */
export interface DonorPhotoRow {
  readonly id: string;
  readonly donorId: string;
  readonly source: 'card' | 'file';
  /** JPEG, base64. */
  readonly image: string;
  readonly takenAt: string;
  readonly by: string;
  readonly stamp: string;
}

export type DonorsRows = {
  readonly donor: DonorRow;
  readonly duplicatePair: DuplicatePairRow;
  readonly formerTie: FormerTieRow;
  readonly sharedGiving: SharedGivingRow;
  readonly sameGiving: SameGivingRow;
  readonly testSample: TestSampleRow;
  readonly testOutcome: TestOutcomeRow;
  readonly donorConsent: DonorConsentRow;
  readonly fileLook: FileLookRow;
  readonly deferral: DeferralRow;
  readonly registerQuery: RegisterQueryRow;
  readonly assessment: AssessmentRow;
  readonly donorGroup: DonorGroupRow;
  readonly donorPhoto: DonorPhotoRow;
};

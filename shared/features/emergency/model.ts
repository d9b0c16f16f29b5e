/** Emergency reading that somebody took for herself: bounded, with a reason, to be reviewed. */
export interface EmergencyRow {
  readonly id: string;
  readonly staffId: string;
  readonly why: string;
  readonly openedAt: string;
  /** First instant at which it is over by itself. */
  readonly until: string;
}

/** Its end before the time; the id is the access's. Rows of their own: what arrives first is no matter. */
export interface EmergencyEndRow {
  readonly id: string;
  readonly endedAt: string;
}

/** What another person found when she looked at it; the id is the access's, the earliest stands. */
export interface EmergencyReviewRow {
  readonly id: string;
  readonly reviewedAt: string;
  readonly reviewedBy: string;
  readonly verdict: 'justified' | 'notJustified';
  readonly note: string;
  readonly stamp: string;
}

export type EmergencyRows = {
  readonly emergency: EmergencyRow;
  readonly emergencyEnd: EmergencyEndRow;
  readonly emergencyReview: EmergencyReviewRow;
};

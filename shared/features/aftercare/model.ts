/** Something learned after the donation: a call, a slip, a letter. */
export interface LateInformationRow {
  readonly id: string;
  readonly donorId: string;
  readonly din: string;
  readonly code: string;
  readonly receivedAt: string;
  readonly by: string;
}

/** A unit that was issued before something was learned about it: open until quality closes it. */
export interface RecallRow {
  readonly id: string;
  /** What was learned: the information of a donor, or the source of another hold. */
  readonly informationId: string;
  readonly unitId: string;
  readonly din: string;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly closedBy: string | null;
  readonly conclusion: string | null;
}

/** One call about it. */
export interface RecallCallRow {
  readonly id: string;
  readonly recallId: string;
  readonly consignee: string;
  readonly person: string;
  readonly answer: 'notReached' | 'setAside' | 'returned' | 'destroyed' | 'transfused';
  /** The patient’s doctor who was told; empty while nobody was. */
  readonly doctor: string;
  readonly at: string;
  readonly by: string;
}

export type AftercareRows = {
  readonly lateInformation: LateInformationRow;
  readonly recall: RecallRow;
  readonly recallCall: RecallCallRow;
};

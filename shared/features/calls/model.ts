/** What anybody beside a chair may say with one press: the donor reacts, or the machine was stopped. */
export const CALLS = ['reaction', 'stopped'] as const;
export type CallKind = (typeof CALLS)[number];

/** A press beside a running draw, also on a locked screen. */
export interface CallRow {
  readonly id: string;
  readonly din: string;
  readonly chairId: string;
  readonly what: CallKind;
  readonly raisedAt: string;
}

/** Whose press it was; the id is the call's, the earliest word stands. */
export interface CallOwnerRow {
  readonly id: string;
  readonly staffId: string;
  readonly attributedAt: string;
  readonly attributedBy: string;
  readonly stamp: string;
}

export type CallsRows = { readonly call: CallRow; readonly callOwner: CallOwnerRow };

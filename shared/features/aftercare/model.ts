/** Something learned after the donation: a call, a slip, a letter. */
export interface LateInformationRow {
  readonly id: string;
  readonly donorId: string;
  readonly din: string;
  readonly code: string;
  readonly receivedAt: string;
  readonly by: string;
}

export type AftercareRows = { readonly lateInformation: LateInformationRow };

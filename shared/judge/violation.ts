/** One broken invariant, found in the records alone. */
export interface Violation {
  /** `INV-01` … `INV-40`. */
  readonly invariant: string;
  /** The donation, unit, donor, label or person concerned. */
  readonly subject: string;
  readonly station: string;
  /** Sequence of the entry at which it became false. */
  readonly seq: number;
  /** English sentence for the quality officer; no personal data. */
  readonly text: string;
}

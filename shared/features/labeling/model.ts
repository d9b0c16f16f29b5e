/** Exactly what a final label states; text and symbols come from this one object (INV-15). */
export interface LabelContent {
  readonly din: string;
  readonly flags: string;
  readonly abo: 'A' | 'B' | 'O' | 'AB';
  readonly rhd: 'positive' | 'negative';
  readonly productCode: string;
  readonly division: string;
  readonly productName: string;
  readonly volumeMl: number;
  readonly anticoagulant: string;
  readonly storage: string;
  readonly collectedAt: string;
  readonly expiresAt: string;
  readonly zone: string;
  readonly specialText: readonly string[];
  readonly facilityName: string;
  readonly licence: string;
}

/** One physical label; the id is its serial, unique for ever. */
export interface LabelRow {
  readonly id: string;
  readonly unitId: string;
  readonly din: string;
  readonly content: LabelContent;
  readonly contentHash: string;
  readonly printerId: string;
  readonly printedAt: string;
  readonly printedBy: string;
  readonly reprintOf: string | null;
  readonly state: 'printed' | 'applied' | 'void' | 'destroyed';
  /** `notPrinted`: no paper came out, so there is nothing to destroy. */
  readonly voidCode: string | null;
  /** When the read-back agreed. */
  readonly verifiedAt: string | null;
  /** What the printer told; null until it is known. `unknown`: the station was stopped in between. */
  readonly outcome: PrintOutcome | null;
  readonly outcomeCodes: readonly string[];
}

export type PrintOutcome = 'printed' | 'sent' | 'notReady' | 'noAnswer' | 'unknown';

/** How far a block of label serials is used; the id is the block, `L` and three digits. */
export interface SerialRangeRow {
  readonly id: string;
  readonly last: number;
}

export type LabelingRows = { readonly label: LabelRow; readonly serialRange: SerialRangeRow };

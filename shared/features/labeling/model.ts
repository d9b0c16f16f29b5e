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
  readonly voidCode: string | null;
}

export type LabelingRows = { readonly label: LabelRow };

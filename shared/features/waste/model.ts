/** Kinds of medical waste bags that a collection point fills (医疗废物分类目录 2021: 感染性, 损伤性). */
export const WASTE_KINDS = ['infectious', 'sharps'] as const;
export type WasteKind = (typeof WASTE_KINDS)[number];

/** Something that happened to a bag once; of two words the earlier stands. */
export interface WasteMoment {
  readonly at: string;
  readonly by: string;
  readonly stamp: string;
}

/** A numbered bag of medical waste: opened, sealed with its weight, handed over between two persons. */
export interface WasteBagRow {
  readonly id: string;
  readonly number: string;
  readonly kind: WasteKind;
  readonly openedAt: string;
  readonly openedBy: string;
  readonly state: 'open' | 'sealed' | 'handedOver';
  readonly grams: number | null;
  readonly sealed: WasteMoment | null;
  readonly handedOver: (WasteMoment & { readonly takenBy: string }) | null;
}

export type WasteRows = { readonly wasteBag: WasteBagRow };

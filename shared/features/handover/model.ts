/** What is given out piece by piece and must come to zero; kits are counted by lot beside them. */
export const PIECES = ['numbers', 'stickers', 'tubes', 'unitLabels'] as const;
export type Piece = (typeof PIECES)[number];

/** The account of blank numbered certificates, where the site has them on its books. */
export const BLANKS = 'blankCertificates';

/** The account of blank labels of every size, by the label, where the site has rolls on its books. */
export const LABELS = 'blankLabels';

/** Whether an account counts stock that is used up, and not pieces that somebody was given. */
export function isStock(key: string): boolean {
  return key === BLANKS || key === LABELS || key.startsWith('kit:');
}

/** A piece that was given out and is neither used nor void: somebody still has it. */
export interface OpenPiece {
  readonly piece: Piece;
  /** Number, `<number>:<container>`, or serial of a label. */
  readonly subject: string;
  readonly ownerId: string;
  readonly since: string;
}

/**
 * One account: opening + given = used + void + inHand. `key` is a piece, `kit:<lot>`, `BLANKS` or `LABELS`. Opening and
 * book are null where nobody has counted yet: the first count is the opening.
 */
export interface AccountLine {
  readonly key: string;
  readonly opening: number | null;
  readonly given: number;
  readonly used: number;
  readonly void: number;
  readonly inHand: number | null;
}

/** An account as two persons signed it. */
export interface SignedLine extends AccountLine {
  readonly opening: number;
  readonly inHand: number;
  readonly counted: number;
  /** Counted less book less what was carried already: what this shift must explain. */
  readonly difference: number;
}

/** What the next shift must know, in the order of the sheet. */
export const SECTIONS = [
  'runs',
  'resting',
  'reactions',
  'freezing',
  'freezers',
  'chairs',
  'boxes',
  'short',
  'seals',
  'calls',
  'incidents',
  'waste',
] as const;
export type Section = (typeof SECTIONS)[number];

/** One line of the sheet; names nobody but staff. */
export interface SheetItem {
  readonly section: Section;
  /** A number, a place, a lot, a bag. */
  readonly subject: string;
  readonly chair: string | null;
  /** By when, or since when. */
  readonly at: string | null;
  /** A code with its words under `detail`; or a figure. */
  readonly detail: string;
  readonly ownerId: string | null;
}

/** A sheet that two persons signed. */
export interface HandoverRow {
  readonly id: string;
  readonly station: string;
  readonly at: string;
  readonly outgoing: string;
  readonly incoming: string;
  readonly untilSeq: number;
  readonly lines: readonly SignedLine[];
  readonly open: readonly OpenPiece[];
  readonly items: readonly SheetItem[];
  readonly note: string;
}

/** Where a station's accounts stand: its newest signed sheet. The id is the station's. */
export interface HandoverBookRow {
  readonly id: string;
  readonly handoverId: string;
  readonly at: string;
  readonly untilSeq: number;
  readonly lines: readonly SignedLine[];
  readonly open: readonly OpenPiece[];
}

/** A difference that stands until two persons say what became of it; the figure never changes. */
export interface DifferenceRow {
  readonly id: string;
  readonly station: string;
  readonly handoverId: string;
  readonly key: string;
  readonly amount: number;
  readonly ownerId: string;
  readonly at: string;
  readonly state: 'open' | 'found' | 'writtenOff';
  readonly note: string | null;
  readonly settledBy: string | null;
  readonly settledSecond: string | null;
  readonly settledStamp: string | null;
}

export type HandoverRows = {
  readonly handover: HandoverRow;
  readonly handoverBook: HandoverBookRow;
  readonly handoverDifference: DifferenceRow;
};

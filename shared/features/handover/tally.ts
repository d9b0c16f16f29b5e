import type { AnyEntry, EntryOf, EventType } from '../../contract/events.ts';
import type { StateReader } from '../../contract/rows.ts';
import { collectionRule, requiredContainers } from '../collection/facts.ts';
import { CONTAINER_FLAGS } from '../collection/words.ts';
import { LABEL_PRINTS, labelsTaken } from './label-stock.ts';
import { BLANKS, LABELS, type OpenPiece, type Piece } from './model.ts';

/** Journal entries that give out, use or void something that is counted. */
export const TALLIED = [
  ...LABEL_PRINTS,
  'equipment.lotReceived',
  'equipment.tubesSealed',
  'collection.numberAssigned',
  'collection.numberVoided',
  'collection.kitSpoiled',
  'collection.chairCleared',
  'collection.started',
  'collection.matched',
  'collection.donorLeft',
  'labeling.labelVerified',
  'labeling.labelVoided',
  'honours.serialScanned',
  'honours.sheetSpoiled',
] as const satisfies readonly EventType[];

/** How one account moved; `unknown` was in hand before the first entry without anybody having said so. */
export interface Moves {
  given: number;
  used: number;
  void: number;
  unknown: number;
}

/** What a stretch of a station's journal did to the accounts, and who has what at its end. */
export interface Tally {
  readonly moves: ReadonlyMap<string, Moves>;
  readonly open: readonly OpenPiece[];
  /** Seals that sealers counted; they hold nothing and are counted by nobody. */
  readonly sealed: number;
}

/**
 * Tells the accounts of a stretch of one station's journal from the pieces in hand before it. Nothing
 * is lost on the way: for every piece unknown + opening + given = used + void + in hand.
 */
export function tally(
  read: StateReader,
  entries: readonly AnyEntry[],
  before: readonly OpenPiece[],
): Tally {
  const book = new Book(before);
  const told = new Teller(read, book);
  for (const entry of entries) told.tell(entry);
  return { moves: book.moves, open: book.open(), sealed: told.sealed };
}

class Book {
  readonly moves = new Map<string, Moves>();
  readonly #inHand = new Map<string, OpenPiece>();

  constructor(before: readonly OpenPiece[]) {
    for (const piece of before) this.#inHand.set(`${piece.piece} ${piece.subject}`, piece);
  }

  of(key: string): Moves {
    const known = this.moves.get(key);
    if (known) return known;
    const fresh = { given: 0, used: 0, void: 0, unknown: 0 };
    this.moves.set(key, fresh);
    return fresh;
  }

  open(): readonly OpenPiece[] {
    return [...this.#inHand.values()];
  }

  has(piece: Piece, subject: string): boolean {
    return this.#inHand.has(`${piece} ${subject}`);
  }

  /** Given out; one of the same name that is still in hand is void by that (a reprint). */
  give(piece: Piece, subject: string, by: { readonly at: string; readonly actor: string }): void {
    if (this.has(piece, subject)) this.#take(piece, subject, 'void');
    this.of(piece).given += 1;
    const open = { piece, subject, ownerId: by.actor, since: by.at };
    this.#inHand.set(`${piece} ${subject}`, open);
  }

  /** Used or void; one that nobody had on the list was in hand before it began. */
  end(piece: Piece, subject: string, how: 'used' | 'void'): void {
    if (!this.has(piece, subject)) this.of(piece).unknown += 1;
    this.#take(piece, subject, how);
  }

  /** Void where it is still in hand; nothing otherwise. */
  voidLeft(piece: Piece, din: string): void {
    for (const { piece: kind, subject } of this.open()) {
      const isOfNumber = subject === din || subject.startsWith(`${din}:`);
      if (kind === piece && isOfNumber) this.#take(piece, subject, 'void');
    }
  }

  /** Never came to be: a sticker that the printer did not print. */
  takeBack(piece: Piece, subject: string): void {
    if (!this.#inHand.delete(`${piece} ${subject}`)) return;
    const moves = this.of(piece);
    // One that the shift before was given is void in this one: no figure is ever below zero.
    if (moves.given > 0) moves.given -= 1;
    else moves.void += 1;
  }

  /** Stock that was taken, or `-count` that certainly was not: what the shift before wrote off comes back as given. */
  use(key: string, count: number): void {
    if (count === 0) return;
    const moves = this.of(key);
    const used = moves.used + count;
    moves.used = Math.max(0, used);
    moves.given += Math.max(0, -used);
  }

  #take(piece: Piece, subject: string, how: 'used' | 'void'): void {
    this.#inHand.delete(`${piece} ${subject}`);
    this.of(piece)[how] += 1;
  }
}

class Teller {
  sealed = 0;
  readonly #read: StateReader;
  readonly #book: Book;
  readonly #jobs = new Map<string, string>();

  constructor(read: StateReader, book: Book) {
    this.#read = read;
    this.#book = book;
  }

  tell(entry: AnyEntry): void {
    const book = this.#book;
    book.use(LABELS, labelsTaken(entry));
    if (entry.type === 'equipment.tubesSealed') this.sealed += entry.body.count;
    switch (entry.type) {
      case 'equipment.lotReceived':
        this.#received(entry);
        return;
      case 'collection.kitSpoiled':
        book.of(`kit:${entry.body.lotId}`).void += 1;
        return;
      case 'collection.chairCleared':
        this.#kit(entry.body.preparationId, 'void');
        return;
      case 'collection.numberAssigned':
        this.#assigned(entry);
        return;
      case 'collection.numberVoided':
        this.#voided(entry);
        return;
      case 'collection.chairLabelsPrinted':
        this.#jobs.set(entry.body.jobId, entry.body.din);
        for (const { container } of entry.body.labels)
          book.give('stickers', `${entry.body.din}:${container}`, entry);
        return;
      case 'collection.chairPrintReported':
        for (const container of entry.body.unsent)
          book.takeBack('stickers', `${this.#jobs.get(entry.body.jobId)}:${container}`);
        return;
      case 'collection.started':
        this.#started(entry);
        return;
      case 'collection.matched':
        this.#matched(entry);
        return;
      case 'collection.donorLeft':
        book.voidLeft('stickers', entry.body.din);
        book.voidLeft('tubes', entry.body.din);
        return;
      case 'labeling.labelPrinted':
        book.give('unitLabels', entry.body.serial, entry);
        return;
      case 'labeling.labelVerified':
        book.end('unitLabels', entry.body.serial, 'used');
        return;
      case 'labeling.labelVoided':
        // One that was applied and becomes void later has left the hand long ago.
        if (book.has('unitLabels', entry.body.serial))
          book.end('unitLabels', entry.body.serial, 'void');
        return;
      case 'honours.serialScanned':
        book.of(BLANKS).used += 1;
        return;
      case 'honours.sheetSpoiled':
        // One that carried a paper is off the books since its number was scanned.
        if (entry.body.wasUsed !== true) book.of(BLANKS).void += 1;
        return;
    }
  }

  #received({ body }: EntryOf<'equipment.lotReceived'>): void {
    if (body.kind === 'kit') this.#book.of(`kit:${body.lotId}`).given += body.quantity;
    if (body.kind === 'certificate') this.#book.of(BLANKS).given += body.quantity;
    if (body.kind === 'labels') this.#book.of(LABELS).given += body.quantity;
  }

  #assigned(entry: EntryOf<'collection.numberAssigned'>): void {
    const { din, source } = entry.body;
    this.#book.give('numbers', din, entry);
    if (source === 'printed') return;
    // A pre-printed sheet carries a sticker for every container.
    for (const container of Object.keys(CONTAINER_FLAGS))
      this.#book.give('stickers', `${din}:${container}`, entry);
  }

  #voided(entry: EntryOf<'collection.numberVoided'>): void {
    const { din } = entry.body;
    if (!this.#book.has('numbers', din)) this.#book.give('numbers', din, entry);
    this.#book.end('numbers', din, 'void');
    this.#book.voidLeft('stickers', din);
  }

  #started(entry: EntryOf<'collection.started'>): void {
    const { din, preparationId, programme, donationType, localDate } = entry.body;
    this.#book.end('numbers', din, 'used');
    this.#kit(preparationId, 'used');
    const rule = collectionRule(this.#read, programme, donationType, localDate);
    for (const container of requiredContainers(rule).filter(isTube))
      this.#book.give('tubes', `${din}:${container}`, entry);
  }

  #matched(entry: EntryOf<'collection.matched'>): void {
    const { din, tubes } = entry.body;
    for (const tube of tubes) this.#book.end('tubes', `${din}:${tube}`, 'used');
    for (const container of [...tubes, 'bag', 'form'])
      this.#book.end('stickers', `${din}:${container}`, 'used');
  }

  #kit(preparationId: string, how: 'used' | 'void'): void {
    const lotId = this.#read.get('preparation', preparationId)?.kitLotId;
    if (lotId !== undefined) this.#book.of(`kit:${lotId}`)[how] += 1;
  }
}

function isTube(container: string): boolean {
  return container !== 'bag' && container !== 'form';
}

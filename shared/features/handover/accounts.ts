import type { StateReader } from '../../contract/rows.ts';
import type { LotKind } from '../equipment/kinds.ts';
import {
  type AccountLine,
  BLANKS,
  type DifferenceRow,
  type HandoverBookRow,
  isStock,
  LABELS,
  PIECES,
  type SignedLine,
} from './model.ts';
import type { Moves, Tally } from './tally.ts';

const STILL: Moves = { given: 0, used: 0, void: 0, unknown: 0 };

/**
 * The accounts since the last signed sheet: each piece, then blank certificates, blank labels and each lot of kits that
 * is or was in hand. A sheet begins where the last one ended, with what two persons wrote off since taken off its books.
 */
export function accountsNow(
  read: StateReader,
  station: string,
  told: Tally,
  today: string,
): readonly AccountLine[] {
  const book = read.get('handoverBook', station);
  const keys = [...PIECES, ...stockKeys(read, book, told, today)];
  return keys.map((key) => {
    const { unknown, ...moves } = told.moves.get(key) ?? STILL;
    const before = openingOf(key, read, station, book);
    if (before === null) return { key, opening: null, ...moves, inHand: null };
    const opening = before + unknown;
    return { key, opening, ...moves, inHand: opening + moves.given - moves.used - moves.void };
  });
}

/** What an account begins with; null for stock that nobody has counted yet. */
function openingOf(
  key: string,
  read: StateReader,
  station: string,
  book: HandoverBookRow | undefined,
): number | null {
  const last = book?.lines.find((line) => line.key === key);
  if (!last) return book === undefined && isStock(key) ? null : 0;
  const off = differencesOf(read, station)
    .filter((row) => row.key === key && row.state === 'writtenOff')
    .filter((row) => (row.settledStamp ?? '') > (book?.at ?? ''))
    .reduce((sum, row) => sum + row.amount, 0);
  return last.inHand + off;
}

function stockKeys(
  read: StateReader,
  book: HandoverBookRow | undefined,
  told: Tally,
  today: string,
): readonly string[] {
  const usable = (kind: LotKind) =>
    read.by('lot', 'kind', kind).filter((lot) => !lot.withdrawn && lot.expires >= today);
  const kits = usable('kit').map((lot) => `kit:${lot.id}`);
  const blanks = [
    ...(usable('certificate').length === 0 ? [] : [BLANKS]),
    ...(usable('labels').length === 0 ? [] : [LABELS]),
  ];
  const moved = [...told.moves.keys()].filter((key) => key.startsWith('kit:'));
  const kept = (book?.lines ?? [])
    .filter(({ key, inHand }) => isStock(key) && inHand !== 0)
    .map(({ key }) => key);
  return [...new Set([...blanks, ...kits, ...moved, ...kept])].toSorted();
}

/** Differences of a station, open and settled. */
function differencesOf(read: StateReader, station: string): readonly DifferenceRow[] {
  return read.by('handoverDifference', 'station', station);
}

/** Differences that nobody has settled, the oldest first. */
export function openDifferences(read: StateReader, station: string): readonly DifferenceRow[] {
  return differencesOf(read, station)
    .filter((row) => row.state === 'open')
    .toSorted((a, b) => (`${a.at} ${a.id}` < `${b.at} ${b.id}` ? -1 : 1));
}

/** Differences that were carried at an instant, whatever became of them later. */
export function carriedAt(
  read: StateReader,
  station: string,
  at: string,
): readonly DifferenceRow[] {
  return differencesOf(read, station).filter(
    (row) => row.at <= at && (row.settledStamp === null || row.settledStamp > at),
  );
}

/** What is carried already on one account. */
export function carriedOn(read: StateReader, station: string, key: string): number {
  return openDifferences(read, station)
    .filter((row) => row.key === key)
    .reduce((sum, row) => sum + row.amount, 0);
}

/** An account with its count: a first count is the opening, else the difference is what is new. */
export function counted(line: AccountLine, count: number, carried: number): SignedLine {
  const { opening, inHand } = line;
  if (opening === null || inHand === null) {
    const first = count - line.given + line.used + line.void;
    return { ...line, opening: first, inHand: count, counted: count, difference: 0 };
  }
  return { ...line, opening, inHand, counted: count, difference: count - inHand - carried };
}

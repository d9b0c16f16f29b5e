import type { EntryOf } from '../contract/events.ts';
import { type Examination, type History, type Moment, violation } from './history.ts';

type Signed = EntryOf<'handover.signed'>;
type Line = Signed['body']['lines'][number];

/** INV-27: every account of a sheet adds up, and begins where the last sheet of its station ended. */
export const sheetsAddUp: Examination = (history) =>
  history.of('handover.signed').flatMap((entry) => {
    const before = sheetBefore(history, entry);
    return entry.body.lines
      .flatMap((line) => [...sums(line), ...opening(history, entry, line, before)])
      .map((text) => violation('INV-27', entry.body.handoverId, entry, text));
  });

/** The sheet before, of the same station. */
function sheetBefore(history: History, entry: Signed): Signed | undefined {
  return history
    .before('handover.signed', entry)
    .filter(({ station }) => station === entry.station)
    .at(-1);
}

function sums({ key, opening: first, given, used, inHand, ...rest }: Line): readonly string[] {
  return first + given - used - rest.void === inHand ? [] : [`${key} does not add up`];
}

function opening(
  history: History,
  entry: Signed,
  { key, opening: first, given, used, ...rest }: Line,
  before: Signed | undefined,
): readonly string[] {
  if (!key.startsWith('kit:')) return [];
  const found: string[] = [];
  const last = before?.body.lines.find((line) => line.key === key);
  const off = before ? writtenOff(history, entry, before, key) : 0;
  if (last && first !== last.inHand + off)
    found.push(`${key} does not begin where the last sheet ended`);
  const moved = kitMoves(history, entry, before, key.slice('kit:'.length));
  if (moved.given !== given || moved.used !== used || moved.void !== rest.void)
    found.push(`${key} moved otherwise than the journal says`);
  return found;
}

/** What two persons wrote off an account since the sheet before. */
function writtenOff(history: History, entry: Signed, before: Signed, key: string): number {
  const from = history.position(before);
  return history
    .before('handover.differenceSettled', entry)
    .filter((settled) => settled.body.how === 'writtenOff' && history.position(settled) > from)
    .flatMap(({ body }) => carried(history, body.differenceId, history.position(entry)) ?? [])
    .filter(({ station, body }) => station === entry.station && body.key === key)
    .reduce((sum, { body }) => sum + body.amount, 0);
}

function carried(history: History, differenceId: string, until: Moment) {
  return history.naming('handover.differenceCarried', 'differenceId', differenceId, until)[0];
}

/** Kits of a lot received, used and opened in vain between two sheets of a station. */
function kitMoves(history: History, entry: Signed, before: Signed | undefined, lotId: string) {
  const at = history.position(entry);
  const isBetween = ({ station, seq }: { readonly station: string; readonly seq: number }) =>
    station === entry.station && seq > (before?.body.untilSeq ?? 0) && seq <= entry.body.untilSeq;
  const seats = history
    .naming('collection.chairPrepared', 'kitLotId', lotId, at)
    .map(({ body }) => body.preparationId);
  const ofSeats = (type: 'collection.started' | 'collection.chairCleared') =>
    seats.flatMap((seat) => history.naming(type, 'preparationId', seat, at)).filter(isBetween)
      .length;
  const received = history
    .naming('equipment.lotReceived', 'lotId', lotId, at)
    .filter((lot) => lot.body.kind === 'kit' && isBetween(lot));
  const spoilt = history.naming('collection.kitSpoiled', 'lotId', lotId, at).filter(isBetween);
  return {
    given: received.reduce((sum, { body }) => sum + body.quantity, 0),
    used: ofSeats('collection.started'),
    void: ofSeats('collection.chairCleared') + spoilt.length,
  };
}

/** INV-27: what a count finds too much or too little is carried under its owner's name, figure for figure. */
export const differencesAreCarried: Examination = (history) =>
  history.of('handover.signed').flatMap((entry) => {
    const { handoverId, lines } = entry.body;
    const end = history.settled(entry);
    const signed = lines.flatMap(({ key, difference }) =>
      difference === 0 ? [] : [`${key} ${difference}`],
    );
    const told = history
      .naming('handover.differenceCarried', 'handoverId', handoverId, end)
      .map(({ body }) => `${body.key} ${body.amount}`);
    const isUnexplained = lines.some(
      (line) => line.difference !== unexplained(history, entry, line),
    );
    return signed.sort().join() === told.sort().join() && !isUnexplained
      ? []
      : [violation('INV-27', handoverId, entry, 'a difference that nobody carries')];
  });

/** Counted less book less what was carried already and is not settled. */
function unexplained(history: History, entry: Signed, { key, counted, inHand }: Line): number {
  const at = history.position(entry);
  const open = history
    .before('handover.differenceCarried', entry)
    .filter(({ station, body }) => station === entry.station && body.key === key)
    .filter(({ body }) => settlements(history, body.differenceId, at).length === 0);
  return counted - inHand - open.reduce((sum, { body }) => sum + body.amount, 0);
}

const settlements = (history: History, differenceId: string, until: Moment) =>
  history.naming('handover.differenceSettled', 'differenceId', differenceId, until);

/** INV-27, INV-30: a difference is settled once, and a sheet is taken over by whoever signed it second. */
export const handoversAreBetweenTwo: Examination = (history) => [
  ...history
    .of('handover.signed')
    .filter((entry) => entry.second !== entry.body.incoming)
    .map((entry) =>
      violation('INV-30', entry.body.handoverId, entry, 'taken over by somebody who did not sign'),
    ),
  ...history.of('handover.differenceSettled').flatMap((entry) => {
    const { differenceId } = entry.body;
    const at = history.position(entry);
    const isOpen =
      carried(history, differenceId, at) && settlements(history, differenceId, at).length === 0;
    return isOpen
      ? []
      : [violation('INV-27', differenceId, entry, 'settled a difference that was not open')];
  }),
];

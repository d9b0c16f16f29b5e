import type { EntryOf } from '../contract/events.ts';
import { stampOf } from '../kernel/stamp.ts';
import { type Examination, type History, type Moment, violation } from './history.ts';
import type { Violation } from './violation.ts';

/** INV-07: no needle in a chair that was not cleaned since its last donor, however entries arrived. */
export const chairsAreCleanForTheNextDonor: Examination = (history) =>
  history.of('collection.started').flatMap((entry) => {
    const { chairId, din, cautions } = entry.body;
    // Needles of before chairs were called clean on the screen say nothing of them.
    if (cautions === undefined) return [];
    const at = history.position(entry);
    const last = newest(history.naming('collection.started', 'chairId', chairId, at));
    const cleaned = newest(history.naming('collection.chairCleaned', 'chairId', chairId, at));
    const isClean =
      last === undefined || (cleaned !== undefined && stampOf(cleaned) > stampOf(last));
    return isClean
      ? []
      : [violation('INV-07', din, entry, 'the chair was not cleaned after its last donor')];
  });

function newest<E extends Parameters<typeof stampOf>[0]>(entries: readonly E[]): E | undefined {
  return entries.reduce<E | undefined>(
    (best, one) => (best && stampOf(best) >= stampOf(one) ? best : one),
    undefined,
  );
}

/** INV-27: a single-use set is opened once: for one seat, or in vain. */
export const setsServeOnce: Examination = (history) => [
  ...history
    .of('collection.chairPrepared')
    .flatMap((entry) => openedBefore(history, entry, entry.body.kitLotId)),
  ...history
    .of('collection.kitSpoiled')
    .flatMap((entry) => openedBefore(history, entry, entry.body.lotId)),
];

type Opening = EntryOf<'collection.chairPrepared'> | EntryOf<'collection.kitSpoiled'>;

function openedBefore(history: History, entry: Opening, lotId: string): readonly Violation[] {
  const { kitSerial } = entry.body;
  const at = history.position(entry);
  const seats = history.naming('collection.chairPrepared', 'kitSerial', kitSerial, at);
  const spoilt = history.naming('collection.kitSpoiled', 'kitSerial', kitSerial, at);
  const isUsed =
    seats.some(({ body }) => body.kitLotId === lotId) ||
    spoilt.some(({ body }) => body.lotId === lotId);
  return isUsed ? [violation('INV-27', kitSerial, entry, 'a set that was opened before')] : [];
}

/** INV-27: a set goes once, after it has served, into a bag of infectious waste that is still open. */
export const setsLieInTheirBag: Examination = (history) =>
  history.of('collection.setDiscarded').flatMap((entry) => {
    const { setId, bagId } = entry.body;
    const at = history.position(entry);
    const [bag] = history.naming('waste.bagOpened', 'bagId', bagId, at);
    const wrong: readonly (readonly [boolean, string])[] = [
      [!isSpent(history, setId, at), 'a set that has not served'],
      [
        history.naming('collection.setDiscarded', 'setId', setId, at).length > 0,
        'a set thrown away twice',
      ],
      [bag?.body.kind !== 'infectious', 'a set in no bag of infectious waste'],
      [isSealed(history, bagId, at), 'a set in a bag that was sealed'],
    ];
    return wrong
      .filter(([isWrong]) => isWrong)
      .map(([, text]) => violation('INV-27', setId, entry, text));
  });

/** Served at a needle until its end, was taken off a seat unused, or was opened in vain. */
function isSpent(history: History, setId: string, until: Moment): boolean {
  const served = history
    .naming('collection.started', 'preparationId', setId, until)
    .some(({ body }) => history.naming('collection.ended', 'din', body.din, until).length > 0);
  return (
    served ||
    history.naming('collection.chairCleared', 'preparationId', setId, until).length > 0 ||
    history.naming('collection.kitSpoiled', 'setId', setId, until).length > 0
  );
}

/** INV-27: who calls a chair clean leaves no used set of it lying about. */
export const cleanChairsHaveNoSetLeft: Examination = (history) =>
  history.of('collection.chairCleaned').flatMap((entry) => {
    const { chairId } = entry.body;
    const end = history.settled(entry);
    return history
      .naming('collection.chairPrepared', 'chairId', chairId, end)
      .map(({ body }) => body.preparationId)
      .filter((setId) => isSpent(history, setId, end))
      .filter((setId) => history.naming('collection.setDiscarded', 'setId', setId, end).length < 1)
      .map((setId) => violation('INV-27', setId, entry, 'a used set left at a clean chair'));
  });

const isSealed = (history: History, bagId: string, until: Moment) =>
  history.naming('waste.bagSealed', 'bagId', bagId, until).length > 0;

/** INV-27: a bag of waste is opened, sealed and given away, once each and in this order. */
export const bagsGoOneWay: Examination = (history) => [
  ...history.of('waste.bagSealed').flatMap((entry) => {
    const { bagId } = entry.body;
    const at = history.position(entry);
    const isOpen =
      history.naming('waste.bagOpened', 'bagId', bagId, at).length > 0 &&
      !isSealed(history, bagId, at);
    return isOpen ? [] : [violation('INV-27', bagId, entry, 'sealed a bag that was not open')];
  }),
  ...history.of('waste.bagHandedOver').flatMap((entry) => {
    const { bagId, takenBy } = entry.body;
    const at = history.position(entry);
    const isThere =
      isSealed(history, bagId, at) &&
      history.naming('waste.bagHandedOver', 'bagId', bagId, at).length === 0;
    return [
      ...(isThere ? [] : [violation('INV-27', bagId, entry, 'gave away a bag that is not there')]),
      ...(entry.second === takenBy
        ? []
        : [violation('INV-30', bagId, entry, 'taken away by somebody who did not say so')]),
    ];
  }),
];

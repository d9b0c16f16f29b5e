import type { EntryOf } from '../contract/events.ts';
import { mergeClass } from './donors.ts';
import { type Examination, type History, violation } from './history.ts';

type Parting = EntryOf<'donors.unmerged'>;
type Deferral = EntryOf<'donors.deferred'>;

/**
 * INV-05: parting two humans restores neither to less than what was recorded since they counted as one:
 * a deferral in force, made in between and not said to be one human’s own, holds for both afterwards.
 */
export const partingsKeepWhatWasShared: Examination = (history) =>
  history.of('donors.unmerged').flatMap((entry) => {
    const { donorId, rest } = entry.body;
    const [other = ''] = rest;
    const sides = [donorId, other] as const;
    return sharedDeferrals(history, entry).flatMap((deferral) =>
      sides
        .filter((side) => !holdsFor(history, entry, side, deferral))
        .map((side) =>
          violation('INV-05', side, entry, 'parted from a deferral that concerned her'),
        ),
    );
  });

/** Deferrals of the person that were made while she counted as one and are in force. */
function sharedDeferrals(history: History, entry: Parting): readonly Deferral[] {
  const { donorId, rest, since, rulings } = entry.body;
  const records = new Set([donorId, ...rest]);
  const own = new Set(
    rulings.filter(({ concerns }) => concerns === 'own').map(({ itemId }) => itemId),
  );
  return inForce(history, entry, history.position(entry)).filter(
    ({ body }) => records.has(body.donorId) && body.startsOn >= since && !own.has(body.deferralId),
  );
}

function inForce(history: History, { localDate }: Parting, until: number): readonly Deferral[] {
  const ended = new Set(
    history.upTo('donors.reinstated', until).map(({ body }) => body.deferralId),
  );
  return history
    .upTo('donors.deferred', until)
    .filter(({ body }) => !ended.has(body.deferralId))
    .filter(
      ({ body }) => body.kind === 'permanent' || body.until === null || localDate <= body.until,
    );
}

function holdsFor(history: History, entry: Parting, donorId: string, wanted: Deferral): boolean {
  const after = history.settled(entry);
  const person = mergeClass(history, donorId, after);
  const { kind, marker, programme, until } = wanted.body;
  return inForce(history, entry, after).some(
    ({ body }) =>
      person.has(body.donorId) &&
      body.kind === kind &&
      body.marker === marker &&
      body.programme === programme &&
      body.until === until,
  );
}

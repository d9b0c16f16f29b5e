import { event, type NewEvent } from '../../contract/events.ts';
import type { Reactions, StateReader } from '../../contract/rows.ts';
import { nearDuplicates, pairIdOf } from './duplicates.ts';
import type { FormerTieRow } from './model.ts';
import { givingToo, sharedBy, writtenSince } from './together.ts';

/**
 * A registration or correction, here or at another station, flags every record that may be one human.
 * When two humans are parted, what was written in between counts for both unless a person said whose
 * it is; also what a station wrote in between and sends later.
 */
export const donorsReactions: Reactions = {
  'donors.registered': (read, { body }) => flags(read, body.donorId),
  'donors.amended': (read, { body }) => flags(read, body.donorId),
  'donors.unmerged': (read, { body }) =>
    [body.donorId, ...body.rest].flatMap((record) => {
      const tie = read.get('formerTie', `${body.splitId}:${record}`);
      if (!tie) return [];
      return writtenSince(read, [record], body.since).flatMap((item) => sharedBy(read, tie, item));
    }),
  'donors.deferred': (read, { body, at }) =>
    tiesAt(read, body.donorId, at).flatMap((tie) => {
      const { deferralId: itemId, donorId, startsOn: on } = body;
      return on < tie.since ? [] : sharedBy(read, tie, { itemId, kind: 'deferral', donorId, on });
    }),
  // Who takes back her agreement to donate is not bled until she has been heard again.
  'donors.consentSet': (read, { body, eventId, localDate }) => {
    const deferralId = `consent:${eventId}`;
    if (body.kind !== 'donation' || body.given || read.get('deferral', deferralId)) return [];
    const deferral = { kind: 'temporary', code: 'consentWithdrawn', marker: null } as const;
    const fields = { programme: null, startsOn: localDate, until: null, hidden: false };
    return [
      event('donors.deferred', { deferralId, donorId: body.donorId, ...deferral, ...fields }),
    ];
  },
  'collection.started': (read, { body, at }) =>
    tiesAt(read, body.donorId, at).flatMap((tie) =>
      tie.own.includes(body.din) ? [] : givingToo(read, tie.otherId, 'donation', body.din),
    ),
};

/** Ties that ended after an entry was written: the human was then still thought to be one. */
function tiesAt(read: StateReader, donorId: string, at: string): readonly FormerTieRow[] {
  return read.by('formerTie', 'donorId', donorId).filter((tie) => at < tie.partedAt);
}

function flags(read: StateReader, donorId: string): readonly NewEvent[] {
  const donor = read.get('donor', donorId);
  if (!donor) return [];
  return nearDuplicates(read, donor)
    .map(({ donor: other, grounds }) => {
      const [a, b] = donor.id < other.id ? [donor.id, other.id] : [other.id, donor.id];
      return { pairId: pairIdOf(a, b), a, b, grounds: [...grounds] };
    })
    .filter(({ pairId }) => read.get('duplicatePair', pairId) === undefined)
    .map((body) => event('donors.duplicateFlagged', body));
}

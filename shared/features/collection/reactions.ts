import { event, type NewEvent } from '../../contract/events.ts';
import type { Reactions, StateReader } from '../../contract/rows.ts';
import { afterLateEntry, afterMerge } from './broken-intervals.ts';
import { expiredSupplyEvents } from './expired-supplies.ts';

/**
 * A visit that ends before the needle gives up its number; the number is never used again (INV-01).
 * Donations that come to be known late are compared with the others of the person (INV-08).
 */
export const collectionReactions: Reactions = {
  'equipment.lotExpiryCorrected': (read, { body, zone, eventId }) =>
    expiredSupplyEvents(read, body, { zone, eventId }),
  'collection.historyRecorded': (read, { body }) => afterLateEntry(read, body.recordId),
  'collection.historyCorrected': (read, { body }) => afterLateEntry(read, body.recordId),
  'donors.duplicateDecided': (read, { body }) =>
    body.verdict === 'same' ? afterMerge(read, body.a) : [],
  'visits.cancelled': (read, { body }) => giveUp(read, body.visitId),
  'visits.closed': (read, { body }) => giveUp(read, body.visitId),
};

function giveUp(read: StateReader, visitId: string): readonly NewEvent[] {
  return read
    .by('donationNumber', 'visitId', visitId)
    .filter((row) => row.state === 'assigned')
    .map(({ id, leaseId, sequence }) =>
      event('collection.numberVoided', {
        din: id,
        leaseId,
        sequence,
        visitId,
        code: 'visitEnded',
      }),
    );
}

import { event, type NewEvent } from '../../contract/events.ts';
import type { Reactions, StateReader } from '../../contract/rows.ts';
import { nearDuplicates, pairIdOf } from './duplicates.ts';

/** A registration or correction, here or at another station, flags every record that may be one human. */
export const donorsReactions: Reactions = {
  'donors.registered': (read, { body }) => flags(read, body.donorId),
  'donors.amended': (read, { body }) => flags(read, body.donorId),
};

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

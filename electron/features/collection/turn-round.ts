import type { OutputOf } from '#shared/contract/index.ts';
import { isToClean } from '#shared/features/collection/facts.ts';
import { isTaken } from '#shared/features/collection/rules/turn.ts';
import type { QueryContext } from '../../station/handlers.ts';
import { staffName } from '../operators/staff-name.ts';

/** Chairs between two donors, in their order, and sets that lie in no waste bag, the oldest first. */
export function turnRound({ read }: QueryContext): OutputOf<'collection.turnRound'> {
  const chairs = read
    .all('chair')
    .filter((chair) => chair.active && isToClean(read, chair.id))
    .toSorted((a, b) => a.position - b.position)
    .map(({ id, code, name }) => {
      const din = read.get('chairTurn', id)?.din ?? '';
      const donation = read.get('donation', din);
      const since = donation?.restStartedAt ?? donation?.leftAt ?? null;
      return { chairId: id, code, name, din, since: isTaken(read, id) ? null : since };
    });
  const sets = read
    .by('spentSet', 'state', 'waiting')
    .toSorted((a, b) => (a.spentAt < b.spentAt ? -1 : 1))
    .map((set) => ({
      setId: set.id,
      lot: read.get('lot', set.kitLotId)?.lot ?? set.kitLotId,
      kitSerial: set.kitSerial,
      how: set.how,
      chair: read.get('chair', set.chairId ?? '')?.code ?? null,
      spentAt: set.spentAt,
      spentBy: staffName(read, set.spentBy),
    }));
  return { chairs, sets };
}

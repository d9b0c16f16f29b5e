import { labelledBefore, outdatedHolds } from '#shared/features/inventory/outdated.ts';
import { watch } from '../../station/watch.ts';

/** Holds what a rule pack that came into force with the day does not let stand. */
export const rulesWatch = watch(
  'inventory.holdOutdated',
  ({ read, today, zone }) =>
    outdatedHolds(read, labelledBefore(read, today, zone), today).length > 0,
);

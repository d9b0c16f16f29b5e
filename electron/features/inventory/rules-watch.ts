import { labelledBefore, outdatedHolds } from '#shared/features/inventory/outdated.ts';
import type { Service } from '../../station/services.ts';
import { watch } from '../../station/watch.ts';

/** Holds what a rule pack that came into force with the day does not let stand; once a day is clean, no more. */
export const rulesWatch: Service = (host) => {
  let clean = '';
  return watch('inventory.holdOutdated', ({ read, today, zone }) => {
    if (clean === today) return false;
    const isDue = outdatedHolds(read, labelledBefore(read, today, zone), today).length > 0;
    if (!isDue) clean = today;
    return isDue;
  })(host);
};

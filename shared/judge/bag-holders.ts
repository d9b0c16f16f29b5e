import type { AnyEntry } from '../contract/events.ts';
import { type Examination, type History, violation } from './history.ts';
import { unitAt } from './units.ts';

const FINAL = ['labeling.labelPrinted', 'labeling.labelVerified', 'inventory.released'] as const;

type Final = Extract<AnyEntry, { readonly type: (typeof FINAL)[number] }>;

/**
 * INV-39: only one station labels and releases a unit: the one that made it and holds the bag, or the
 * station restored in its place. Another may know too little of it.
 */
export const oneStationHoldsAUnit: Examination = (history) => {
  const heirs = new Map<string, string>();
  for (const { station, body } of history.of('exchange.stationRestored'))
    heirs.set(station, body.oldStation);
  return FINAL.flatMap((type) => history.of(type) as readonly Final[]).flatMap((entry) =>
    holds(history, entry, heirs)
      ? []
      : [violation('INV-39', entry.body.unitId, entry, 'a final act of a station without the bag')],
  );
};

function holds(history: History, entry: Final, heirs: ReadonlyMap<string, string>): boolean {
  const made = unitAt(history, entry.body.unitId, history.position(entry));
  for (
    let one: string | undefined = entry.station;
    made && one !== undefined;
    one = heirs.get(one)
  ) {
    if (one === made.station) return true;
  }
  return false;
}

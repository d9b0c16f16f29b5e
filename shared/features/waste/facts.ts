import type { StateReader } from '../../contract/rows.ts';
import type { WasteBagRow } from './model.ts';

/** Bags that still take something, the oldest first. */
export function openBags(read: StateReader): readonly WasteBagRow[] {
  return read.by('wasteBag', 'state', 'open').toSorted(byOpening);
}

/** Bags that still stand at the site, open or sealed, the oldest first. */
export function bagsHere(read: StateReader): readonly WasteBagRow[] {
  return [...openBags(read), ...read.by('wasteBag', 'state', 'sealed')].toSorted(byOpening);
}

function byOpening(a: WasteBagRow, b: WasteBagRow): number {
  return a.openedAt < b.openedAt ? -1 : a.openedAt > b.openedAt ? 1 : a.id < b.id ? -1 : 1;
}

import type { World } from './explore.ts';
import type { Rows } from './rows.ts';
import { moves } from './shelf-moves.ts';
import { type Shelf, start } from './shelf-start.ts';
import { lost, wrong } from './shelf-wrong.ts';

/** The same bench after the first bag was labelled and read back. */
export function labelledShelf(): { readonly rows: Rows } {
  const steps = ['print one', 'read one'].map((name) => moves.find((move) => move.label === name));
  return steps.reduce<Shelf>((state, move) => {
    const after = move?.run(state);
    if (after === undefined || after === 'refused') throw new Error('the bag cannot be labelled');
    return after;
  }, start());
}

/** Print, read-back, release, shelf, holds, late facts and time for two bags on one bench. */
export const shelf: World<Shelf> = {
  name: 'shelf',
  start,
  moves,
  mark: ({ rows, clock: at }) => [(rows.low + Math.imul(at + 1, 0x9e3779b1)) | 0, rows.high ^ at],
  wrong,
  lost,
};

import type { Evolve } from '../../contract/rows.ts';
import { evolveAfter } from './evolve/after.ts';
import { evolveNumbers } from './evolve/numbers.ts';
import { evolveRun } from './evolve/run.ts';
import type { CollectionRows } from './model.ts';

/** Transitions of numbers, chairs, donations, reactions and boxes. */
export const evolveCollection: Evolve<CollectionRows> = {
  ...evolveNumbers,
  ...evolveRun,
  ...evolveAfter,
};

import type { Evolve } from '../../contract/rows.ts';
import { evolveAfter } from './evolve/after.ts';
import { evolveBoxes } from './evolve/box.ts';
import { evolveChair } from './evolve/chair.ts';
import { evolveNumbers } from './evolve/numbers.ts';
import { evolveReactions } from './evolve/reactions.ts';
import { evolveRun } from './evolve/run.ts';
import { evolveSetting } from './evolve/setting.ts';
import { evolveTurn } from './evolve/turn.ts';
import type { CollectionRows } from './model.ts';

/** Transitions of numbers, chairs, donations, reactions and boxes. */
export const evolveCollection: Evolve<CollectionRows> = {
  ...evolveNumbers,
  ...evolveChair,
  ...evolveTurn,
  ...evolveSetting,
  ...evolveRun,
  ...evolveReactions,
  ...evolveAfter,
  ...evolveBoxes,
};

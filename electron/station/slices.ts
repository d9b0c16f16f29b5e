import { evolveOperators } from '#shared/features/operators/evolve.ts';
import { operatorsCommands } from '../features/operators/commands.ts';
import { operatorsQueries } from '../features/operators/queries.ts';
import { operatorsTables } from '../features/operators/store.ts';
import type { Slice } from './slice.ts';

/** Every slice, in the order in which it may use the others and in which events reach it. */
export const slices: readonly Slice[] = [
  {
    name: 'operators',
    tables: operatorsTables,
    evolve: evolveOperators,
    commands: operatorsCommands,
    queries: operatorsQueries,
  },
];

import { defineQueries } from '../../station/handlers.ts';

/** Reads of clashes between stations. */
export const exchangeQueries = defineQueries({
  'exchange.conflicts': (_input, ctx) =>
    ctx.read.all('conflict').map(({ id, ...row }) => ({ conflictId: id, ...row })),
});

import { bagsHere } from '#shared/features/waste/facts.ts';
import { defineQueries } from '../../station/handlers.ts';
import { drawWasteList } from './paper.ts';
import { bagView, goneOn } from './views.ts';

/** Reads of medical waste. */
export const wasteQueries = defineQueries({
  'waste.bags': ({ day }, ctx) => ({
    here: bagsHere(ctx.read).map((row) => bagView(row, ctx)),
    gone: [...goneOn(day ?? ctx.today, ctx)],
  }),
  'waste.paper': async ({ day, language }, ctx) => {
    const drawn = await drawWasteList(day ?? ctx.today, language, ctx);
    return drawn.ok
      ? { pdf: Buffer.from(drawn.value.pdf).toString('base64'), problem: null }
      : { pdf: null, problem: drawn.error.code };
  },
});

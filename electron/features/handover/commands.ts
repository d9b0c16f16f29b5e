import { settleDifference, signHandover } from '#shared/features/handover/rules.ts';
import { defineCommands, steps } from '../../station/handlers.ts';
import { stretchNow } from './store.ts';

/** Commands of the shift hand-over. */
export const handoverCommands = defineCommands({
  'handover.sign': steps('handover.sign', {
    prepare: (_input, env) => stretchNow(env),
    decide: signHandover,
  }),
  'handover.settle': settleDifference,
});

import { defineCommands, steps } from '../../station/handlers.ts';
import { packReplayed, replayPack } from './pack-replay.ts';

/** What looks back over all slices before something changes: a rule pack tried on the history. */
export const reportsCommands = defineCommands({
  'rulesets.replayPack': steps('rulesets.replayPack', {
    prepare: replayPack,
    decide: packReplayed,
  }),
});

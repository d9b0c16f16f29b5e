import { event } from '#shared/contract/events.ts';
import { accepted } from '#shared/kernel/decision.ts';
import { defineCommands, steps } from '../../station/handlers.ts';

/** Commands on codes that could not be read. */
export const scanningCommands = defineCommands({
  'scanning.noteTyped': (input) => accepted([event('scanning.codeTyped', input)], {}),
  'scanning.tellScanner': steps('scanning.tellScanner', {
    prepare: ({ deviceId, verdict }, { machine }) => machine.tellScanner(deviceId, verdict),
    decide: () => accepted([], {}),
  }),
});

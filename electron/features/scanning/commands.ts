import { event } from '#shared/contract/events.ts';
import { accepted } from '#shared/kernel/decision.ts';
import { defineCommands } from '../../station/handlers.ts';

/** Commands on codes that could not be read. */
export const scanningCommands = defineCommands({
  'scanning.noteTyped': (input) => accepted([event('scanning.codeTyped', input)], {}),
});

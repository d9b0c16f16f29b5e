import { handOverBags, openBag, sealBag } from '#shared/features/waste/rules.ts';
import { defineCommands } from '../../station/handlers.ts';

/** Commands on bags of medical waste. */
export const wasteCommands = defineCommands({
  'waste.openBag': openBag,
  'waste.sealBag': sealBag,
  'waste.handOverBags': handOverBags,
});

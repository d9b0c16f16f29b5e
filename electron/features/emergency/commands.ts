import { endEmergency, openEmergency, reviewEmergency } from '#shared/features/emergency/rules.ts';
import { defineCommands } from '../../station/handlers.ts';

/** Commands of emergency reading. */
export const emergencyCommands = defineCommands({
  'emergency.open': openEmergency,
  'emergency.end': endEmergency,
  'emergency.review': reviewEmergency,
});

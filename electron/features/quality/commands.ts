import { closeIncident, openIncident } from '#shared/features/quality/rules.ts';
import { defineCommands } from '../../station/handlers.ts';

/** Commands of incidents. */
export const qualityCommands = defineCommands({
  'quality.openIncident': openIncident,
  'quality.closeIncident': closeIncident,
});

import { closeIncident, openIncident, reportNeedleStick } from '#shared/features/quality/rules.ts';
import { defineCommands } from '../../station/handlers.ts';

/** Commands of incidents. */
export const qualityCommands = defineCommands({
  'quality.openIncident': openIncident,
  'quality.reportNeedleStick': reportNeedleStick,
  'quality.closeIncident': closeIncident,
});

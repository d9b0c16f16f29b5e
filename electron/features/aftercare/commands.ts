import { recordInformation } from '#shared/features/aftercare/rules.ts';
import { defineCommands } from '../../station/handlers.ts';

/** Commands of late information. */
export const aftercareCommands = defineCommands({
  'aftercare.recordInformation': recordInformation,
});

import { closeRecall, recordRecallCall } from '#shared/features/aftercare/recall.ts';
import { recordInformation, withdrawPlasma } from '#shared/features/aftercare/rules.ts';
import { defineCommands, steps } from '../../station/handlers.ts';
import { donationsByCode } from '../collection/withdraw-code.ts';

/** Commands of late information. */
export const aftercareCommands = defineCommands({
  'aftercare.recordInformation': recordInformation,
  'aftercare.recordRecallCall': recordRecallCall,
  'aftercare.closeRecall': closeRecall,
  'aftercare.withdraw': steps('aftercare.withdraw', {
    prepare: ({ code }, { read }) => donationsByCode(read, code),
    decide: withdrawPlasma,
  }),
});

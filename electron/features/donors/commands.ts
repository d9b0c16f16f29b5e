import {
  amendDonor,
  correctName,
  decideDuplicate,
  deferDonor,
  queryRegister,
  recordAssessment,
  recordGroup,
  registerDonor,
  reinstateDonor,
  suspectDuplicate,
} from '#shared/features/donors/rules.ts';
import { unmergeDonor } from '#shared/features/donors/unmerge.ts';
import { defineCommands } from '../../station/handlers.ts';

/** Commands on donors. */
export const donorsCommands = defineCommands({
  'donors.register': registerDonor,
  'donors.amend': amendDonor,
  'donors.correctName': correctName,
  'donors.decideDuplicate': decideDuplicate,
  'donors.suspectDuplicate': suspectDuplicate,
  'donors.unmerge': unmergeDonor,
  'donors.defer': deferDonor,
  'donors.reinstate': reinstateDonor,
  'donors.queryRegister': queryRegister,
  'donors.recordAssessment': recordAssessment,
  'donors.recordGroup': recordGroup,
});

import { recordGroup } from '#shared/features/donors/group-rules.ts';
import { keepPhoto, showPhoto } from '#shared/features/donors/photo.ts';
import { openFile, revealDonor, setConsent } from '#shared/features/donors/privacy.ts';
import {
  amendDonor,
  correctName,
  decideDuplicate,
  deferDonor,
  queryRegister,
  recordAssessment,
  registerDonor,
  reinstateDonor,
  suspectDuplicate,
} from '#shared/features/donors/rules.ts';
import { ruleGivings } from '#shared/features/donors/same-giving.ts';
import { takeTestSample } from '#shared/features/donors/test-samples.ts';
import { unmergeDonor } from '#shared/features/donors/unmerge.ts';
import { defineCommands, steps } from '../../station/handlers.ts';
import { drawTubeLabels, tubeLabelsDrawn } from './test-samples.ts';

/** Commands on donors. */
export const donorsCommands = defineCommands({
  'donors.register': registerDonor,
  'donors.amend': amendDonor,
  'donors.correctName': correctName,
  'donors.decideDuplicate': decideDuplicate,
  'donors.suspectDuplicate': suspectDuplicate,
  'donors.unmerge': unmergeDonor,
  'donors.ruleGivings': ruleGivings,
  'donors.takeTestSample': takeTestSample,
  'donors.renderTubeLabels': steps('donors.renderTubeLabels', {
    secretOutput: true,
    prepare: ({ number }, env) => drawTubeLabels(number, env),
    decide: tubeLabelsDrawn,
  }),
  'donors.openFile': openFile,
  'donors.reveal': steps('donors.reveal', { decide: revealDonor, secretOutput: true }),
  'donors.keepPhoto': keepPhoto,
  'donors.showPhoto': steps('donors.showPhoto', { decide: showPhoto, secretOutput: true }),
  'donors.setConsent': setConsent,
  'donors.defer': deferDonor,
  'donors.reinstate': reinstateDonor,
  'donors.queryRegister': queryRegister,
  'donors.recordAssessment': recordAssessment,
  'donors.recordGroup': recordGroup,
});

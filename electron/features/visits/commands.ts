import { decideVisit } from '#shared/features/visits/rules/decide.ts';
import { measureVitals, testBlood } from '#shared/features/visits/rules/measurements.ts';
import {
  answerQuestionnaire,
  changeAnswer,
  reviewQuestionnaire,
} from '#shared/features/visits/rules/questionnaire.ts';
import {
  assignCarer,
  cancelVisit,
  checkDoor,
  checkIn,
  closeVisit,
  confirmAssessment,
  queryRegister,
  signConsent,
} from '#shared/features/visits/rules/reception.ts';
import { defineCommands, steps } from '../../station/handlers.ts';
import { contentHash } from '../rulesets/hash.ts';
import { drawSlip, slipDrawn } from './slip.ts';

/** Commands of a visit. */
export const visitsCommands = defineCommands({
  'visits.checkIn': checkIn,
  'visits.checkDoor': checkDoor,
  'visits.assignCarer': assignCarer,
  'visits.signConsent': steps('visits.signConsent', {
    prepare: () => contentHash,
    decide: signConsent,
  }),
  'visits.answerQuestionnaire': answerQuestionnaire,
  'visits.changeAnswer': changeAnswer,
  'visits.reviewQuestionnaire': reviewQuestionnaire,
  'visits.queryRegister': queryRegister,
  'visits.confirmAssessment': confirmAssessment,
  'visits.measureVitals': measureVitals,
  'visits.testBlood': testBlood,
  'visits.decide': steps('visits.decide', { prepare: () => contentHash, decide: decideVisit }),
  'visits.cancel': cancelVisit,
  'visits.close': closeVisit,
  'visits.renderSlip': steps('visits.renderSlip', {
    secretOutput: true,
    prepare: ({ visitId }, env) => drawSlip(visitId, env),
    decide: slipDrawn,
  }),
});

import { decideVisit } from '#shared/features/visits/rules/decide.ts';
import { measureVitals, testBlood } from '#shared/features/visits/rules/measurements.ts';
import { enterPaper, settlePaper } from '#shared/features/visits/rules/paper.ts';
import { answerQuestionnaire } from '#shared/features/visits/rules/questionnaire.ts';
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
import { changeAnswer, reviewQuestionnaire } from '#shared/features/visits/rules/review.ts';
import { defineCommands, steps } from '../../station/handlers.ts';
import { readingsNow } from '../equipment/meter-readings.ts';
import { contentHash } from '../rulesets/hash.ts';
import { drawSlip, slipDrawn } from './slip.ts';

/** Commands of a visit. */
export const visitsCommands = defineCommands({
  'visits.checkIn': checkIn,
  'visits.checkDoor': steps('visits.checkDoor', { prepare: readingsNow, decide: checkDoor }),
  'visits.assignCarer': assignCarer,
  'visits.signConsent': steps('visits.signConsent', {
    prepare: () => contentHash,
    decide: signConsent,
  }),
  'visits.answerQuestionnaire': steps('visits.answerQuestionnaire', {
    prepare: () => contentHash,
    decide: (input, ctx, hashOf) => answerQuestionnaire({ ...input, mode: 'read' }, ctx, hashOf),
  }),
  'visits.enterPaper': steps('visits.enterPaper', {
    prepare: () => contentHash,
    decide: enterPaper,
  }),
  'visits.settlePaper': steps('visits.settlePaper', {
    prepare: () => contentHash,
    decide: settlePaper,
  }),
  'visits.changeAnswer': changeAnswer,
  'visits.reviewQuestionnaire': reviewQuestionnaire,
  'visits.queryRegister': queryRegister,
  'visits.confirmAssessment': confirmAssessment,
  'visits.measureVitals': steps('visits.measureVitals', {
    prepare: readingsNow,
    decide: measureVitals,
  }),
  'visits.testBlood': steps('visits.testBlood', { prepare: readingsNow, decide: testBlood }),
  'visits.decide': steps('visits.decide', { prepare: () => contentHash, decide: decideVisit }),
  'visits.cancel': cancelVisit,
  'visits.close': closeVisit,
  'visits.renderSlip': steps('visits.renderSlip', {
    secretOutput: true,
    prepare: ({ visitId }, env) => drawSlip(visitId, env),
    decide: slipDrawn,
  }),
});

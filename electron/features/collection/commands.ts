import {
  handOverBox,
  openBox,
  packBox,
  receiveBox,
} from '#shared/features/collection/rules/box.ts';
import { clearChair, prepareChair } from '#shared/features/collection/rules/chair.ts';
import { endCollection } from '#shared/features/collection/rules/end.ts';
import { recordHistory } from '#shared/features/collection/rules/history.ts';
import { checkMatch, matchContainers } from '#shared/features/collection/rules/match.ts';
import {
  assignNumber,
  burnLease,
  leaseNumbers,
  voidNumber,
} from '#shared/features/collection/rules/numbers.ts';
import { checkRest, letLeave, startRest } from '#shared/features/collection/rules/rest.ts';
import {
  closeReaction,
  keyMachineEnd,
  keyProgress,
  recordIntervention,
  recordReaction,
  stateRestart,
  takeVitals,
} from '#shared/features/collection/rules/run.ts';
import { checkSetup, startCollection } from '#shared/features/collection/rules/start.ts';
import { accepted, refused } from '#shared/kernel/decision.ts';
import { defineCommands, steps } from '../../station/handlers.ts';
import { afterCare, chairLabels } from './paper.ts';

/** Commands on numbers, chairs, runs, rest and boxes. */
export const collectionCommands = defineCommands({
  'collection.leaseNumbers': leaseNumbers,
  'collection.burnLease': burnLease,
  'collection.assignNumber': assignNumber,
  'collection.voidNumber': voidNumber,
  'collection.printChairLabels': steps('collection.printChairLabels', {
    secretOutput: true,
    prepare: chairLabels,
    decide: (_input, _ctx, drawn) => (drawn.ok ? accepted([], drawn.value) : refused(drawn.error)),
  }),
  'collection.prepareChair': prepareChair,
  'collection.clearChair': clearChair,
  'collection.checkSetup': checkSetup,
  'collection.start': startCollection,
  'collection.takeVitals': takeVitals,
  'collection.keyProgress': keyProgress,
  'collection.recordIntervention': recordIntervention,
  'collection.recordReaction': recordReaction,
  'collection.closeReaction': closeReaction,
  'collection.stateRestart': stateRestart,
  'collection.keyMachineEnd': keyMachineEnd,
  'collection.end': endCollection,
  'collection.checkMatch': checkMatch,
  'collection.match': matchContainers,
  'collection.startRest': startRest,
  'collection.checkRest': checkRest,
  'collection.letLeave': letLeave,
  'collection.printAfterCare': steps('collection.printAfterCare', {
    secretOutput: true,
    prepare: afterCare,
    decide: (_input, _ctx, pdf) => (pdf.ok ? accepted([], { pdf: pdf.value }) : refused(pdf.error)),
  }),
  'collection.openBox': openBox,
  'collection.packBox': packBox,
  'collection.handOverBox': handOverBox,
  'collection.receiveBox': receiveBox,
  'collection.recordHistory': recordHistory,
});

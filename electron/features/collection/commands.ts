import { disinfectArm } from '#shared/features/collection/rules/arm.ts';
import {
  handOverBox,
  openBox,
  packBox,
  receiveBox,
  unpackBox,
} from '#shared/features/collection/rules/box.ts';
import { correctBoxTemperature } from '#shared/features/collection/rules/box-temperature.ts';
import { clearChair, prepareChair } from '#shared/features/collection/rules/chair.ts';
import {
  printChairLabels,
  reportChairPrint,
} from '#shared/features/collection/rules/chair-labels.ts';
import { correctEnd } from '#shared/features/collection/rules/correct-end.ts';
import { giveDrug } from '#shared/features/collection/rules/drugs.ts';
import {
  noteUnanswered,
  takeEmergencyStep,
  takeEscalation,
  transferDonor,
} from '#shared/features/collection/rules/emergency.ts';
import { endCollection } from '#shared/features/collection/rules/end.ts';
import { followUpReaction } from '#shared/features/collection/rules/follow-up.ts';
import { correctHistory, recordHistory } from '#shared/features/collection/rules/history.ts';
import { checkMatch, matchContainers } from '#shared/features/collection/rules/match.ts';
import { drawTube, stickAgain } from '#shared/features/collection/rules/needle-again.ts';
import {
  assignNumber,
  burnLease,
  leaseNumbers,
  voidNumber,
} from '#shared/features/collection/rules/numbers.ts';
import {
  callPhysician,
  changeReaction,
  closeReaction,
  physicianArrived,
  recordReaction,
} from '#shared/features/collection/rules/reactions.ts';
import { checkRest, letLeave, startRest } from '#shared/features/collection/rules/rest.ts';
import {
  correctProgress,
  keyMachineEnd,
  keyProgress,
  recordIntervention,
  stateRestart,
  takeVitals,
} from '#shared/features/collection/rules/run.ts';
import { confirmDisplay, setMachine } from '#shared/features/collection/rules/setting.ts';
import { checkSetup } from '#shared/features/collection/rules/setup.ts';
import { startCollection } from '#shared/features/collection/rules/start.ts';
import { overrideStop } from '#shared/features/collection/rules/stops.ts';
import { cleanChair, discardSet, spoilKit } from '#shared/features/collection/rules/turn.ts';
import { accepted, refused } from '#shared/kernel/decision.ts';
import { defineCommands, steps } from '../../station/handlers.ts';
import { readingsNow } from '../equipment/meter-readings.ts';
import { checkedLabels } from './chair-labels.ts';
import { afterCare } from './paper.ts';
import { toldMachine } from './setting.ts';

/** Commands on numbers, chairs, runs, rest and boxes. */
export const collectionCommands = defineCommands({
  'collection.leaseNumbers': leaseNumbers,
  'collection.burnLease': burnLease,
  'collection.assignNumber': assignNumber,
  'collection.voidNumber': voidNumber,
  'collection.printChairLabels': steps('collection.printChairLabels', {
    prepare: checkedLabels,
    decide: printChairLabels,
  }),
  'collection.reportChairPrint': reportChairPrint,
  'collection.prepareChair': prepareChair,
  'collection.clearChair': clearChair,
  'collection.cleanChair': cleanChair,
  'collection.spoilKit': spoilKit,
  'collection.discardSet': discardSet,
  'collection.checkSetup': checkSetup,
  'collection.disinfectArm': disinfectArm,
  'collection.setMachine': steps('collection.setMachine', {
    prepare: toldMachine,
    decide: setMachine,
  }),
  'collection.confirmDisplay': confirmDisplay,
  'collection.start': startCollection,
  'collection.stickAgain': stickAgain,
  'collection.drawTube': drawTube,
  'collection.giveDrug': giveDrug,
  'collection.takeVitals': steps('collection.takeVitals', {
    prepare: readingsNow,
    decide: takeVitals,
  }),
  'collection.keyProgress': keyProgress,
  'collection.correctProgress': correctProgress,
  'collection.recordIntervention': recordIntervention,
  'collection.recordReaction': recordReaction,
  'collection.changeReaction': changeReaction,
  'collection.callPhysician': callPhysician,
  'collection.physicianArrived': physicianArrived,
  'collection.noteUnanswered': noteUnanswered,
  'collection.takeEscalation': takeEscalation,
  'collection.takeEmergencyStep': takeEmergencyStep,
  'collection.transferDonor': transferDonor,
  'collection.closeReaction': closeReaction,
  'collection.followUpReaction': followUpReaction,
  'collection.overrideStop': overrideStop,
  'collection.stateRestart': stateRestart,
  'collection.keyMachineEnd': keyMachineEnd,
  'collection.end': steps('collection.end', { prepare: readingsNow, decide: endCollection }),
  'collection.correctEnd': correctEnd,
  'collection.checkMatch': checkMatch,
  'collection.match': matchContainers,
  'collection.startRest': startRest,
  'collection.checkRest': steps('collection.checkRest', {
    prepare: readingsNow,
    decide: checkRest,
  }),
  'collection.letLeave': letLeave,
  'collection.printAfterCare': steps('collection.printAfterCare', {
    secretOutput: true,
    prepare: afterCare,
    decide: (_input, _ctx, pdf) => (pdf.ok ? accepted([], { pdf: pdf.value }) : refused(pdf.error)),
  }),
  'collection.openBox': openBox,
  'collection.packBox': packBox,
  'collection.unpackBox': unpackBox,
  'collection.handOverBox': handOverBox,
  'collection.receiveBox': receiveBox,
  'collection.correctBoxTemperature': correctBoxTemperature,
  'collection.recordHistory': recordHistory,
  'collection.correctHistory': correctHistory,
});

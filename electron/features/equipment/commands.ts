import { event } from '#shared/contract/events.ts';
import { correctLotExpiry } from '#shared/features/equipment/lot-expiry.ts';
import {
  checkDevice,
  readTestLabel,
  recordQualification,
  setChair,
  setDevice,
  testDevice,
} from '#shared/features/equipment/rules.ts';
import { openSite } from '#shared/features/equipment/set-up.ts';
import {
  receiveLot,
  recordTemperature,
  setPlace,
  setPrinterOffset,
  setStock,
  withdrawLot,
} from '#shared/features/equipment/supplies.ts';
import { localTimeOf } from '#shared/kernel/civil-date.ts';
import { accepted, reason, refused } from '#shared/kernel/decision.ts';
import { defineCommands, steps } from '../../station/handlers.ts';
import { printCalibration } from './calibration.ts';
import { drawRecoverySheet } from './recovery-sheet.ts';

/** Commands on chairs, devices, lots, places, stocks, qualifications, and the opening of the site. */
export const equipmentCommands = defineCommands({
  'equipment.setChair': setChair,
  'equipment.setDevice': setDevice,
  'equipment.testDevice': steps('equipment.testDevice', {
    prepare: ({ deviceId }, { read, machine, now, zone, today }) => {
      const device = read.get('device', deviceId);
      if (!device?.active) return undefined;
      return machine.testDevice(device, `${today} ${localTimeOf(now, zone)}`);
    },
    decide: testDevice,
  }),
  'equipment.readTestLabel': readTestLabel,
  'equipment.checkDevice': checkDevice,
  'equipment.receiveLot': receiveLot,
  'equipment.correctLotExpiry': correctLotExpiry,
  'equipment.withdrawLot': withdrawLot,
  'equipment.setPlace': setPlace,
  'equipment.recordTemperature': recordTemperature,
  'equipment.setStock': setStock,
  'equipment.setPrinterOffset': setPrinterOffset,
  'equipment.printCalibration': steps('equipment.printCalibration', {
    prepare: printCalibration,
    decide: (_input, _ctx, printed) =>
      printed.ok
        ? accepted([], printed.value)
        : refused(reason('equipment.calibrationFailed', { code: printed.error })),
  }),
  'equipment.recordQualification': recordQualification,
  'equipment.backUp': steps('equipment.backUp', {
    prepare: (_input, { machine }) => machine.backUp(),
    decide: (_input, _ctx, made) =>
      made.ok
        ? accepted([], made.value)
        : refused(
            made.error === 'backup.notOnOtherDisk'
              ? reason('equipment.copyOnlyHere')
              : reason('equipment.backupFailed', { code: made.error }),
          ),
  }),
  'equipment.verifyRecords': steps('equipment.verifyRecords', {
    prepare: (_input, { machine }) => machine.verifyRecords(),
    decide: (_input, _ctx, found) =>
      found
        ? accepted([], { entries: found.entries, findings: [...found.findings] })
        : refused(reason('equipment.verifyStopped')),
  }),
  'equipment.setCopyFolder': steps('equipment.setCopyFolder', {
    prepare: ({ folder }, { machine }) => machine.setCopyFolder(folder),
    decide: (_input, _ctx, set) =>
      set.ok ? accepted([], {}) : refused(reason('equipment.copyFolderBad', { code: set.error })),
  }),
  'equipment.printRecoveryKey': steps('equipment.printRecoveryKey', {
    secretOutput: true,
    prepare: (_input, env) => drawRecoverySheet(env),
    decide: (_input, _ctx, drawn) =>
      drawn.ok
        ? accepted([event('equipment.recoveryKeyPrinted', {})], {
            pdf: Buffer.from(drawn.value.pdf).toString('base64'),
          })
        : refused(reason('equipment.calibrationFailed', { code: drawn.error.code })),
  }),
  'equipment.proveRecoveryKey': steps('equipment.proveRecoveryKey', {
    prepare: ({ typed }, { machine }) => machine.proveRecoveryKey(typed),
    decide: (_input, _ctx, isKey) =>
      isKey ? accepted([], {}) : refused(reason('equipment.recoveryKeyWrong')),
  }),
  'equipment.makeSupportBundle': steps('equipment.makeSupportBundle', {
    prepare: (_input, { machine }) => machine.supportBundle(),
    decide: (_input, _ctx, made) =>
      made.ok ? accepted([], made.value) : refused(reason(made.error)),
  }),
  // The check list reads chairs, devices and lots, so the rule stands here and not with the site.
  'operators.openSite': openSite,
});

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
        : refused(reason('equipment.backupFailed', { code: made.error })),
  }),
  'equipment.makeSupportBundle': steps('equipment.makeSupportBundle', {
    prepare: (_input, { machine }) => machine.supportBundle(),
    decide: (_input, _ctx, made) =>
      made.ok ? accepted([], made.value) : refused(reason(made.error)),
  }),
  // The check list reads chairs, devices and lots, so the rule stands here and not with the site.
  'operators.openSite': openSite,
});

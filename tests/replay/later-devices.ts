import { event, type NewEvent } from '#shared/contract/events.ts';
import { DRIVER_CHECKS } from '#shared/features/equipment/driver-approval.ts';

/** A haemoglobin meter driven by a mapping file, switched on by two; its line captured. */
export const deviceEvents: readonly (() => NewEvent)[] = [
  () =>
    event('equipment.deviceSet', {
      deviceId: 'sample-meter',
      code: 'HB1',
      kind: 'haemoglobinMeter',
      name: '血红蛋白仪',
      model: 'SIM-HB',
      serial: 'SIM-HB-1',
      link: {
        kind: 'tcpListen',
        address: '127.0.0.1:9200',
        line: { silentAfterSeconds: 60, peer: '127.0.0.1' },
      },
      profile: 'map:haemoglobin-hl7',
      chairId: null,
      active: true,
    }),
  () => event('equipment.deviceTested', { deviceId: 'sample-meter', ok: true, detail: 'opened' }),
  () =>
    event('equipment.driverApproved', {
      deviceId: 'sample-meter',
      mapping: 'haemoglobin-hl7',
      model: 'SIM-HB',
      digest: 'd'.repeat(64),
      checks: [...DRIVER_CHECKS],
    }),
  () =>
    event('equipment.lineCaptured', {
      deviceId: 'sample-meter',
      reason: 'newDevice',
      file: 'support/line-HB1.ppcap',
    }),
];

/** What a tube sealer counted. */
export const sealerEvents: readonly (() => NewEvent)[] = [
  () => event('equipment.tubesSealed', { deviceId: 'sample-sealer', count: 1 }),
];

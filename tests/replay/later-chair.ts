import { event, type NewEvent } from '#shared/contract/events.ts';
import type { StateReader } from '#shared/contract/rows.ts';
import { found } from './found.ts';

/** What a machine tells, what is pressed and printed beside it, and what lies in a box, each once. */
export function chairEvents(read: StateReader): readonly (() => NewEvent)[] {
  const donation = found(read.all('donation').find((row) => row.endedAt !== null));
  const { id: din, chairId, startedAt: at } = donation;
  const lease = found(read.all('numberLease')[0]);
  const printer = found(read.all('device').find((row) => row.kind === 'labelPrinter'));
  const stock = found(read.all('stock')[0]);
  const kit = found(read.all('lot').find((row) => row.kind === 'kit'));
  const [nurse] = read.all('staff').filter((row) => row.roles.includes('nurse'));
  const told = { din, at, recordNumber: 1 };
  const box = { boxId: 'sample-box' };
  const job = { jobId: 'sample-chair-job' };
  const call = { callId: 'sample-press' };
  return [
    () =>
      event('collection.phaseReached', {
        ...told,
        markId: 'sample-phase',
        phase: 'draw',
        cycle: 1,
        machineMl: 0,
        acMl: 0,
      }),
    () =>
      event('collection.alarmRaised', {
        ...told,
        markId: 'sample-alarm',
        code: 'VENOUS_PRESSURE_HIGH',
        values: { mmHg: 280 },
      }),
    () => event('collection.alarmCleared', { din, markId: 'sample-alarm', at }),
    () => event('collection.gapNoted', { din, markId: 'sample-gap', from: at, to: at }),
    () => event('collection.machineRestarted', { din, markId: 'sample-restart', at }),
    () => event('collection.restartStated', { din, outcome: 'resumed', redCellsReturned: null }),
    () =>
      event('collection.interventionRecorded', {
        din,
        markId: 'sample-help',
        code: 'legsRaised',
        lotId: null,
        at,
      }),
    () =>
      event('collection.endReported', {
        ...told,
        markId: 'sample-end',
        machineMl: donation.machineMl ?? 0,
        acMl: donation.acMl ?? 0,
        cycles: 3,
        stopReason: 'targetReached',
        recordNumber: 9,
      }),
    () =>
      event('collection.chairLabelsPrinted', {
        ...job,
        din,
        printerId: printer.id,
        stockId: stock.id,
        labels: [{ container: 'bag', hash: 'a'.repeat(64) }],
        again: false,
      }),
    () =>
      event('collection.chairPrintReported', {
        ...job,
        outcome: 'printed',
        codes: [],
        unsent: [],
      }),
    () =>
      event('collection.kitSpoiled', {
        setId: 'sample-set',
        lotId: kit.id,
        kitSerial: 'SPOILT-1',
        code: 'leak',
      }),
    () =>
      event('collection.chairPrepared', {
        preparationId: 'sample-preparation',
        chairId,
        deviceId: donation.deviceId,
        kitLotId: kit.id,
        kitSerial: 'SAMPLE-1',
        anticoagulantLotId: kit.id,
        salineLotId: kit.id,
      }),
    () =>
      event('collection.chairCleared', { preparationId: 'sample-preparation', code: 'notUsed' }),
    () => event('collection.boxOpened', { ...box, code: 'SAMPLE' }),
    () => event('collection.boxPacked', { ...box, item: `tube:${din}:nat` }),
    () => event('collection.boxUnpacked', { ...box, item: `tube:${din}:nat`, code: 'mistake' }),
    () => event('collection.leaseBurned', { leaseId: lease.id, above: lease.last, why: 'doubt' }),
    () =>
      event('collection.numberVoided', {
        din: `${lease.facility}${lease.year}${String(lease.last).padStart(6, '0')}`,
        leaseId: lease.id,
        sequence: lease.last,
        visitId: null,
        code: 'damaged',
      }),
    () =>
      event('equipment.lotReceived', {
        lotId: 'sample-lot',
        kind: 'kit',
        name: kit.name,
        catalogue: kit.catalogue,
        lot: 'SAMPLE',
        expires: kit.expires,
        quantity: 1,
        serves: [],
      }),
    () => event('equipment.lotWithdrawn', { lotId: 'sample-lot', why: 'leak' }),
    () => event('calls.raised', { ...call, din, chairId, what: 'stopped' }),
    () => event('calls.attributed', { ...call, staffId: nurse?.id ?? '' }),
  ];
}

import { event, type NewEvent } from '#shared/contract/events.ts';
import type { StateReader } from '#shared/contract/rows.ts';
import { found } from './found.ts';

/** A certificate from the proof of its name to its loss, and what another station tells, each once. */
export function paperEvents(read: StateReader): readonly (() => NewEvent)[] {
  const paper = found(read.all('certificate').find((row) => row.state === 'ready'));
  const { id: certificateId, din, donorId, name } = paper;
  const printer = found(read.all('device').find((row) => row.kind === 'paperPrinter'));
  const stock = found(read.all('stock')[0]);
  const job = { jobId: 'sample-job', certificateId };
  const sheet = { certificateId, stockId: stock.id };
  return [
    () => event('honours.nameProofed', { certificateId, name, handWritten: ['𬭎'] }),
    () =>
      event('honours.printSubmitted', {
        ...job,
        printerId: printer.id,
        document: 'certificate',
      }),
    () => event('honours.jobCancelAsked', job),
    () =>
      event('honours.jobReported', {
        ...job,
        state: 'completed',
        reasons: [],
        outcome: 'printed',
      }),
    () => event('honours.sheetSpoiled', { ...sheet, serial: 'SAMPLE-1', code: 'jam' }),
    () => event('honours.serialScanned', { ...sheet, serial: 'SAMPLE-2' }),
    () => event('honours.writtenByHand', { certificateId, characters: ['𬭎'] }),
    () => event('honours.deliveryPlanned', { certificateId, way: 'toCollect' }),
    () =>
      event('honours.handedOver', {
        certificateId,
        receiver: name,
        relation: 'self',
        signature: 'M1 1L9 9',
      }),
    () => event('honours.reportedLost', { certificateId }),
    () => event('honours.medalGiven', { din, donorId, count: 10 }),
  ];
}

/** What is told of other stations' journals. */
export const exchangeEvents: readonly (() => NewEvent)[] = [
  () => event('exchange.batchReceived', { station: 'other', from: 1, to: 3, head: 'b'.repeat(64) }),
  () =>
    event('exchange.stationRestored', {
      oldStation: 'before',
      oldSeq: 9,
      oldHead: 'c'.repeat(64),
    }),
];

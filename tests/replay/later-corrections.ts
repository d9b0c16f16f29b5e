import { event, type NewEvent } from '#shared/contract/events.ts';
import type { StateReader } from '#shared/contract/rows.ts';
import { found } from './found.ts';

const code = 'mistyped';

/** Every kind of correction once, of what the sample holds: figures by one step, nothing out of bounds. */
export function correctionEvents(read: StateReader): readonly (() => NewEvent)[] {
  const donation = found(read.all('donation').find((row) => row.plasmaMl !== null));
  const { id: din, donorId, stopReason, redCellsReturned, completed } = donation;
  const unit = found(read.all('unit').find((row) => row.state === 'quarantine'));
  const bag = found(read.all('bagIntake')[0]);
  const box = found(read.all('box').find((row) => row.temperatures.received !== undefined));
  const lot = found(read.all('lot')[0]);
  const paper = found(read.all('certificate').find((row) => row.state === 'ready'));
  const past = { recordId: 'sample-past', donorId, donationType: 'wholeBlood', volumeMl: 200 };
  const given = { ...past, completed: true, redCellsReturned: true };
  const keyed = { din, machineMl: 100, cycle: 1, at: donation.startedAt };
  return [
    () =>
      event('collection.endCorrected', {
        din,
        donorId,
        machineMl: donation.machineMl ?? 0,
        netGrams: (donation.netGrams ?? 0) + 1,
        plasmaMl: (donation.plasmaMl ?? 0) + 1,
        productMl: (donation.productMl ?? 0) + 1,
        acMl: donation.acMl ?? 0,
        completed,
        stopReason: stopReason ?? 'targetReached',
        redCellsReturned: redCellsReturned ?? 'yes',
        code,
      }),
    () => event('honours.paperWithdrawn', { certificateId: paper.id, code: 'volumeCorrected' }),
    () => event('collection.progressKeyed', { ...keyed, markId: 'sample-keyed' }),
    () =>
      event('collection.progressCorrected', {
        ...keyed,
        markId: 'sample-right',
        corrects: 'sample-keyed',
        machineMl: 110,
      }),
    () =>
      event('collection.boxTemperatureCorrected', {
        boxId: box.id,
        moment: 'received',
        temperatureTenthsC: 46,
        code,
      }),
    () => event('collection.historyRecorded', { ...given, din: null, collectedOn: '2010-05-06' }),
    () =>
      event('collection.historyCorrected', {
        ...given,
        collectedOn: '2010-06-05',
        counts: true,
        code,
      }),
    () =>
      event('laboratory.intakeCorrected', {
        din: bag.id,
        netGrams: bag.netGrams + 1,
        leak: bag.leak,
        haemolysis: bag.haemolysis,
        colourOk: bag.colourOk,
        ok: bag.ok,
        code,
      }),
    () =>
      event('components.unitCorrected', {
        unitId: unit.id,
        din: unit.din,
        volumeMl: unit.volumeMl - 1,
        netGrams: unit.netGrams - 1,
        code,
      }),
    () => event('equipment.lotExpiryCorrected', { lotId: lot.id, expires: lot.expires, code }),
  ];
}

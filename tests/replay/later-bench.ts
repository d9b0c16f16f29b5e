import { event, type NewEvent } from '#shared/contract/events.ts';
import type { StateReader } from '#shared/contract/rows.ts';
import { found } from './found.ts';

/** What goes wrong at the bench and is put right, each once. */
export function benchEvents(read: StateReader): readonly (() => NewEvent)[] {
  const unit = found(read.all('unit').find((row) => row.state === 'quarantine'));
  const { id: unitId, din } = unit;
  const donation = found(read.get('donation', din));
  const analyser = found(read.all('device').find((row) => row.kind === 'analyser'));
  const lot = found(read.all('lot').find((row) => row.kind === 'reagent'));
  const label = found(read.all('label')[0]);
  const hold = { holdId: 'sample-hold', target: unitId };
  const unmatched = { unmatchedId: 'sample-unmatched' };
  const untested = found(
    read.all('donation').find((row) => !read.by('unit', 'din', row.id).length),
  );
  const dispute = { disputeId: 'sample-dispute', din: untested.id };
  return [
    () =>
      event('laboratory.resultsOpened', {
        readId: 'sample-look',
        din,
        donorId: donation.donorId,
        purpose: 'testing',
      }),
    () =>
      event('laboratory.runOpened', {
        runId: 'sample-run',
        test: 'ALT',
        method: 'rate',
        deviceId: null,
        reagentLotId: lot.id,
      }),
    () => event('laboratory.runInvalidated', { runId: 'sample-run', code: 'instrumentFault' }),
    () =>
      event('laboratory.messageUnmatched', {
        ...unmatched,
        deviceId: analyser.id,
        sampleText: 'QC-1',
        test: 'HBsAg',
        value: 'nonreactive',
      }),
    () => event('laboratory.unmatchedExplained', { ...unmatched, code: 'notOurs' }),
    () =>
      event('laboratory.entryDisputed', {
        entryId: 'sample-entry',
        din,
        test: 'ALT',
        firstValue: 'nonreactive',
        secondValue: 'reactive',
      }),
    () => event('laboratory.groupDisputed', { ...dispute, code: 'discordant' }),
    () => event('laboratory.groupResolved', { ...dispute, resolution: 'retested', setAside: [] }),
    () =>
      event('components.inProcessReported', {
        printId: 'sample-print',
        unitId,
        printerId: null,
        contentHash: null,
        outcome: 'notReady',
        codes: ['paperOut'],
      }),
    () =>
      event('components.held', {
        ...hold,
        scope: 'unit',
        din,
        code: 'manual',
        source: 'sample-hold',
      }),
    () =>
      event('labeling.printReported', {
        serial: label.id,
        unitId: label.unitId,
        outcome: 'sent',
        codes: [],
      }),
    () =>
      event('labeling.mismatchFound', {
        unitId,
        serial: null,
        otherUnitId: null,
        codes: ['labeling.otherUnit'],
      }),
    () => event('components.holdLifted', { ...hold, code: 'manual' }, { reason: '已核对' }),
  ];
}

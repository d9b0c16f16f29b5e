import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { replay } from '#electron/journal/replay.ts';
import { slices } from '#electron/station/slices.ts';
import { event } from '#shared/contract/events.ts';
import { codes, value } from '#tests/support/station.ts';
import { type Desk, makeDesk, PRINTER } from './desk.ts';

/** A visit that the physician has deferred. */
function deferredVisit(desk: Desk): string {
  const visitId = 'visit-1';
  desk.seed(
    event('donors.registered', {
      donorId: 'donor-slip',
      number: 'D-000900',
      name: '测试丙',
      sex: 'female',
      birthDate: '1990-01-01',
      documentKind: 'passport',
      documentNumber: 'E0000900',
      phone: '',
    }),
    event('visits.checkedIn', { visitId, donorId: 'donor-slip', programme: 'convalescentPlasma' }),
    event('visits.decided', {
      visitId,
      decisionId: 'decision-1',
      verdict: 'deferred',
      donationType: null,
      targetMl: null,
      rules: [],
      overrides: [],
      donorSentence: '今天先休息，谢谢您。',
      nextOn: '2020-03-20',
      signedName: '测试医生',
      meaning: 'deferred',
      contentHash: 'c'.repeat(64),
    }),
  );
  return visitId;
}

test('the donor’s slip goes through the queue; the print desk reads neither name nor decision', async () => {
  const desk = await makeDesk();
  const stop = await desk.printing();
  const visitId = deferredVisit(desk);
  const { command, query, staff, station } = desk.test;
  const { jobId } = value(
    await command(
      'honours.printSlip',
      { visitId, printerId: PRINTER },
      { proof: staff.nurse.as() },
    ),
  );
  const job = () => station.core.store.reader.get('printJob', jobId);
  await desk.until(() => job()?.state === 'completed');
  await stop();
  assert.equal(job()?.outcome, 'printed');
  assert.equal(readdirSync(desk.papers).filter((file) => file.endsWith('.pdf')).length, 1);
  const [line] = value(await query('honours.jobs', {}, desk.clerk.as()));
  assert.equal(line?.document, 'donorSlip');
  assert.doesNotMatch(JSON.stringify(line), /测试丙|休息|deferred/);
  assert.deepEqual(replay(station.core.store, slices).differing, []);
});

test('the after-care sheet goes through the queue; the print desk reads the number, no name, no code', async () => {
  const desk = await makeDesk();
  const stop = await desk.printing();
  const { command, query, staff, station } = desk.test;
  const din = desk.donation('care', 480);
  const print = (number: string, proof = staff.nurse.as()) =>
    command('honours.printAfterCare', { din: number, printerId: PRINTER }, { proof });
  assert.deepEqual(codes(await print('nobody')), ['collection.donationUnknown']);
  assert.deepEqual(codes(await print(din, desk.clerk.as())), ['station.notPermitted']);
  const { jobId } = value(await print(din));
  const job = () => station.core.store.reader.get('printJob', jobId);
  await desk.until(() => job()?.state === 'completed');
  await stop();
  assert.equal(readdirSync(desk.papers).filter((file) => file.endsWith('.pdf')).length, 1);
  const line = value(await query('honours.jobs', {}, desk.clerk.as())).find(
    (each) => each.jobId === jobId,
  );
  assert.deepEqual([line?.document, line?.subject, line?.name], ['afterCare', din, '']);
  assert.deepEqual(replay(station.core.store, slices).differing, []);
});

test('no decision, no slip; a printer that is none, and the print desk, are refused', async () => {
  const desk = await makeDesk();
  const { command, staff } = desk.test;
  const print = (visitId: string, printerId: string, proof = staff.nurse.as()) =>
    command('honours.printSlip', { visitId, printerId }, { proof });
  assert.deepEqual(codes(await print('nobody', PRINTER)), ['honours.noSlip']);
  const visitId = deferredVisit(desk);
  assert.deepEqual(codes(await print(visitId, 'none')), ['honours.noPrinter']);
  assert.deepEqual(codes(await print(visitId, PRINTER, desk.clerk.as())), ['station.notPermitted']);
});

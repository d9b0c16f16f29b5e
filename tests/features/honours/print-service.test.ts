import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replay } from '#electron/journal/replay.ts';
import { slices } from '#electron/station/slices.ts';
import { startPrinter } from '#tests/printing/spooler/printer-process.ts';
import { type Desk, makeDesk, PRINTER, printer } from './desk.ts';

const job = (desk: Desk, jobId: string) => {
  const row = desk.test.station.core.store.reader.get('printJob', jobId);
  assert.ok(row);
  return row;
};

const stateOf = (desk: Desk, certificateId: string) =>
  desk.test.station.core.store.reader.get('certificate', certificateId)?.state;

async function submitted(desk: Desk, key = '甲') {
  const certificateId = `${desk.donation(key, 400)}:certificate`;
  await desk.act('honours.proofName', { certificateId, name: `测试${key}` });
  const { jobId } = await desk.act('honours.print', { certificateId, printerId: PRINTER });
  return { certificateId, jobId };
}

test('a printer’s own states reach the paper: held, out of stock, printed', async (t) => {
  const device = await startPrinter(t);
  const desk = await makeDesk({ link: { kind: 'ipp', address: device.uri } });
  await device.order({ act: 'emptyTray' });
  const stop = await desk.printing();
  const { certificateId, jobId } = await submitted(desk);
  await desk.until(() => job(desk, jobId).outcome === 'attention');
  assert.equal(stateOf(desk, certificateId), 'printing');
  assert.deepEqual(await desk.refusal('honours.scanSerial', { certificateId, serial: '0003187' }), [
    'honours.jobRuns',
  ]);
  await device.order({ act: 'loadTray' });
  await desk.until(() => stateOf(desk, certificateId) === 'printed');
  await stop();
  assert.equal((await device.order({})).jobs.length, 1);
  assert.deepEqual(replay(desk.test.station.core.store, slices).differing, []);
});

test('after a lost sheet in a jam nobody guesses: the clerk looks and says what became of it', async (t) => {
  const device = await startPrinter(t, 1000);
  const desk = await makeDesk({ link: { kind: 'ipp', address: device.uri } });
  const stop = await desk.printing();
  const { certificateId, jobId } = await submitted(desk);
  await desk.until(() => job(desk, jobId).state === 'processing');
  await device.order({ act: 'jam' });
  await desk.until(() => job(desk, jobId).outcome === 'attention');
  await device.order({ act: 'clearJamLost' });
  await desk.until(() => job(desk, jobId).outcome === 'uncertain');
  assert.equal(stateOf(desk, certificateId), 'printing');
  assert.deepEqual(await desk.refusal('honours.print', { certificateId, printerId: PRINTER }), [
    'honours.lookAtSheet',
  ]);
  await desk.act(
    'honours.spoilSheet',
    { certificateId, serial: '0003187', code: 'jam' },
    { proof: desk.clerk.as({ with: desk.test.staff.nurse }) },
  );
  assert.equal(stateOf(desk, certificateId), 'spoiled');
  await stop();
});

test('a job that is given up before it began used no sheet', async (t) => {
  const device = await startPrinter(t);
  const desk = await makeDesk({ link: { kind: 'ipp', address: device.uri } });
  await device.order({ act: 'hold' });
  const stop = await desk.printing();
  const { certificateId, jobId } = await submitted(desk);
  await desk.act('honours.cancelJob', { jobId });
  await desk.until(() => job(desk, jobId).state === 'cancelled');
  assert.equal(job(desk, jobId).outcome, 'notPrinted');
  assert.equal(stateOf(desk, certificateId), 'proofed');
  assert.deepEqual(await desk.refusal('honours.cancelJob', { jobId }), ['honours.jobOver']);
  await stop();
});

test('a printer that is away is waited for and named; a cancelled job then leaves doubt', async () => {
  const desk = await makeDesk({ link: { kind: 'ipp', address: 'ipp://127.0.0.1:9/printers/x' } });
  const stop = await desk.printing();
  const { certificateId, jobId } = await submitted(desk);
  await desk.until(() => job(desk, jobId).reasons.includes('printing.queueUnreachable'));
  assert.deepEqual([job(desk, jobId).state, job(desk, jobId).outcome], ['submitted', 'attention']);
  await desk.act('honours.cancelJob', { jobId });
  await desk.until(() => job(desk, jobId).state === 'cancelled');
  assert.equal(job(desk, jobId).outcome, 'uncertain');
  await stop();
  const again = { certificateId, printerId: PRINTER, sheetUnused: true };
  assert.ok((await desk.act('honours.print', again)).jobId);
});

test('a job given to the queue before a stop is found again and not sent twice', async (t) => {
  const device = await startPrinter(t);
  const desk = await makeDesk({ link: { kind: 'ipp', address: device.uri } });
  await device.order({ act: 'hold' });
  const stop = await desk.printing();
  const { certificateId } = await submitted(desk);
  while ((await device.order({})).jobs.length === 0) await new Promise((go) => setTimeout(go, 5));
  await stop();
  await device.order({ act: 'release' });
  const stopAgain = await desk.printing();
  await desk.until(() => stateOf(desk, certificateId) === 'printed');
  await stopAgain();
  assert.equal((await device.order({})).jobs.length, 1);
});

test('a job whose printer is out of use waits for a word and ends when it is given up', async () => {
  const desk = await makeDesk();
  const { certificateId, jobId } = await submitted(desk);
  desk.seed(printer(PRINTER, { kind: 'none', address: '' }));
  const stop = await desk.printing();
  await desk.until(() => job(desk, jobId).reasons.includes('noPrinter'));
  await desk.act('honours.cancelJob', { jobId });
  await desk.until(() => job(desk, jobId).state === 'cancelled');
  await stop();
  assert.equal(stateOf(desk, certificateId), 'printing');
});

test('only the station itself reports what a queue said', async () => {
  const desk = await makeDesk();
  const { jobId } = await submitted(desk);
  const [state, outcome] = ['completed', 'printed'] as const;
  const report = { jobId, state, reasons: [], outcome };
  for (const who of [desk.clerk, desk.test.staff.admin, desk.test.staff.supervisor]) {
    assert.deepEqual(await desk.refusal('honours.reportJob', report, { proof: who.as() }), [
      'station.notPermitted',
    ]);
  }
});

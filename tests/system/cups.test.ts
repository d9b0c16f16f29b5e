import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { PaperPrinter, PrinterStatus, PrintJob } from '#electron/ports/paper-printer.ts';
import { drawDocument } from '#electron/printing/documents/draw-document.ts';
import { followJob } from '#electron/printing/spooler/follow.ts';
import { IppQueue } from '#electron/printing/spooler/ipp-queue.ts';
import { jobOutcome } from '#electron/printing/spooler/outcome.ts';
import type { Result } from '#shared/kernel/result.ts';
import { startPrinter } from '#tests/printing/spooler/printer-process.ts';
import { startCups } from './cups-server.ts';

const media = 'custom_plasmapoint-cert_210x148mm';

function value<T>(result: Result<T, unknown>): T {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

/** A real CUPS queue whose device is the simulated printer, reached by CUPS' own ipp backend. */
async function queue(t: TestContext) {
  const device = await startPrinter(t, 100);
  const cups = await startCups(t);
  await cups.addQueue('cert', device.uri);
  return { device, cups, printer: new IppQueue({ uri: cups.queueUri('cert') }) };
}

async function onePage(): Promise<Uint8Array> {
  const created = { title: 'test', createdAt: '2026-11-22T06:05:00.000Z', practice: false };
  const paper = await drawDocument(created, (sheet) => {
    sheet.page(210, 148);
    sheet.text('祝𬭊', 50, 50, { face: 'kai', size: 24 });
  });
  return value(paper).pdf;
}

async function submit(printer: PaperPrinter, documentId: string): Promise<string> {
  return value(await printer.submit({ documentId, pdf: await onePage(), media })).jobId;
}

async function until<T>(ask: () => Promise<T>, holds: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    await pause(100);
  }
}

const asked = (printer: PaperPrinter, jobId: string) => async (): Promise<PrintJob> =>
  value(await printer.job(jobId));
const status = (printer: PaperPrinter) => async (): Promise<PrinterStatus> =>
  value(await printer.status());

test('CUPS takes the certificate, hands it on unscaled and reports it completed', async (t) => {
  const { device, printer } = await queue(t);
  assert.equal(value(await printer.status()).state, 'idle');
  const jobId = await submit(printer, 'DOC-1');
  const done = value(await followJob(printer, jobId, { pollMs: 50 }));
  assert.equal(done.state, 'completed');
  assert.equal(jobOutcome(done), 'printed');
  const { jobs } = await device.order({});
  assert.equal(jobs.length, 1);
  assert.deepEqual(jobs[0]?.asked['print-scaling'], ['none']);
  assert.deepEqual(jobs[0]?.asked['media'], [media]);
  const arrived = await readFile(join(device.folder, '1.pdf'));
  assert.deepEqual(new Uint8Array(arrived), await onePage());
});

test('a job cancelled in CUPS is listed as completed by lpstat, but not by us', async (t) => {
  const { cups, device, printer } = await queue(t);
  await cups.disable('cert');
  const stopped = await until(status(printer), (s) => s.state === 'stopped');
  assert.ok(stopped.reasons.includes('paused'));
  const jobId = await submit(printer, 'DOC-2');
  assert.equal(jobOutcome(value(await printer.job(jobId))), 'underway');
  value(await printer.cancel(jobId));
  const job = value(await followJob(printer, jobId, { pollMs: 50 }));
  assert.equal(job.state, 'canceled');
  assert.equal(jobOutcome(job), 'notPrinted');
  assert.match(await cups.finishedJobs(), /cert-1/);
  assert.equal((await device.order({})).jobs.length, 0);
  const again = await printer.cancel(jobId);
  assert.ok(!again.ok && again.error.code === 'printing.jobFinished');
});

test('a jam at the device is seen through CUPS, and the job is not printed until it is cleared', async (t) => {
  const { device, printer } = await queue(t);
  await device.order({ act: 'jam' });
  const jobId = await submit(printer, 'DOC-3');
  await until(status(printer), (s) => s.reasons.some((r) => r.startsWith('media-jam')));
  const waiting = value(await printer.job(jobId));
  assert.notEqual(jobOutcome(waiting), 'printed');
  await device.order({ act: 'clearJamGood' });
  const job = value(await followJob(printer, jobId, { pollMs: 50 }));
  assert.equal(jobOutcome(job), 'printed');
});

test('a job cancelled after it began is uncertain: somebody must look at the paper', async (t) => {
  const { device, printer } = await queue(t);
  await device.order({ act: 'emptyTray' });
  const jobId = await submit(printer, 'DOC-4');
  await until(asked(printer, jobId), (job) => job.started === true);
  value(await printer.cancel(jobId));
  const job = value(await followJob(printer, jobId, { pollMs: 50 }));
  assert.equal(job.state, 'canceled');
  assert.equal(jobOutcome(job), 'uncertain');
});

test('a dead device leaves the job underway; the document is found again by its id', async (t) => {
  const { device, printer } = await queue(t);
  await device.kill();
  const jobId = await submit(printer, 'DOC-5');
  await until(asked(printer, jobId), (job) => job.started === true);
  const found = value(await printer.find('DOC-5'));
  assert.equal(found?.jobId, jobId);
  assert.equal(found && jobOutcome(found), 'underway');
  value(await printer.cancel(jobId));
});

test('an unknown queue is refused with a code', async (t) => {
  const cups = await startCups(t);
  const printer = new IppQueue({ uri: cups.queueUri('nowhere') });
  const answer = await printer.status();
  assert.ok(!answer.ok && answer.error.code.startsWith('printing.'));
});

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { PaperPrinter, PrintJob } from '#electron/ports/paper-printer.ts';
import { drawDocument } from '#electron/printing/documents/draw-document.ts';
import { followJob } from '#electron/printing/spooler/follow.ts';
import { IppQueue } from '#electron/printing/spooler/ipp-queue.ts';
import { jobOutcome } from '#electron/printing/spooler/outcome.ts';
import type { Result } from '#shared/kernel/result.ts';
import { startPrinter } from './printer-process.ts';

async function pdfOf(pages: number): Promise<Uint8Array> {
  const paper = await drawDocument(
    { title: 'test', createdAt: '2026-11-22T06:05:00.000Z', practice: false },
    (sheet) => {
      for (let i = 0; i < pages; i += 1) {
        sheet.page(210, 148);
        sheet.text(`第${i + 1}页`, 20, 20, { face: 'sans', size: 12 });
      }
    },
  );
  return value(paper).pdf;
}

function value<T>(result: Result<T, unknown>): T {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

async function submit(printer: PaperPrinter, documentId: string, pages = 1): Promise<string> {
  const media = 'custom_plasmapoint-cert_210x148mm';
  const pdf = await pdfOf(pages);
  return value(await printer.submit({ documentId, pdf, media })).jobId;
}

/** Follows a job until `until` holds. */
async function reached(
  printer: PaperPrinter,
  jobId: string,
  until: (job: PrintJob) => boolean,
): Promise<PrintJob> {
  for (;;) {
    const job = value(await printer.job(jobId));
    if (until(job)) return job;
    await pause(10);
  }
}

async function station(t: TestContext, sheetMs?: number) {
  const device = await startPrinter(t, sheetMs);
  return { device, printer: new IppQueue({ uri: device.uri, timeoutMs: 5000 }) };
}

test('a job is accepted, printed and only then counted as printed', async (t) => {
  const { device, printer } = await station(t);
  await device.order({ act: 'hold' });
  const jobId = await submit(printer, 'DOC-1', 2);
  const held = value(await printer.job(jobId));
  assert.equal(held.state, 'held');
  assert.equal(jobOutcome(held), 'underway');
  const states: string[] = [];
  const end = followJob(printer, jobId, {
    pollMs: 5,
    onChange: (job) => {
      states.push(job.state);
      if (job.state === 'held') void device.order({ act: 'release' });
    },
  });
  const done = value(await end);
  assert.equal(done.state, 'completed');
  assert.equal(done.sheetsDone, 2);
  assert.equal(jobOutcome(done), 'printed');
  assert.equal(states[0], 'held');
  assert.equal(states.at(-1), 'completed');
});

test('the very bytes arrive, without scaling, on the right media', async (t) => {
  const { device, printer } = await station(t);
  const jobId = await submit(printer, 'DOC-2');
  assert.deepEqual(
    new Uint8Array(await readFile(join(device.folder, `${jobId}.pdf`))),
    await pdfOf(1),
  );
  const { jobs } = await device.order({});
  assert.deepEqual(jobs[0]?.asked, {
    copies: [1],
    media: ['custom_plasmapoint-cert_210x148mm'],
    'print-scaling': ['none'],
    sides: ['one-sided'],
  });
});

test('out of paper and open door stop the job, with the reason; loading lets it go on', async (t) => {
  const { device, printer } = await station(t);
  await device.order({ act: 'emptyTray' });
  await device.order({ act: 'openDoor' });
  const jobId = await submit(printer, 'DOC-3');
  const stopped = await reached(printer, jobId, (job) => job.state === 'stopped');
  assert.deepEqual(stopped.reasons, ['printer-stopped']);
  assert.equal(jobOutcome(stopped), 'attention');
  const status = value(await printer.status());
  assert.equal(status.state, 'stopped');
  assert.deepEqual(status.reasons, ['media-empty-error', 'door-open-error']);
  await device.order({ act: 'loadTray' });
  assert.equal(value(await printer.job(jobId)).state, 'stopped', 'the door is still open');
  await device.order({ act: 'closeDoor' });
  assert.equal(jobOutcome(value(await followJob(printer, jobId, { pollMs: 5 }))), 'printed');
});

test('a jam that eats the sheet is never called printed', async (t) => {
  const { device, printer } = await station(t, 60);
  const jobId = await submit(printer, 'DOC-4', 60);
  await reached(printer, jobId, (job) => (job.sheetsDone ?? 0) >= 1);
  await device.order({ act: 'jam' });
  const jammed = await reached(printer, jobId, (job) => job.state === 'stopped');
  assert.equal(jobOutcome(jammed), 'attention');
  assert.deepEqual(value(await printer.status()).reasons, ['media-jam-error']);
  await device.order({ act: 'clearJamLost' });
  const lost = value(await followJob(printer, jobId, { pollMs: 5 }));
  assert.equal(lost.state, 'aborted');
  assert.equal(jobOutcome(lost), 'uncertain', 'sheets came out before the jam: look at the paper');
});

test('a jam cleared with a good sheet lets the job finish', async (t) => {
  const { device, printer } = await station(t);
  await device.order({ act: 'jam' });
  const jobId = await submit(printer, 'DOC-5');
  await reached(printer, jobId, (job) => job.state === 'stopped');
  await device.order({ act: 'clearJamGood' });
  assert.equal(jobOutcome(value(await followJob(printer, jobId, { pollMs: 5 }))), 'printed');
});

test('a cancelled job is not a printed one, and cannot be cancelled twice', async (t) => {
  const { device, printer } = await station(t);
  await device.order({ act: 'emptyTray' });
  const jobId = await submit(printer, 'DOC-6');
  value(await printer.cancel(jobId));
  const cancelled = value(await followJob(printer, jobId, { pollMs: 5 }));
  assert.equal(cancelled.state, 'canceled');
  assert.deepEqual(cancelled.reasons, ['job-canceled-by-user']);
  assert.equal(jobOutcome(cancelled), 'notPrinted');
  const again = await printer.cancel(jobId);
  assert.ok(!again.ok && again.error.code === 'printing.jobFinished');
});

test('a job that the printer gives up is aborted', async (t) => {
  const { device, printer } = await station(t);
  await device.order({ act: 'emptyTray' });
  const jobId = await submit(printer, 'DOC-7');
  await device.order({ act: 'fail' });
  const job = value(await printer.job(jobId));
  assert.equal(job.state, 'aborted');
  assert.equal(jobOutcome(job), 'notPrinted');
});

test('an answer lost on the way is found again by the document, not printed twice', async (t) => {
  const { device, printer } = await station(t);
  await device.order({ answerMs: 400 });
  const hasty = new IppQueue({ uri: device.uri, timeoutMs: 300 });
  const pdf = await pdfOf(1);
  const lost = await hasty.submit({ documentId: 'DOC-8', pdf, media: 'iso_a4_210x297mm' });
  assert.ok(!lost.ok && lost.error.code === 'printing.queueTimeout');
  while ((await device.order({})).jobs.length === 0) await pause(10);
  await device.order({ answerMs: 0 });
  const found = value(await printer.find('DOC-8'));
  assert.equal(found?.documentId, 'DOC-8');
  assert.equal(value(await printer.find('DOC-none')), undefined);
  assert.equal((await device.order({})).jobs.length, 1);
});

test('refusals are coded: unknown job, not a PDF, no printer, not an ipp address', async (t) => {
  const { device, printer } = await station(t);
  const code = (result: Result<unknown, { code: string }>) => (result.ok ? '' : result.error.code);
  assert.equal(code(await printer.job('77')), 'printing.jobUnknown');
  assert.equal(code(await printer.job('../1')), 'printing.jobUnknown');
  assert.equal(code(await printer.cancel('77')), 'printing.jobUnknown');
  const page = { documentId: 'DOC-9', pdf: Buffer.from('<html>'), media: 'iso_a4_210x297mm' };
  assert.equal(code(await printer.submit(page)), 'printing.formatRefused');
  await device.kill();
  assert.equal(code(await printer.status()), 'printing.queueUnreachable');
  for (const uri of ['http://127.0.0.1/x', 'ipp://', 'ipp://host:99999/x', '']) {
    assert.equal(code(await new IppQueue({ uri }).status()), 'printing.queueUnreachable');
  }
});

test('an answer that is not IPP, cut short, too long or with lying lengths is refused', async (t) => {
  const negative = Buffer.from([1, 1, 0, 0, 0, 0, 0, 1, 1, 0x47, 0xff, 0xf0, 0, 0, 3]);
  const bodies = [
    Buffer.from('<html>no</html>'),
    Buffer.alloc(0),
    negative,
    negative.subarray(0, 9),
  ];
  for (const body of bodies) {
    const server = createServer((_, response) => response.end(body));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    t.after(() => server.close());
    const { port } = server.address() as AddressInfo;
    const answer = await new IppQueue({ uri: `ipp://127.0.0.1:${port}/p` }).status();
    assert.ok(!answer.ok && answer.error.code === 'printing.queueBadAnswer');
  }
});

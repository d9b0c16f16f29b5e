import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PrintJobState } from '#electron/ports/paper-printer.ts';
import { FileQueue } from '#electron/printing/spooler/file-queue.ts';
import {
  attribute,
  decodeIpp,
  encodeIpp,
  operationGroup,
  TAG,
  valuesOf,
} from '#electron/printing/spooler/ipp-codec.ts';
import { isOver, jobOutcome } from '#electron/printing/spooler/outcome.ts';
import { jobOutcomeTexts, printFailureTexts } from '#electron/printing/spooler/texts.ts';
import { WindowsQueue } from '#electron/printing/spooler/windows-queue.ts';
import { temporaryFolder } from './printer-process.ts';

const pdf = Buffer.from('%PDF-1.3 test');
const media = 'iso_a4_210x297mm';

test('a file job is complete with its bytes, and a second copy does not replace the first', async (t) => {
  const folder = join(await temporaryFolder(t), 'new');
  const queue = new FileQueue(folder);
  const first = await queue.submit({ documentId: 'DOC-1', pdf, media });
  const second = await queue.submit({ documentId: 'DOC-1', pdf, media });
  assert.ok(first.ok && second.ok);
  assert.equal(first.value.state, 'completed');
  assert.notEqual(first.value.jobId, second.value.jobId);
  assert.deepEqual((await readdir(folder)).sort(), ['DOC-1.1.pdf', 'DOC-1.2.pdf']);
  assert.deepEqual(await readFile(join(folder, 'DOC-1.1.pdf')), pdf);
  const found = await new FileQueue(folder).find('DOC-1');
  assert.ok(found.ok && found.value?.jobId === second.value.jobId);
});

test('a half-written file is no job', async (t) => {
  const folder = await temporaryFolder(t);
  await writeFile(join(folder, 'DOC-1.1.pdf.part'), 'half');
  const queue = new FileQueue(folder);
  const job = await queue.job('DOC-1.1');
  assert.ok(!job.ok && job.error.code === 'printing.jobUnknown');
  const found = await queue.find('DOC-1');
  assert.ok(found.ok && found.value === undefined);
});

test('file names stay inside the folder; an impossible folder is a coded failure', async (t) => {
  const folder = await temporaryFolder(t);
  for (const documentId of ['../x', 'a/b', '', '.hidden', 'a'.repeat(200)]) {
    const answer = await new FileQueue(folder).submit({ documentId, pdf, media });
    assert.ok(!answer.ok && answer.error.code === 'printing.fileWrite');
  }
  const blocked = join(folder, 'file');
  await writeFile(blocked, '');
  const answer = await new FileQueue(blocked).submit({ documentId: 'DOC-1', pdf, media });
  assert.ok(!answer.ok && answer.error.code === 'printing.fileWrite');
});

test('a written file cannot be cancelled', async (t) => {
  const queue = new FileQueue(await temporaryFolder(t));
  const ticket = await queue.submit({ documentId: 'DOC-1', pdf, media });
  assert.ok(ticket.ok);
  const answer = await queue.cancel(ticket.value.jobId);
  assert.ok(!answer.ok && answer.error.code === 'printing.jobFinished');
});

test('the Windows queue says that it is not supported, whatever is asked', async () => {
  const queue = new WindowsQueue('HL-2');
  for (const answer of [await queue.submit(), await queue.job(), await queue.status()]) {
    assert.ok(!answer.ok && answer.error.code === 'printing.queueUnsupported');
  }
});

test('only a clean completion is printed; an early end is clean only before it began', () => {
  const outcome = (state: PrintJobState, reasons: string[], started?: boolean) =>
    jobOutcome({ state, reasons, started });
  assert.equal(outcome('completed', ['job-completed-successfully'], true), 'printed');
  assert.equal(outcome('completed', ['job-completed-with-errors'], true), 'uncertain');
  assert.equal(outcome('completed', ['job-canceled-by-user'], true), 'uncertain');
  assert.equal(outcome('canceled', [], false), 'notPrinted');
  assert.equal(outcome('canceled', []), 'uncertain');
  assert.equal(outcome('aborted', [], true), 'uncertain');
  for (const state of ['pending', 'held', 'processing', 'stopped'] as const) {
    assert.notEqual(outcome(state, [], true), 'printed');
    assert.equal(isOver({ state }), false);
  }
});

test('messages survive encoding and decoding, the document untouched', () => {
  const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(word, fc.integer(), fc.uint8Array({ maxLength: 200 }), (name, n, data) => {
      const job = attribute(TAG.name, 'job-name', name, name);
      const id = attribute(TAG.integer, 'job-id', n | 0);
      const groups = [operationGroup([job, id])];
      const read = decodeIpp(encodeIpp({ code: 2, requestId: 9, groups, data }));
      assert.ok(read.ok);
      assert.deepEqual(valuesOf(read.value, TAG.operation, 'job-name'), [name, name]);
      assert.deepEqual(valuesOf(read.value, TAG.operation, 'job-id'), [n | 0]);
      assert.deepEqual([...read.value.data], [...data]);
    }),
  );
});

test('any bytes are read or refused, never thrown at or looped over', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => {
      const head = Uint8Array.from([1, 1, 0, 0, 0, 0, 0, 1, 1, 0x47, ...bytes]);
      for (const message of [bytes, head]) assert.equal(typeof decodeIpp(message).ok, 'boolean');
    }),
    { numRuns: 2000 },
  );
});

test('a length beyond the range that the format allows is refused, however long the message', () => {
  const head = [1, 1, 0, 0, 0, 0, 0, 1, 1, 0x47, 0, 0, 0x80, 0];
  const long = new Uint8Array(head.length + 0x8000 + 1).fill(3);
  long.set(head);
  assert.equal(decodeIpp(long).ok, false);
});

test('every failure and outcome has its sentence in both languages', () => {
  for (const text of [...Object.values(printFailureTexts), ...Object.values(jobOutcomeTexts)]) {
    assert.ok(text['zh-CN'] && text.en);
  }
});

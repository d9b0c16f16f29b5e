import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DecideContext } from '#shared/contract/context.ts';
import type { AllRows } from '#shared/contract/rows.ts';
import { ML_PER_DONATION } from '#shared/features/honours/counting.ts';
import type { CertificateRow, PrintJobRow } from '#shared/features/honours/model.ts';
import {
  giveMedal,
  handOver,
  planDelivery,
  recordHandWriting,
  reportLost,
} from '#shared/features/honours/rules/issue.ts';
import { scanSerial, spoilSheet } from '#shared/features/honours/rules/sheets.ts';
import type { Decision } from '#shared/kernel/decision.ts';
import { MemoryReader } from '#shared/kernel/memory-rows.ts';

type Paper = Partial<CertificateRow>;
type JobState = PrintJobRow['state'];
type Sheets = Readonly<Record<string, { state: 'used' | 'spoiled'; certificateId: string | null }>>;

/** One paper `c1` with its job, the sheets of its stock, and a donation that ended. */
function desk(paper: Paper = {}, job: JobState = 'completed', sheets: Sheets = {}, stock = true) {
  const certificate = {
    ...{ id: 'c1', kind: 'certificate', din: 'd1', donorId: 'x', name: '王小红', handWritten: [] },
    ...{
      handWrittenBy: null,
      volumeMl: 200,
      count: 1,
      state: 'printed',
      jobId: 'j1',
      serial: null,
    },
    ...{ printedAt: '2020-03-10T02:00:00.000Z', ...paper },
  };
  const form = { id: 's1', kind: 'certificate', active: true, form: 'f1', stamp: '1' };
  const rows = [
    ['certificate', certificate],
    ['printJob', { id: 'j1', state: job }],
    ...(stock ? ([['stock', form]] as const) : []),
    ...Object.entries(sheets).map(([id, sheet]) => ['sheet', { id, ...sheet }] as const),
    ['donation', { id: 'd1', donorId: 'x', endedAt: '2020-03-10T02:00:00.000Z' }],
    ['donation', { id: 'd2', donorId: 'x', endedAt: null }],
  ].map(([table, row]) => ({ table, row }) as never);
  return {
    read: new MemoryReader<AllRows>().with(rows),
    newId: () => 'n',
  } as unknown as DecideContext;
}

/** The first word of a refusal with what it names, or what was written. */
function said(decision: Decision<{ readonly body: unknown }, unknown>): string | object {
  if (decision.kind === 'accepted') return decision.events.map(({ body }) => body as object);
  const [first] = decision.reasons;
  assert.ok(first);
  return first.params ? `${first.code} ${Object.values(first.params).join(' ')}` : first.code;
}

const SERIAL = '0003187';
const form = { formId: 'f1' };
const used = (certificateId: string | null): Sheets => ({
  [SERIAL]: { state: 'used', certificateId },
});
const spoilt: Sheets = { [SERIAL]: { state: 'spoiled', certificateId: null } };

test('INV-27 the serial of a sheet is scanned once, of a print that is over, on a sheet that is free', () => {
  const scan = (ctx: DecideContext, serial = SERIAL, certificateId = 'c1') =>
    said(scanSerial({ certificateId, serial }, ctx, form));
  const right = [{ certificateId: 'c1', stockId: 's1', serial: SERIAL }];
  assert.deepEqual(scan(desk()), right);
  assert.deepEqual(scan(desk({ state: 'printing' })), right);
  assert.equal(scan(desk(), SERIAL, 'c2'), 'honours.unknown');
  assert.equal(scan(desk(), '31'), 'honours.noSerial');
  assert.equal(scan(desk({}, 'completed', {}, false)), 'honours.noStock f1');
  assert.equal(scan(desk({ kind: 'thanks' })), 'honours.plainPaper');
  assert.equal(scan(desk({ state: 'withdrawn' })), 'honours.withdrawn');
  assert.equal(
    scan(desk({ state: 'scanned', serial: '0000001' })),
    'honours.alreadyScanned 0000001',
  );
  assert.equal(scan(desk({ state: 'proofed' })), 'honours.notPrinted');
  assert.equal(scan(desk({ state: 'printing' }, 'processing')), 'honours.jobRuns');
  assert.equal(scan(desk({ state: 'printing', jobId: null })), 'honours.jobRuns');
  assert.equal(scan(desk({ state: 'printing', jobId: 'gone' })), 'honours.jobRuns');
  assert.equal(scan(desk({}, 'completed', spoilt)), `honours.serialSpoiled ${SERIAL}`);
  assert.equal(scan(desk({}, 'completed', used('c9'))), `honours.serialUsed ${SERIAL}`);
});

test('INV-27 a sheet is spoiled with the paper that is on it, once, and never one of another paper', () => {
  const spoil = (ctx: DecideContext, certificateId: string | null = 'c1', serial = SERIAL) =>
    said(spoilSheet({ certificateId, serial, code: 'jam' }, ctx, form));
  const body = { certificateId: 'c1', stockId: 's1', serial: SERIAL, code: 'jam' };
  assert.deepEqual(spoil(desk()), [body]);
  assert.deepEqual(spoil(desk(), null), [{ ...body, certificateId: null }], 'a blank one');
  const scanned: Paper = { state: 'scanned', serial: SERIAL };
  assert.deepEqual(spoil(desk(scanned, 'completed', used('c1'))), [{ ...body, wasUsed: true }]);
  assert.deepEqual(spoil(desk({ state: 'printing' })), [body]);
  assert.equal(spoil(desk(), 'c1', '31'), 'honours.noSerial');
  assert.equal(spoil(desk({}, 'completed', {}, false)), 'honours.noStock f1');
  assert.equal(spoil(desk(), 'c2'), 'honours.unknown');
  assert.equal(spoil(desk({ kind: 'thanks' })), 'honours.plainPaper');
  for (const state of ['handedOver', 'lost'] as const)
    assert.equal(spoil(desk({ state, serial: SERIAL })), 'honours.handedOverAlready', state);
  assert.equal(spoil(desk({ state: 'printing' }, 'processing')), 'honours.jobRuns');
  for (const jobId of [null, 'gone'])
    assert.equal(spoil(desk({ state: 'printing', jobId })), 'honours.jobRuns');
  assert.equal(spoil(desk({ ...scanned, serial: '0000001' })), 'honours.otherSheet 0000001');
  assert.equal(spoil(desk({ state: 'proofed' })), 'honours.notPrinted');
  for (const who of ['c1', null])
    assert.equal(spoil(desk({}, 'completed', spoilt), who), `honours.serialSpoiled ${SERIAL}`);
  for (const who of ['c1', null])
    assert.equal(spoil(desk({}, 'completed', used('c9')), who), `honours.serialUsed ${SERIAL}`);
});

test('INV-27 the sheet of a void paper is taken back whether it was handed over or not', () => {
  const spoil = (paper: Paper, job: JobState = 'completed') =>
    said(
      spoilSheet(
        { certificateId: 'c1', serial: SERIAL, code: 'volumeCorrected' },
        desk({ state: 'withdrawn', ...paper }, job),
        form,
      ),
    );
  const body = [{ certificateId: 'c1', stockId: 's1', serial: SERIAL, code: 'volumeCorrected' }];
  assert.deepEqual(spoil({}), body);
  assert.deepEqual(spoil({ serial: SERIAL }), body);
  assert.deepEqual(spoil({ jobId: 'gone' }), body, 'a job of another station, long over');
  assert.equal(spoil({ serial: '0000001' }), 'honours.otherSheet 0000001');
  assert.equal(spoil({ jobId: null }), 'honours.withdrawn');
  assert.equal(spoil({}, 'processing'), 'honours.jobRuns');
});

const STROKES = 'M10,10 L20,20 L30,10';

test('a paper is handed over finished, once, against a signature, and by post without one', () => {
  const hand = (paper: Paper, more: object = {}) =>
    said(
      handOver(
        { certificateId: 'c1', receiver: '李', relation: 'self', signature: STROKES, ...more },
        desk(paper),
      ),
    );
  const scanned: Paper = { state: 'scanned', serial: SERIAL };
  const body = { certificateId: 'c1', receiver: '王小红', relation: 'self', signature: STROKES };
  assert.deepEqual(hand(scanned), [body]);
  const post = { relation: 'post', signature: STROKES };
  assert.deepEqual(hand(scanned, post), [
    { ...body, receiver: '李', relation: 'post', signature: '' },
  ]);
  assert.equal(Object(hand(scanned, { ...post, signature: '' })).length, 1);
  assert.equal(hand(scanned, { certificateId: 'c2' }), 'honours.unknown');
  assert.equal(hand({ state: 'withdrawn' }), 'honours.withdrawn');
  for (const state of ['handedOver', 'lost'] as const)
    assert.equal(hand({ state }), 'honours.handedOverAlready', state);
  assert.equal(hand({ state: 'printed' }), 'honours.notFinished');
  assert.equal(hand({ ...scanned, handWritten: ['龘'] }), 'honours.notWritten 龘');
  assert.equal(hand(scanned, { signature: '' }), 'honours.noSignature');
});

test('what the font lacks is written once it is printed, and planned when it is finished', () => {
  const write = (paper: Paper, certificateId = 'c1') =>
    said(recordHandWriting({ certificateId }, desk({ handWritten: ['龘'], ...paper })));
  assert.deepEqual(write({}), [{ certificateId: 'c1', characters: ['龘'] }]);
  assert.equal(write({}, 'c2'), 'honours.unknown');
  assert.equal(write({ handWritten: [] }), 'honours.notMissing');
  assert.equal(write({ state: 'handedOver' }), 'honours.handedOverAlready');
  assert.equal(write({ printedAt: null }), 'honours.notPrinted');
  const plan = (paper: Paper, certificateId = 'c1') =>
    said(planDelivery({ certificateId, way: 'toPost' }, desk(paper)));
  assert.deepEqual(plan({ state: 'scanned' }), [{ certificateId: 'c1', way: 'toPost' }]);
  assert.deepEqual(plan({ state: 'toPost' }), []);
  assert.equal(Object(plan({ state: 'toCollect' })).length, 1);
  assert.equal(plan({}), 'honours.notFinished');
  assert.equal(plan({}, 'c2'), 'honours.unknown');
});

test('a paper is lost once, after hand-over; a medal is ticked for a donation that ended', () => {
  const lose = (paper: Paper, certificateId = 'c1') =>
    said(reportLost({ certificateId }, desk(paper)));
  assert.equal(Object(lose({ state: 'handedOver' })).length, 2);
  assert.equal(lose({}, 'c2'), 'honours.unknown');
  assert.equal(lose({ state: 'withdrawn' }), 'honours.withdrawn');
  assert.equal(lose({ state: 'lost' }), 'honours.lostAlready');
  assert.equal(lose({}), 'honours.notHandedOver');
  const give = (din: string) => said(giveMedal({ din }, desk()));
  assert.equal(give('d2'), 'honours.noDonation');
  assert.equal(give('d3'), 'honours.noDonation');
});

test('200 mL of convalescent plasma are one donation', () => {
  assert.equal(ML_PER_DONATION, 200);
});

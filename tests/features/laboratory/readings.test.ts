import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countedReadings, readingsOf } from '#shared/features/laboratory/readings.ts';
import { reading } from '#tests/properties/reading-lists.ts';
import { Rows } from '#tests/properties/worlds/rows.ts';

const DIN = 'A999920000001';

interface Told {
  readonly result?: object;
  readonly run?: object | null;
  readonly sample?: object | null;
}

/** One reading of a run and a sample that fit it, but for what is told. */
function standing({ result = {}, run = {}, sample = {} }: Told): string | undefined {
  const rows = [
    { table: 'result', row: { ...RESULT, ...result } },
    ...(run
      ? [
          {
            table: 'labRun',
            row: { id: 'run', test: 'HBV', reagentLotId: 'lot', state: 'valid', ...run },
          },
        ]
      : []),
    ...(sample ? [{ table: 'sample', row: { id: 's1', ok: true, ...sample } }] : []),
  ];
  return readingsOf(new Rows().with(rows as never), DIN)[0]?.standing;
}

const RESULT = {
  id: 'r1',
  din: DIN,
  test: 'HBV',
  sampleId: 's1',
  value: 'nonreactive',
  figure: '',
  runId: 'run',
  reagentLotId: 'lot',
  method: 'ELISA',
  readers: [],
  deviceKey: null,
  recordedAt: '2020-03-10T02:00:00.000Z',
  supersedes: null,
};

test('INV-11 a reading counts by a run that was found valid, of its own test and lot, from a sound sample', () => {
  assert.equal(standing({}), 'valid');
  assert.equal(standing({ run: { state: 'open' } }), 'pending');
  assert.equal(standing({ run: { state: 'invalid' } }), 'invalid');
  assert.equal(standing({ run: null }), 'invalid');
  assert.equal(standing({ run: { test: 'HCV' } }), 'invalid');
  assert.equal(standing({ run: { reagentLotId: 'other' } }), 'invalid');
  assert.equal(standing({ sample: { ok: false } }), 'invalid');
  assert.equal(standing({ sample: null }), 'invalid');
  assert.equal(standing({ run: { state: 'open', test: 'HCV' } }), 'invalid');
});

test('INV-09 readings stand in order of time, then id, and a corrected one stays among them', () => {
  const told = [
    ['b', 2, null],
    ['a', 2, null],
    ['c', 1, 'b'],
    ['d', 3, null],
  ] as const;
  const rows = told.map(([id, minute, supersedes]) => ({
    table: 'result',
    row: { ...RESULT, id, supersedes, recordedAt: `2020-03-10T02:0${minute}:00.000Z` },
  }));
  const found = readingsOf(new Rows().with(rows as never), DIN);
  assert.deepEqual(
    found.map(({ id, superseded }) => [id, superseded]),
    [
      ['c', false],
      ['a', false],
      ['b', true],
      ['d', false],
    ],
  );
});

test('INV-09 what counts: of this test, valid, not corrected, and a reading at all', () => {
  const counts = (more: Parameters<typeof reading>[1]) =>
    countedReadings([reading(0, more)], 'T').length === 1;
  assert.ok(counts({}));
  assert.ok(!counts({ test: 'U' }));
  assert.ok(!counts({ superseded: true }));
  assert.ok(!counts({ standing: 'pending' }));
  assert.ok(!counts({ value: 'invalid' }));
  assert.ok(!counts({ value: 'pending' }));
});

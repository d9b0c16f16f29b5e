import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openTests } from '#shared/features/laboratory/open-tests.ts';
import {
  acceptDeviceReport,
  type DeviceReport,
  type DeviceResult,
} from '#shared/features/laboratory/rules/device.ts';
import { DIN, panelTest, TODAY, world } from './world.ts';

function told(more: Partial<DeviceResult> = {}): DeviceResult {
  return {
    sampleId: `${DIN}:nat`,
    material: 'sample',
    analyte: 'HBV-NAT',
    replicate: 1,
    value: 'NR',
    unit: '',
    flag: 'N',
    status: 'F',
    reagentLot: 'LOT-1',
    operator: 'SIM',
    measuredAt: '',
    ...more,
  };
}

const CONTROLS = [
  told({ sampleId: 'CTRL-NEG', material: 'control' }),
  told({ sampleId: 'CTRL-POS', material: 'control', value: 'R' }),
];

function report(results: readonly DeviceResult[], more: Partial<DeviceReport> = {}): DeviceReport {
  return {
    deviceId: 'analyser-1',
    instrumentSerial: 'SIM-AN-1',
    runId: 'RUN-7',
    results,
    ...more,
  };
}

test('INV-12 a clean message with controls gives a valid run and its results', () => {
  const at = world();
  const outcome = at.take(acceptDeviceReport(report([told(), ...CONTROLS]), at.ctx()));
  assert.deepEqual(outcome, { recorded: 1, repeated: 0, conflicts: 0, unmatched: 0 });
  assert.equal(at.rows.all('labRun')[0]?.state, 'valid');
  assert.deepEqual(at.rows.all('result')[0]?.readers, []);
});

test('an instrument that asks is told the tests that its sample still needs, and none of another', () => {
  const at = world();
  const asked = () => openTests(at.rows, `${DIN}:nat`, TODAY);
  const before = asked();
  assert.ok(before?.includes('HBV-NAT'));
  at.take(acceptDeviceReport(report([told(), ...CONTROLS]), at.ctx()));
  const { rounds } = panelTest('HBV-NAT');
  assert.equal(asked()?.includes('HBV-NAT'), rounds > 1);
  assert.equal(asked()?.length, (before?.length ?? 0) - (rounds > 1 ? 0 : 1));
  assert.equal(openTests(at.rows, `${DIN}:unheard`, TODAY), undefined);
});

test('INV-12 any deliveries with duplicates and reordering give the same results as one', () => {
  const all = [told(), told({ replicate: 2 }), told({ analyte: 'HCV-NAT' }), ...CONTROLS];
  const once = world();
  once.take(acceptDeviceReport(report(all), once.ctx()));
  const contents = (w: typeof once) =>
    w.rows
      .all('result')
      .map((row) => `${row.deviceKey} ${row.value} ${row.conflict}`)
      .sort();
  fc.assert(
    fc.property(
      fc.array(fc.shuffledSubarray(all, { minLength: 1 }), { maxLength: 4 }),
      (deliveries) => {
        const many = world();
        for (const one of [...deliveries, all])
          many.take(acceptDeviceReport(report(one), many.ctx()));
        assert.deepEqual(contents(many), contents(once));
      },
    ),
    { numRuns: 60 },
  );
});

test('INV-12 same key, other content: both are kept and the donation is held', () => {
  const at = world();
  at.take(acceptDeviceReport(report([told(), ...CONTROLS]), at.ctx()));
  const outcome = at.take(acceptDeviceReport(report([told({ value: 'R' })]), at.ctx()));
  assert.equal(outcome.conflicts, 1);
  assert.deepEqual(
    at.rows.all('result').map((row) => [row.value, row.conflict]),
    [
      ['nonreactive', false],
      ['reactive', true],
    ],
  );
  const codes = at.rows.by('hold', 'target', DIN).map((hold) => hold.code);
  assert.ok(codes.includes('duplicateDeviceResult'));
  const again = at.take(acceptDeviceReport(report([told({ value: 'R' })]), at.ctx()));
  assert.equal(again.repeated, 1);
});

test('INV-12 a sample that is not exactly ours changes no unit and is listed once', () => {
  const strangers = [
    `${DIN}`,
    ` ${DIN}:nat`,
    `${DIN}:nat `,
    `${DIN}:natx`,
    `${DIN.toLowerCase()}:nat`,
    'A999926000119:nat',
    `${DIN}99`,
    '',
    '1',
  ];
  const at = world();
  for (const sampleId of strangers) {
    const message = report([told({ sampleId })]);
    assert.equal(at.take(acceptDeviceReport(message, at.ctx())).unmatched, 1, sampleId);
    assert.equal(at.take(acceptDeviceReport(message, at.ctx())).repeated, 1, sampleId);
  }
  assert.deepEqual(at.rows.all('result'), []);
  assert.equal(at.rows.by('unmatched', 'state', 'open').length, strangers.length);
});

test('INV-12 the number with the flags of a tube names that tube', () => {
  const at = world();
  at.take(acceptDeviceReport(report([told({ sampleId: `=${DIN}09` })]), at.ctx()));
  assert.equal(at.rows.all('result')[0]?.sampleId, `${DIN}:nat`);
});

test('INV-12 another instrument on the port is refused whole', () => {
  const at = world();
  const decision = acceptDeviceReport(report([told()], { instrumentSerial: 'X' }), at.ctx());
  assert.equal(
    decision.kind === 'refused' && decision.reasons[0]?.code,
    'laboratory.deviceIdentity',
  );
});

test('INV-11 failed control, unknown, expired or withdrawn lot: the run does not count', () => {
  const cases: readonly [string, readonly DeviceResult[]][] = [
    ['controlsFailed', [told(), told({ sampleId: 'CTRL-NEG', material: 'control', value: 'R' })]],
    ['lotUnknown', [told({ reagentLot: '?' }), { ...CONTROLS[0]!, reagentLot: '?' }]],
  ];
  for (const [code, results] of cases) {
    const at = world();
    at.take(acceptDeviceReport(report(results), at.ctx()));
    const [labRun] = at.rows.all('labRun');
    assert.deepEqual([labRun?.state, labRun?.invalidCode], ['invalid', code]);
  }
});

test('INV-10 preliminary, aborted and unreadable results are kept and never good', () => {
  const at = world();
  const results = [
    told({ status: 'P' }),
    told({ status: 'X', replicate: 2 }),
    told({ value: 'maybe', replicate: 3 }),
  ];
  at.take(acceptDeviceReport(report([...results, ...CONTROLS]), at.ctx()));
  assert.deepEqual(
    at.rows.all('result').map((row) => row.value),
    ['pending', 'invalid', 'unknown'],
  );
});

test('INV-12 a final result after its preliminary one is no conflict', () => {
  const at = world();
  at.take(acceptDeviceReport(report([told({ status: 'P' }), ...CONTROLS]), at.ctx()));
  const outcome = at.take(acceptDeviceReport(report([told()]), at.ctx()));
  assert.deepEqual([outcome.recorded, outcome.conflicts], [1, 0]);
});

test('INV-11 a control that fails in a later message ends a run that counted', () => {
  const at = world();
  at.take(acceptDeviceReport(report([told(), CONTROLS[0]!]), at.ctx()));
  assert.equal(at.rows.all('labRun')[0]?.state, 'valid');
  const failed = told({ sampleId: 'CTRL-POS', material: 'control' });
  at.take(acceptDeviceReport(report([failed]), at.ctx()));
  const [labRun] = at.rows.all('labRun');
  assert.deepEqual([labRun?.state, labRun?.invalidCode], ['invalid', 'controlsFailed']);
});

test('INV-10 an enzyme in another unit than that of its limit is not known', () => {
  const at = world();
  const alt = (unit: string, replicate: number) =>
    told({ sampleId: `${DIN}:serology`, analyte: 'ALT', value: '0.4', unit, replicate });
  at.take(acceptDeviceReport(report([alt('U/L', 1), alt('ukat/L', 2)]), at.ctx()));
  assert.deepEqual(
    at.rows.all('result').map((row) => row.value),
    ['nonreactive', 'unknown'],
  );
});

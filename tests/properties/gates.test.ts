import assert from 'node:assert/strict';
import { test } from 'node:test';
import { event, type NewEvent } from '#shared/contract/events.ts';
import { fitsBag } from '#shared/features/components/product.ts';
import { releaseVerdicts } from '#shared/features/inventory/gate.ts';
import { labelContent } from '#shared/features/labeling/content.ts';
import { labelGate, openVerdicts } from '#shared/features/labeling/gate.ts';
import type { LabelContent } from '#shared/features/labeling/model.ts';
import { planPrint } from '#shared/features/labeling/rules/print.ts';
import { testsVerdicts } from '#shared/features/laboratory/verdicts.ts';
import { act, TESTER } from './worlds/cast.ts';
import { collected, DIN } from './worlds/collected.ts';
import { decide, happen } from './worlds/core.ts';
import type { Rows } from './worlds/rows.ts';
import { labelledShelf, shelf } from './worlds/shelf.ts';
import { ONE } from './worlds/shelf-start.ts';

const NOW = '2020-03-10T05:00:00.000Z';

/** The release gate's open conditions for the labelled bag after further facts. */
function openAfter(facts: readonly NewEvent[], now = NOW, at: Rows = labelledShelf().rows) {
  const { rows } = happen(at, facts, act('fact', TESTER, now));
  const time = { now, today: now.slice(0, 10), zone: 'Asia/Shanghai', station: 'S1' };
  return openVerdicts(releaseVerdicts(rows, ONE, time)).map(({ ruleId }) => ruleId);
}

const cold = (tenthsC: number, readAt = NOW) =>
  event('equipment.temperatureRead', { placeId: 'cold', tenthsC, readAt });

export const minutes = (count: number) => new Date(Date.parse(NOW) + count * 60_000).toISOString();

test('INV-18 exhaustive: the freezer’s last reading, by temperature and age, closes the release alone', () => {
  assert.deepEqual(openAfter([]), []);
  for (const [tenthsC, isOpen] of [
    [-200, false],
    [-199, true],
    [-1000, false],
    [0, true],
  ] as const)
    assert.deepEqual(openAfter([cold(tenthsC)]), isOpen ? ['SITE-FREEZER'] : [], String(tenthsC));
  assert.deepEqual(openAfter([], minutes(60)), []);
  assert.deepEqual(openAfter([], minutes(61)), ['SITE-FREEZER']);
  assert.deepEqual(openAfter([cold(-300, minutes(1))]), []);
  assert.deepEqual(openAfter([cold(-300, minutes(3))]), ['SITE-FREEZER']);
  const colder = event('equipment.placeSet', {
    placeId: 'cold',
    code: 'cold',
    name: 'cold',
    kind: 'quarantine',
    minTenthsC: null,
    maxTenthsC: -300,
    active: true,
  });
  assert.deepEqual(openAfter([colder, cold(-300)]), []);
  assert.deepEqual(openAfter([colder, cold(-299)]), ['SITE-FREEZER']);
});

test('INV-22 exhaustive: a bag is good until the instant of its expiry, not at it', () => {
  const fresh = (now: string) => [cold(-300, now)];
  const last = '2021-03-10T01:59:59.999Z';
  assert.deepEqual(openAfter(fresh(last), last), []);
  const over = '2021-03-10T02:00:00.000Z';
  assert.deepEqual(openAfter(fresh(over), over), ['SITE-EXPIRY']);
});

test('INV-18 each disqualifying fact opens its own condition of the release', () => {
  const held = { holdId: 'h', din: DIN, code: 'bagUnfit', source: 'x' };
  const cases: readonly (readonly [string, NewEvent, readonly string[]])[] = [
    [
      'a hold on the donation',
      event('components.held', { ...held, scope: 'donation', target: DIN }),
      ['SITE-HOLD'],
    ],
    [
      'a hold on the bag',
      event('components.held', { ...held, scope: 'unit', target: ONE }),
      ['SITE-HOLD'],
    ],
    [
      'a deferral of the donor',
      event('donors.deferred', {
        deferralId: 'd',
        donorId: 'don',
        kind: 'temporary',
        code: 'T01',
        marker: null,
        programme: null,
        startsOn: '2020-03-10',
        until: '2020-03-10',
        hidden: false,
      }),
      ['SITE-DONOR'],
    ],
    [
      'a void label',
      event('labeling.labelVoided', { serial: 'none', unitId: ONE, code: 'x' }),
      ['SITE-LABELLED'],
    ],
    [
      'frozen too late',
      event('components.frozen', {
        unitId: ONE,
        coreTenthsC: -300,
        at: '2020-03-10T08:40:00.001Z',
      }),
      ['SITE-FREEZE', 'SITE-HOLD'],
    ],
  ];
  for (const [what, fact, open] of cases) assert.deepEqual(openAfter([fact]), open, what);
});

test('INV-15 the label gate opens for a bag in quarantine only', () => {
  const { rows } = labelledShelf();
  const time = { now: NOW, today: NOW.slice(0, 10), zone: 'Asia/Shanghai' };
  const open = openVerdicts(labelGate(rows, ONE, time)).map(({ ruleId }) => ruleId);
  assert.deepEqual(open, ['SITE-QUARANTINE']);
  assert.deepEqual(
    openVerdicts(labelGate(rows, 'nothing', time)).map(({ ruleId }) => ruleId),
    ['SITE-UNIT', 'SITE-QUARANTINE'],
  );
});

test('INV-15 a label states the group that was confirmed, not the one of an old record set aside', () => {
  const old = event('donors.groupRecorded', {
    donorId: 'don',
    abo: 'O',
    rhd: 'negative',
    source: '0old',
  });
  const { rows } = happen(labelledShelf().rows, [old], act('old', TESTER, NOW));
  const place = { station: 'S1', zone: 'Asia/Shanghai' };
  assert.equal(labelContent(rows, ONE, place, '00'), undefined);
  const [dispute] = rows.by('groupDispute', 'din', DIN);
  assert.ok(dispute);
  const settled = event('laboratory.groupResolved', {
    disputeId: dispute.id,
    din: DIN,
    resolution: 'x',
    setAside: rows
      .by('donorGroup', 'donorId', 'don')
      .flatMap((row) => (row.abo === 'O' ? row.id : [])),
  });
  const after = happen(rows, [settled], act('settled', TESTER, NOW)).rows;
  const content = labelContent(after, ONE, place, '00');
  assert.deepEqual([content?.abo, content?.rhd], ['A', 'positive']);
  assert.deepEqual(
    [content?.collectedAt, content?.expiresAt],
    ['2020-03-10T02:00:00.000Z', '2021-03-10T02:00:00.000Z'],
  );
});

test('INV-15 what was drawn must be the record at the moment of printing, fact by fact', () => {
  const { rows } = shelf.start();
  const plan = planPrint(rows, { unitId: ONE }, { station: 'S1', zone: 'Asia/Shanghai' });
  assert.ok(plan.ok);
  const print = (change: Partial<LabelContent>, serial = plan.serial) => {
    const content = { ...plan.content, ...change };
    const prepared = { ok: true, serial, content, hash: 'f'.repeat(64) };
    const input = { unitId: ONE, printerId: 'p', stockId: 's' };
    return decide(rows, 'labeling.printLabel', input, { ...act('p', TESTER, NOW), prepared }).kind;
  };
  assert.equal(print({}), 'accepted');
  assert.equal(print({}, 'L000000099'), 'refused');
  const others: Partial<LabelContent>[] = [
    { din: 'A999920000009' },
    { flags: '05' },
    { abo: 'O' },
    { rhd: 'negative' },
    { volumeMl: 251 },
    { expiresAt: '2021-03-11T02:00:00.000Z' },
    { collectedAt: '2020-03-11T02:00:00.000Z' },
    { specialText: ['x'] },
    { facilityName: 'x' },
  ];
  for (const change of others) assert.equal(print(change), 'refused', JSON.stringify(change));
});

test('INV-27 a bag fits its limits inclusively', () => {
  const limits = { minMl: 100, maxMl: 200 };
  const fits = [99, 100, 200, 201].map((volume) => fitsBag(volume, limits));
  assert.deepEqual(fits, [false, true, true, false]);
});

test('INV-10 exhaustive: every test of the panel is asked for, whether anybody ordered it or not', () => {
  const { rows } = labelledShelf();
  for (const at of [rows, collected()]) {
    const verdicts = testsVerdicts(at, DIN, '2020-03-10');
    assert.deepEqual(
      verdicts.map(({ ruleId }) => ruleId),
      ['HBV'],
    );
  }
  const [unread] = testsVerdicts(collected(), DIN, '2020-03-10');
  assert.equal(unread?.verdict, 'missing');
  const [nowhere] = testsVerdicts(rows, 'A999920000009', '2020-03-10');
  assert.equal(nowhere?.verdict, 'missing');
});

test('INV-11 a run that is invalid or valid is not concluded anew, whatever arrives later', () => {
  const runId = 'R1';
  const opened = { runId, test: 'HBV', method: 'm', deviceId: null, reagentLotId: 'HBV-a' };
  const conclude = (valid: boolean) => {
    const controls = [{ name: 'N', ok: valid }];
    return event('laboratory.runConcluded', { runId, valid, controls, code: null });
  };
  const runs = event('laboratory.runOpened', opened);
  for (const first of [true, false]) {
    const facts = [runs, conclude(first), conclude(!first)];
    const { rows } = happen(collected(), facts, act('late', TESTER, NOW));
    assert.equal(rows.get('labRun', runId)?.state, first ? 'valid' : 'invalid');
  }
});

test('INV-12 two replicates of one sample are two readings; the same one again is none', () => {
  const device = event('equipment.deviceSet', {
    deviceId: 'an',
    code: 'AN',
    kind: 'analyser',
    name: 'an',
    model: '',
    serial: 'S-1',
    link: { kind: 'none', address: '' },
    profile: '',
    chairId: null,
    active: true,
  });
  const { rows } = happen(collected(), [device], act('set', TESTER, NOW));
  const result = (replicate: number, value: string) => ({
    sampleId: `${DIN}:serology`,
    material: 'sample' as const,
    analyte: 'HBV',
    replicate,
    value,
    unit: '',
    flag: '',
    status: 'F',
    reagentLot: 'HBV-a',
    operator: '',
    measuredAt: '',
  });
  const told = (at: Rows, ...results: ReturnType<typeof result>[]) => {
    const report = { deviceId: 'an', instrumentSerial: 'S-1', runId: 'R', results };
    const outcome = decide(
      at,
      'laboratory.acceptDeviceReport',
      report as never,
      act('told', TESTER, NOW),
    );
    assert.ok(outcome.kind === 'accepted');
    return outcome.rows;
  };
  const values = ['nonreactive', 'reactive'];
  const both = told(rows, result(1, values[0] ?? ''), result(2, values[1] ?? ''));
  const found = both.by('result', 'din', DIN);
  assert.deepEqual(
    found.map(({ conflict }) => conflict),
    [false, false],
  );
  assert.equal(told(both, result(1, values[0] ?? '')).by('result', 'din', DIN).length, 2);
});

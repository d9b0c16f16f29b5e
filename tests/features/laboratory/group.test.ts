import assert from 'node:assert/strict';
import { test } from 'node:test';
import { event } from '#shared/contract/events.ts';
import {
  confirmedGroup,
  groupState,
  independent,
  personsRecords,
} from '#shared/features/laboratory/group.ts';
import type { ResultRow } from '#shared/features/laboratory/model.ts';
import { reading } from '#tests/properties/reading-lists.ts';
import { DIN, DONOR, result, run, type World, world } from './world.ts';

interface Read {
  readonly value: string;
  readonly run: string;
  readonly lot: string;
  readonly reader: string;
  readonly valid: boolean;
}

function withAbo(reads: readonly Read[], test = 'ABO', at = world()): World {
  reads.forEach((one, index) => {
    const labRun = run(
      `${test}-${one.run}-${one.lot}-${one.valid}`,
      test,
      one.lot,
      one.valid ? 'valid' : 'invalid',
    );
    at.put('labRun', labRun);
    at.put(
      'result',
      result(`${test}-${index + 1}`.padEnd(8, '0') + index, labRun, one.value, {
        readers: one.reader === '' ? [] : [one.reader],
        sampleId: `${DIN}:group`,
      }),
    );
  });
  return at;
}

const options: readonly Read[] = ['A', 'B', 'indeterminate'].flatMap((value) =>
  ['r1', 'r2'].flatMap((onRun) =>
    ['lot-1', 'lot-2'].flatMap((lot) =>
      ['甲', '乙'].flatMap((reader) =>
        [true, false].map((valid) => ({ value, run: onRun, lot, reader, valid })),
      ),
    ),
  ),
);

/** INV-13 in its own words. */
function confirms(reads: readonly Read[]): string | undefined {
  const valid = reads.filter((one) => one.valid);
  const values = new Set(valid.map((one) => one.value));
  if (values.size !== 1 || values.has('indeterminate')) return undefined;
  const pair = valid.some((a) =>
    valid.some(
      (b) =>
        a !== b &&
        `${a.run}${a.lot}` !== `${b.run}${b.lot}` &&
        a.lot !== b.lot &&
        a.reader !== b.reader,
    ),
  );
  return pair ? [...values][0] : undefined;
}

test('INV-13 all pairs over group, run, lot, person and validity', () => {
  let confirmed = 0;
  for (const a of options)
    for (const b of options) {
      const state = groupState(withAbo([a, b]).rows, DIN);
      assert.equal(state.abo, confirms([a, b]), JSON.stringify([a, b]));
      if (state.abo) confirmed += 1;
    }
  assert.ok(confirmed > 0);
});

test('INV-13 all triples with a third reading: a new discordant one un-confirms', () => {
  const base: readonly Read[] = [
    { value: 'A', run: 'r1', lot: 'lot-1', reader: '甲', valid: true },
    { value: 'A', run: 'r2', lot: 'lot-2', reader: '乙', valid: true },
  ];
  for (const third of options)
    assert.equal(
      groupState(withAbo([...base, third]).rows, DIN).abo,
      confirms([...base, third]),
      JSON.stringify(third),
    );
});

const GOOD_ABO: readonly Read[] = [
  { value: 'A', run: 'r1', lot: 'lot-1', reader: '甲', valid: true },
  { value: 'A', run: 'r2', lot: 'lot-2', reader: '乙', valid: true },
];

function rhd(value: string): readonly Read[] {
  return GOOD_ABO.map((one) => ({ ...one, value }));
}

test('INV-13 nobody reads or types both of two determinations, not as one of several either', () => {
  const one = reading(1, { lotId: 'a', readers: ['甲', '乙'] });
  const by = (...readers: string[]) =>
    independent(one, reading(2, { lotId: 'b', readers })) &&
    independent(reading(2, { lotId: 'b', readers }), one);
  assert.equal(by('丙', '丁'), true);
  assert.equal(by('乙', '丙'), false);
  assert.equal(by('丙', '甲'), false);
});

test('INV-05 the records of a person: all of her class, or the one that nobody knows', () => {
  const at = world()
    .put('donor', { ...DONOR, id: 'second' })
    .put('donor', {
      ...DONOR,
      id: 'own',
      personKey: 'second',
    });
  assert.deepEqual(personsRecords(at.rows, 'second'), ['donor-1', 'second']);
  assert.deepEqual(personsRecords(at.rows, 'own'), ['own']);
  assert.deepEqual(personsRecords(at.rows, 'nobody'), ['nobody']);
});

test('INV-13 the finger-prick never confirms, but speaks against', () => {
  const bloodTest = {
    id: 'bt-1',
    visitId: 'visit-1',
    testedAt: '2026-11-22T01:00:00.000Z',
    by: 'x',
    haemoglobinGramsPerLitre: 140,
    abo: 'A' as const,
    stripLotId: 's',
    others: {},
    sources: {},
  };
  const alone = world().put('visitBloodTest', bloodTest);
  assert.equal(groupState(alone.rows, DIN).abo, undefined);
  const differs = withAbo(GOOD_ABO).put('visitBloodTest', { ...bloodTest, abo: 'B' });
  assert.deepEqual(groupState(differs.rows, DIN).aboDoubts, ['fingerPrickDiffers']);
  const agrees = withAbo(GOOD_ABO).put('visitBloodTest', bloodTest);
  assert.equal(groupState(agrees.rows, DIN).abo, 'A');
});

test('INV-13 of two finger-pricks the one that differs counts, in either order', () => {
  const prick = (id: string, abo: 'A' | 'B') => ({
    id,
    visitId: 'visit-1',
    testedAt: '2026-11-22T01:00:00.000Z',
    by: 'x',
    haemoglobinGramsPerLitre: 140,
    abo,
    stripLotId: 's',
    others: {},
    sources: {},
  });
  for (const [first, second] of [
    ['A', 'B'],
    ['B', 'A'],
  ] as const) {
    const at = withAbo(GOOD_ABO)
      .put('visitBloodTest', prick('bt-1', first))
      .put('visitBloodTest', prick('bt-2', second));
    const state = groupState(at.rows, DIN);
    assert.deepEqual([state.aboDoubts, state.fingerPrick], [['fingerPrickDiffers'], 'B']);
  }
});

test('INV-13 the finger-prick that differs holds everything of the donation with its first good reading', () => {
  const at = world().put('visitBloodTest', {
    id: 'bt-1',
    visitId: 'visit-1',
    testedAt: '2026-11-22T01:00:00.000Z',
    by: 'x',
    haemoglobinGramsPerLitre: 140,
    abo: 'B',
    stripLotId: 's',
    others: {},
    sources: {},
  });
  const one = run('abo-1', 'ABO', 'lot-1', 'open');
  at.put('labRun', one);
  const { recordedAt: _at, id: resultId, ...row } = result('abo-r001', one, 'A');
  at.record([
    event('laboratory.resultRecorded', {
      ...row,
      readers: [...row.readers],
      resultId,
      entryId: null,
    }),
  ]);
  const holds = () => at.rows.by('hold', 'target', DIN).map(({ code, scope }) => [code, scope]);
  assert.deepEqual(holds(), [], 'a run without controls says nothing yet');
  const controls = [{ name: 'NEG', ok: true }];
  const concluded = { runId: one.id, valid: true, controls, code: null };
  at.record([event('laboratory.runConcluded', concluded)]);
  assert.deepEqual(holds(), [['groupDiscrepant', 'donation']]);
  assert.equal(at.rows.by('groupDispute', 'din', DIN).length, 1);
});

test('INV-13 what makes two readings independent: run, lot or method, and no common reader', () => {
  const table: readonly [string, Partial<ResultRow>, Partial<ResultRow>, boolean][] = [
    ['two devices’ runs, two lots', { readers: [] }, { readers: [], reagentLotId: 'lot-2' }, true],
    ['two devices’ runs, one lot', { readers: [] }, { readers: [] }, false],
    ['one lot, two methods', {}, { method: 'tube', readers: ['丙'] }, true],
    [
      'one common reader of two',
      { readers: ['甲', '乙'] },
      { readers: ['乙', '丙'], reagentLotId: 'lot-2' },
      false,
    ],
    ['device and person', { readers: [] }, { readers: ['甲'], reagentLotId: 'lot-2' }, true],
  ];
  for (const [what, a, b, expected] of table) {
    const at = world();
    const runs = [a, b].map((more, index) => ({
      ...run(`abo-${index}`, 'ABO', more.reagentLotId ?? 'lot-1'),
      method: more.method ?? 'ELISA',
    }));
    runs.forEach((one, index) => {
      const more = index === 0 ? a : b;
      const row = result(`abo-r00${index}`, one, 'A', { sampleId: `${DIN}:group`, ...more });
      at.put('labRun', one).put('result', row);
    });
    assert.equal(groupState(at.rows, DIN).abo, expected ? 'A' : undefined, what);
  }
});

test('INV-13 a correction counts in place of what it names and keeps its two persons', () => {
  const at = withAbo([
    { value: 'B', run: 'r1', lot: 'lot-1', reader: '甲', valid: true },
    { value: 'A', run: 'r2', lot: 'lot-2', reader: '乙', valid: true },
  ]);
  const wrong = at.rows.by('result', 'din', DIN).find((row) => row.value === 'B');
  assert.ok(wrong);
  const corrected = (readers: readonly string[]) => ({
    ...wrong,
    id: 'corrected-1',
    value: 'A',
    supersedes: wrong.id,
    readers,
    recordedAt: '2026-11-22T05:00:00.000Z',
  });
  at.put('result', corrected(['甲', '丙']));
  assert.equal(groupState(at.rows, DIN).abo, 'A');
  at.put('result', corrected(['甲', '乙']));
  assert.deepEqual(groupState(at.rows, DIN).aboDoubts, ['tooFew']);
});

test('INV-13 history of every record of the person must agree; it never stands in for a result', () => {
  const other = { ...DONOR, id: 'donor-2', number: 'D-000519' };
  const earlier = {
    id: 'donor-2:old',
    donorId: 'donor-2',
    abo: 'B' as const,
    rhd: 'positive' as const,
    source: 'old',
    recordedAt: '2020-01-01T00:00:00.000Z',
  };
  const at = withAbo(GOOD_ABO).put('donor', other).put('donorGroup', earlier);
  assert.deepEqual(groupState(at.rows, DIN).aboDoubts, ['historyDiffers']);
  at.put('donorGroup', { ...earlier, abo: 'A' });
  assert.equal(groupState(at.rows, DIN).abo, 'A');
  const single = withAbo(GOOD_ABO.slice(0, 1)).put('donorGroup', {
    ...earlier,
    donorId: 'donor-1',
    abo: 'A',
  });
  assert.deepEqual(groupState(single.rows, DIN).aboDoubts, ['tooFew']);
});

test('INV-14 negative needs a valid negative weak D and no positive anywhere', () => {
  const at = withAbo(rhd('negative'), 'RhD', withAbo(GOOD_ABO));
  assert.deepEqual(groupState(at.rows, DIN).rhdDoubts, ['weakDMissing']);
  assert.equal(confirmedGroup(at.rows, DIN), undefined);
  const weakD = run('weakD-1', 'weakD', 'lot-3');
  at.put('labRun', { ...weakD, state: 'invalid' });
  at.put('result', result('weak-001', weakD, 'negative'));
  assert.deepEqual(groupState(at.rows, DIN).rhdDoubts, ['weakDMissing']);
  at.put('labRun', weakD);
  assert.deepEqual(confirmedGroup(at.rows, DIN), { abo: 'A', rhd: 'negative' });
  const history = {
    id: 'donor-1:old',
    donorId: 'donor-1',
    abo: 'A' as const,
    rhd: 'positive' as const,
    source: 'old',
    recordedAt: '2020-01-01T00:00:00.000Z',
  };
  assert.equal(groupState(at.put('donorGroup', history).rows, DIN).rhd, undefined);
});

test('INV-14 weak D positive is neither negative nor positive; disagreement is unconfirmed', () => {
  const at = withAbo(rhd('negative'), 'RhD', withAbo(GOOD_ABO));
  const weakD = run('weakD-1', 'weakD', 'lot-3');
  at.put('labRun', weakD).put('result', result('weak-001', weakD, 'positive'));
  assert.deepEqual(groupState(at.rows, DIN).rhdDoubts, ['weakDPositive']);
  const [first, second] = rhd('positive');
  const mixed = withAbo([first!, { ...second!, value: 'negative' }], 'RhD', withAbo(GOOD_ABO));
  assert.equal(groupState(mixed.rows, DIN).rhd, undefined);
  const weak = withAbo([first!, { ...second!, value: 'weak' }], 'RhD', withAbo(GOOD_ABO));
  assert.equal(groupState(weak.rows, DIN).rhd, undefined);
});

test('INV-13 an open dispute un-confirms; what it set aside counts no more', () => {
  const at = withAbo([
    ...GOOD_ABO,
    { value: 'B', run: 'r3', lot: 'lot-3', reader: '丙', valid: true },
  ]);
  assert.equal(groupState(at.rows, DIN).abo, undefined);
  const wrong = at.rows.by('result', 'din', DIN).find((row) => row.value === 'B');
  const dispute = {
    id: 'd1',
    din: DIN,
    openedAt: '2026-11-22T05:00:00.000Z',
    resolvedAt: null,
    resolvedBy: null,
    resolution: null,
    setAside: [wrong?.id ?? ''],
  };
  assert.equal(groupState(at.put('groupDispute', dispute).rows, DIN).abo, undefined);
  const closed = { ...dispute, resolvedAt: '2026-11-22T06:00:00.000Z' };
  assert.equal(groupState(at.put('groupDispute', closed).rows, DIN).abo, 'A');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EntryOf } from '#shared/contract/events.ts';
import type { StateReader } from '#shared/contract/rows.ts';
import { evolveVisits } from '#shared/features/visits/evolve.ts';
import { settled, stated } from '#shared/features/visits/facts.ts';
import type { VisitFact, VisitReadingRow, VisitRow } from '#shared/features/visits/model.ts';
import { goodVitals } from './good-vitals.ts';

const AT = (minute: number) => `2020-03-10T01:${String(minute).padStart(2, '0')}:00.000Z`;

/** A visit as its check-in leaves it. */
const VISIT = checkedIn();

function checkedIn(): VisitRow {
  const entry = {
    type: 'visits.checkedIn',
    at: AT(0),
    localDate: '2020-03-10',
    body: { visitId: 'v1', donorId: 'd1', programme: 'convalescentPlasma' },
  } as unknown as EntryOf<'visits.checkedIn'>;
  const nobody: StateReader = { get: () => undefined, by: () => [], all: () => [] };
  const [change] = evolveVisits['visits.checkedIn']?.(nobody, entry) ?? [];
  assert.equal(change?.table, 'visit');
  return change.row as VisitRow;
}

const NOTHING = Object.fromEntries(Object.keys(goodVitals).map((name) => [name, null]));

const reading = (id: string, minute: number, figures: object): VisitReadingRow =>
  ({
    id,
    visitId: 'v1',
    measuredAt: AT(minute),
    by: 'p1',
    ...NOTHING,
    ...figures,
  }) as VisitReadingRow;

/** Statements in the order in which they arrive, each with the minute at which it was made. */
type Said = readonly [fact: VisitFact, minute: number, fields?: object];

const told = (...list: readonly Said[]) =>
  list.reduce<VisitRow>(
    (visit, [fact, minute, fields]) =>
      stated(visit, fact, { at: AT(minute), station: 'S1', seq: minute }, fields),
    VISIT,
  );
const up = (step: 'vitals' | 'number'): readonly (readonly [VisitFact, number])[] => {
  const before: readonly VisitFact[] = [
    'door',
    'carer',
    'consent',
    'answers',
    'review',
    'register',
    'bloodTest',
    'eligible',
  ];
  return before.slice(0, step === 'vitals' ? 6 : 8).map((fact, n) => [fact, n + 1] as const);
};
const ENOUGH = [reading('r1', 7, goodVitals)];

test('INV-38 a statement keeps when it was first and last made; the later one’s fields stand', () => {
  const doors = [
    ['door', 5, { doorTemperatureTenthsC: 365 }],
    ['door', 3, { doorTemperatureTenthsC: 363 }],
    ['door', 9, { doorTemperatureTenthsC: 369 }],
  ] as const;
  for (const order of [doors, doors.toReversed(), [doors[2], doors[0], doors[1]]] as const) {
    const visit = told(...order);
    const { first, last } = visit.facts.door ?? { first: '', last: '' };
    assert.deepEqual([first.slice(0, 24), last.slice(0, 24)], [AT(3), AT(9)]);
    assert.equal(visit.doorTemperatureTenthsC, 369);
  }
});

test('INV-38 facts are kept in one order, whichever was told first', () => {
  const one = told(['door', 1], ['carer', 2], ['consent', 3]);
  const other = told(['consent', 3], ['carer', 2], ['door', 1]);
  assert.equal(JSON.stringify(one), JSON.stringify(other));
});

test('how a visit ends: cancelled, closed, left or refused, each with its code and time', () => {
  const end = (...list: readonly Said[]) => {
    const { state, endCode, endedAt, step, stepAt } = settled(told(...list), []);
    return [state, endCode, endedAt, step, stepAt];
  };
  assert.deepEqual(end(['door', 1]), ['open', null, null, 'carer', AT(1)]);
  assert.deepEqual(end(['cancelled noTime', 4]), ['cancelled', 'noTime', AT(4), 'door', AT(0)]);
  assert.deepEqual(end(['closed transferred', 4]), ['closed', 'transferred', AT(4), 'door', AT(0)]);
  assert.deepEqual(end(['left donated', 4]), ['closed', 'donated', AT(4), 'done', AT(4)]);
  assert.deepEqual(end(['refused Q-02', 4]), ['refused', 'Q-02', null, 'done', AT(4)]);
  assert.deepEqual(
    end(['refused Q-02', 6], ['cancelled noTime', 4]),
    ['refused', 'Q-02', AT(4), 'done', AT(6)],
    'a refusal stands above a cancellation told elsewhere',
  );
  assert.deepEqual(
    end(['closed late', 6], ['cancelled noTime', 4]),
    ['cancelled', 'noTime', AT(4), 'door', AT(0)],
    'the first end counts',
  );
});

test('the number that counts is the last one given and not voided', () => {
  const din = (...list: readonly Said[]) => {
    const visit = settled(told(...up('number'), ...list), ENOUGH);
    return [visit.din, visit.step, visit.stepAt];
  };
  assert.deepEqual(din(), [null, 'number', AT(8)]);
  assert.deepEqual(din(['number A1', 10]), ['A1', 'chair', AT(10)]);
  assert.deepEqual(din(['number A2', 12], ['number A1', 10]), ['A2', 'chair', AT(12)]);
  assert.deepEqual(din(['number A1', 10], ['void A1', 11]), [null, 'number', AT(11)]);
  assert.deepEqual(din(['number A1', 10], ['number A2', 12], ['void A2', 13]), [
    'A1',
    'chair',
    AT(10),
  ]);
});

test('vitals are complete when each figure was taken once, and since then', () => {
  const waits = (...readings: readonly VisitReadingRow[]) => {
    const { step, stepAt } = settled(told(...up('vitals')), readings);
    return [step, stepAt];
  };
  assert.deepEqual(waits(), ['vitals', AT(6)]);
  for (const name of Object.keys(goodVitals).filter((each) => each !== 'temperatureTenthsC'))
    assert.deepEqual(
      waits(reading('r1', 7, { ...goodVitals, [name]: null })),
      ['vitals', AT(6)],
      name,
    );
  assert.deepEqual(waits(reading('r1', 7, { ...goodVitals, temperatureTenthsC: null })), [
    'bloodTest',
    AT(7),
  ]);
  const pressure = { systolic: 118, diastolic: 78 };
  assert.deepEqual(
    waits(reading('r2', 20, pressure), reading('r1', 7, goodVitals), reading('r3', 30, goodVitals)),
    ['bloodTest', AT(7)],
    'the first set was enough',
  );
  const { systolic: _, diastolic: __, ...rest } = goodVitals;
  assert.deepEqual(
    waits(reading('r2', 9, pressure), reading('r1', 7, rest)),
    ['bloodTest', AT(9)],
    'two sets that complete each other',
  );
});

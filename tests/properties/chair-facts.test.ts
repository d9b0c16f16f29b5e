import assert from 'node:assert/strict';
import { test } from 'node:test';
import { event, type NewEvent } from '#shared/contract/events.ts';
import {
  isToClean,
  keptSupplies,
  nextVitalsAt,
  openAlarms,
  openLeases,
  wasEndKeyed,
} from '#shared/features/collection/facts.ts';
import { armCautions } from '#shared/features/collection/rules/arm.ts';
import { readToken } from '#shared/features/collection/rules/reading.ts';
import { bled, end, machineEnded } from './worlds/bled.ts';
import { act, NURSE, STATION, told } from './worlds/cast.ts';
import { dayOf, happen, ZONE } from './worlds/core.ts';
import { started } from './worlds/screened.ts';
import { CHAIR, NOW, prepared, SEATED, seated } from './worlds/seated.ts';

const lease = (leaseId: string, first: number, more: object = {}) =>
  event('collection.numbersLeased', {
    leaseId,
    station: 'S1',
    facility: 'A9999',
    year: '20',
    first,
    last: first + 9,
    ...more,
  });

test('INV-03 exhaustive: only a lease of this station, facility and year with numbers left is open, oldest first', () => {
  const leases = [
    lease('late', 900),
    lease('b', 100),
    lease('a', 100),
    lease('empty', 300),
    lease('one', 200),
    lease('facility', 400, { facility: 'A9998' }),
    lease('year', 400, { year: '21' }),
    lease('station', 400, { station: 'S2' }),
    event('collection.leaseBurned', { leaseId: 'empty', above: 299, why: 'x' }),
    event('collection.leaseBurned', { leaseId: 'one', above: 200, why: 'x' }),
  ];
  const rows = told(leases, '2020-03-10T02:00:00.000Z', seated());
  const ids = openLeases(rows, 'S1', 'A9999', '20').map(({ id }) => id);
  assert.deepEqual(ids, ['lease', 'a', 'b', 'one', 'late']);
});

test('INV-07 supplies are kept from the last time the chair was made ready, and of the site’s own day', () => {
  const scanned = (step: 'kit' | 'saline', scan: string) =>
    event('collection.supplyScanned', { chairId: CHAIR, step, scan, what: scan });
  const kept = (
    now: string,
    today: string,
    ...list: readonly [string, ReturnType<typeof scanned>][]
  ) => {
    const rows = list.reduce((at, [when, fact]) => told([fact], when, at), seated({ now }));
    const found = keptSupplies(rows, CHAIR, { zone: ZONE, today });
    return Object.values(found).map(({ scan }) => scan);
  };
  const ready = '2020-03-10T15:00:00.000Z';
  const before = '2020-03-10T14:59:00.000Z';
  const after = '2020-03-10T15:59:00.000Z';
  const midnight = '2020-03-10T16:00:00.000Z';
  const today = '2020-03-10';
  assert.deepEqual(kept(ready, today, [before, scanned('kit', 'early')]), []);
  assert.deepEqual(kept(ready, today, [after, scanned('kit', 'good')]), ['good']);
  assert.deepEqual(kept(ready, today, [midnight, scanned('kit', 'tomorrow')]), []);
  assert.deepEqual(kept(ready, '2020-03-11', [midnight, scanned('kit', 'new')]), ['new']);
  const elder = told([prepared({ preparationId: 'elder' })], before, seated({ now: ready }));
  const rows = told([scanned('kit', 'between')], '2020-03-10T14:59:30.000Z', elder);
  assert.deepEqual(keptSupplies(rows, CHAIR, { zone: ZONE, today }), {});
});

test('the end of a run was keyed by a person or told by the machine', () => {
  const by = (actor: typeof NURSE) =>
    wasEndKeyed(
      happen(bled([]), [machineEnded()], act('m', actor, '2020-03-10T02:40:00.000Z')).rows,
      SEATED,
    );
  assert.equal(by(NURSE), true);
  assert.equal(by(STATION), false);
  assert.equal(wasEndKeyed(bled([]), SEATED), false);
});

const alarm = (markId: string, at: string) =>
  event('collection.alarmRaised', {
    din: SEATED,
    markId,
    code: 'x',
    values: {},
    at,
    recordNumber: null,
  });

test('open alarms of a run, newest first, and the next vitals after the last', () => {
  const at = (minute: number) => `2020-03-10T02:${minute}:00.000Z`;
  const vitals = (markId: string, minute: number) =>
    event('collection.vitalsTaken', {
      din: SEATED,
      markId,
      systolic: 120,
      diastolic: 80,
      pulse: 70,
      complaint: 'none',
      at: at(minute),
    });
  const cleared = event('collection.alarmCleared', { din: SEATED, markId: 'b', at: at(13) });
  const alarms = [alarm('a', at(10)), alarm('b', at(11)), alarm('c', at(12)), cleared];
  const rows = bled([...alarms, vitals('v2', 20), vitals('v1', 15)]);
  assert.deepEqual(
    openAlarms(rows, SEATED).map(({ id }) => id),
    ['c', 'a'],
  );
  const rule = { vitalsEveryMinutes: 15 } as never;
  const next = (from: typeof rows, figures = rule) => {
    const row = from.get('donation', SEATED);
    return row ? nextVitalsAt(from, row, figures) : undefined;
  };
  assert.equal(next(rows), at(35));
  assert.equal(next(bled(alarms)), at(15), 'none yet: after the needle');
  const row = rows.get('donation', SEATED);
  assert.ok(row);
  assert.equal(nextVitalsAt(rows, row, undefined), null);
  assert.equal(next(rows, {} as never), null);
  const over = end(bled());
  assert.equal(over.kind === 'accepted' && next(over.rows), null);
});

test('INV-02 one code at a time is read, and only one that is known', () => {
  const code = (raw: string) => {
    const token = readToken(raw);
    return token.ok ? token.value.kind : token.error.code;
  };
  assert.equal(code('=A99992000000101'), 'din');
  assert.equal(code('nonsense'), 'codes.unknown');
  assert.equal(code('=A99992000000101=%6200'), 'collection.oneCodeOnly');
});

test('INV-07 a chair is clean when it was cleaned after its newest donor, not when it ever was', () => {
  const [early, late] = ['2020-03-10T01:00:00.000Z', '2020-03-10T03:00:00.000Z'];
  const cleaned = event('collection.chairCleaned', { chairId: CHAIR });
  const taken = started(SEATED, '1', 'v1', { chairId: CHAIR });
  const after = (...turns: readonly (readonly [NewEvent, string])[]) =>
    isToClean(
      turns.reduce((rows, [turn, now]) => told([turn], now, rows), told([], early)),
      CHAIR,
    );
  const between = '2020-03-10T02:00:00.000Z';
  assert.equal(after(), false, 'never taken');
  assert.equal(after([taken, early]), true);
  assert.equal(after([taken, early], [cleaned, between]), false);
  assert.equal(after([taken, early], [cleaned, between], [taken, late]), true);
  // However the entries of two stations arrive, the later act counts.
  assert.equal(after([taken, early], [taken, late], [cleaned, between]), true);
  assert.equal(after([cleaned, late], [taken, between]), false);
});

test('INV-07 only the arm that was disinfected counts as prepared', () => {
  const check = { checkId: 'k', chairId: CHAIR, visitId: 'v1', lotId: null, at: NOW };
  const read = told([event('collection.armDisinfected', { ...check, arm: 'left' })], NOW);
  const cautions = (arm: 'left' | 'right') =>
    armCautions({ read, zone: ZONE, today: dayOf(NOW), now: NOW }, 'v1', arm);
  assert.deepEqual(cautions('left'), []);
  assert.deepEqual(cautions('right'), ['armUnprepared']);
});

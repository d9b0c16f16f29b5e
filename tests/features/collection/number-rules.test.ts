import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dinCheckCharacter } from '#shared/codes/din.ts';
import { type BodyOf, event, type NewEvent } from '#shared/contract/events.ts';
import type { InputOf } from '#shared/contract/index.ts';
import { act, CHARGE, NURSE, told } from '#tests/properties/worlds/cast.ts';
import { decide } from '#tests/properties/worlds/core.ts';
import {
  CHAIR,
  chairSet,
  NOW,
  numbered,
  type Seat,
  seated,
} from '#tests/properties/worlds/seated.ts';

const WITHOUT = 'collection.numberAssigned' as const;
const din = (sequence: number, year = '20', facility = 'A9999') =>
  `${facility}${year}${String(sequence).padStart(6, '0')}`;
const typed = (number: string) => `${number}${dinCheckCharacter(number)}`;

const leased = (more: Partial<BodyOf<'collection.numbersLeased'>>) =>
  event('collection.numbersLeased', {
    leaseId: 'more',
    station: 'S1',
    facility: 'A9999',
    year: '20',
    first: 20,
    last: 29,
    ...more,
  });
const past = (number: string) =>
  event('collection.historyRecorded', {
    recordId: `h-${number}`,
    donorId: 'x',
    donationType: 'plasma',
    din: number,
    collectedOn: '2020-01-01',
    volumeMl: 400,
    completed: true,
    redCellsReturned: true,
  });
const burned = (above: number) =>
  event('collection.leaseBurned', { leaseId: 'lease', above, why: 'x' });
const voided = (sequence: number) =>
  event('collection.numberVoided', {
    din: din(sequence),
    leaseId: 'lease',
    sequence,
    visitId: null,
    code: 'x',
  });

/** A screened donor without a number, after further facts. */
const waiting = (facts: readonly NewEvent[] = [], more: Seat = {}) =>
  seated({ without: WITHOUT, facts, ...more });

/** The same, told after the donor’s own steps. */
const after = (...facts: readonly NewEvent[]) => told(facts, NOW, waiting());

const said = (outcome: ReturnType<typeof decide>) =>
  outcome.kind === 'refused'
    ? outcome.reasons.map(({ code, params }) => [code, params])
    : outcome.entries.map(({ type, body }) => [type, body]);
const codes = (outcome: ReturnType<typeof decide>) =>
  outcome.kind === 'refused' ? outcome.codes : ['accepted'];

const assign = (
  rows = waiting(),
  input: Partial<InputOf<'collection.assignNumber'>> = {},
  now = NOW,
) => decide(rows, 'collection.assignNumber', { visitId: 'v1', ...input }, act('n', NURSE, now));

/** The number that was given. */
const given = (...how: Parameters<typeof assign>) => {
  const outcome = assign(...how);
  const entries = outcome.kind === 'accepted' ? outcome.entries : [];
  return (entries.at(-1)?.body as { readonly din?: string } | undefined)?.din ?? codes(outcome)[0];
};

test('INV-01 the next free number is given: not one used, void, burned or known from paper', () => {
  assert.equal(given(), din(1));
  assert.equal(given(after(voided(1))), din(2));
  assert.equal(given(waiting([past(din(1)), past(din(2))])), din(3));
  const other = numbered(1, { visitId: 'v9', chairId: null });
  assert.equal(given(seated({ without: 'collection.chairPrepared' })), 'collection.visitHasNumber');
  assert.equal(given(after(other)), din(2));
  assert.equal(given(waiting([burned(0)])), 'collection.numbersExhausted');
  assert.equal(given(waiting([burned(1)])), din(1));
  assert.equal(given(waiting([burned(1), past(din(1))])), 'collection.numbersExhausted');
  assert.equal(given(waiting([burned(0), leased({})])), din(20));
  const nine = Array.from({ length: 9 }, (_each, n) => past(din(n + 1)));
  assert.equal(given(waiting(nine)), 'collection.numbersExhausted');
  assert.equal(given(waiting(nine.slice(1))), din(1));
  assert.equal(given(waiting(nine.slice(0, 8))), din(9), 'the last of the range');
});

test('INV-01 a sheet is given only in its range, in sequence, never used, void or known from paper', () => {
  const sheet = (number: string, facts: readonly NewEvent[] = [], gapReason?: string) =>
    said(assign(after(...facts), { sheet: typed(number), gapReason }))[0];
  const shown = (scanned: string, expected = din(1)) => ({ expected, scanned });
  assert.equal(given(after(), { sheet: typed(din(1)) }), din(1));
  assert.equal(given(after(), { sheet: `=${din(1)}00` }), din(1));
  assert.equal(codes(assign(after(), { sheet: 'CH-1-' }))[0]?.startsWith('codes.'), true);
  const void1 = sheet(din(1), [voided(1)]);
  assert.deepEqual(void1, ['collection.numberVoid', shown(din(1), din(2))]);
  const used = [numbered(1, { visitId: 'v9', chairId: null })];
  assert.deepEqual(sheet(din(1), used), ['collection.numberUsed', shown(din(1), din(2))]);
  const paper = sheet(din(1), [past(din(1))]);
  assert.deepEqual(paper, ['collection.numberUsed', shown(din(1), din(2))]);
  for (const number of [din(10), din(0), din(1, '19'), din(1, '20', 'A9998')])
    assert.deepEqual(sheet(number), ['collection.numberOutsideLease', shown(number)], number);
  assert.deepEqual(sheet(din(9), [burned(5)]), ['collection.numberOutsideLease', shown(din(9))]);
  assert.equal(given(after(burned(5)), { sheet: typed(din(5)), gapReason: 'x' }), din(5));
  const none = sheet(din(1), [burned(0)]);
  assert.deepEqual(none, ['collection.numberOutsideLease', shown(din(1), '')]);
  const second = [leased({ first: 20, last: 29 })];
  assert.equal(given(after(...second), { sheet: typed(din(20)) }), din(20));
  assert.deepEqual(sheet(din(19), second), ['collection.numberOutsideLease', shown(din(19))]);
  assert.deepEqual(sheet(din(30), second), ['collection.numberOutsideLease', shown(din(30))]);
});

test('INV-27 numbers passed over are void with the reason; more than fifty are another sheet', () => {
  const wide = leased({ leaseId: 'wide', first: 100, last: 199 });
  const sheet = (sequence: number, gapReason?: string) =>
    said(assign(after(burned(0), wide), { sheet: typed(din(sequence)), gapReason }));
  const gap = (sequence: number, skipped: number) => ({
    expected: din(100),
    scanned: din(sequence),
    skipped,
  });
  assert.deepEqual(sheet(101), [['collection.numberGap', gap(101, 1)]]);
  assert.deepEqual(sheet(150), [['collection.numberGap', gap(150, 50)]]);
  assert.deepEqual(sheet(151), [['collection.gapTooWide', gap(151, 51)]]);
  assert.deepEqual(sheet(151, 'x'), [['collection.gapTooWide', gap(151, 51)]]);
  assert.equal(sheet(150, 'x').length, 51);
  const body = { leaseId: 'wide', visitId: null, code: 'sheetSkipped' };
  assert.deepEqual(sheet(102, '打坏').slice(0, 2), [
    ['collection.numberVoided', { ...body, din: din(100), sequence: 100 }],
    ['collection.numberVoided', { ...body, din: din(101), sequence: 101 }],
  ]);
  const outcome = assign(after(burned(0), wide), { sheet: typed(din(101)), gapReason: '打坏' });
  assert.equal(outcome.kind === 'accepted' && outcome.entries[0]?.reason, '打坏');
});

test('the number is given to an open visit without one, at a chair without a sheet', () => {
  assert.deepEqual(codes(assign(waiting(), { visitId: 'nobody' })), ['collection.visitUnknown']);
  const spoken = (sequence: number) =>
    `A9999 20 00000${sequence} ${dinCheckCharacter(din(sequence))}`;
  assert.deepEqual(said(assign(seated())), [['collection.visitHasNumber', { number: spoken(1) }]]);
  const closed = event('visits.cancelled', { visitId: 'v1', code: 'noTime' } as never);
  assert.deepEqual(codes(assign(after(closed))), ['collection.visitClosed']);
  const at = (chairId: string, ...facts: readonly NewEvent[]) =>
    said(assign(after(...facts), { chairId }))[0];
  assert.deepEqual(at('nowhere'), ['collection.chairUnknown', undefined]);
  assert.deepEqual(at(CHAIR, chairSet(CHAIR, false)), ['collection.chairUnknown', undefined]);
  const lying = numbered(1, { visitId: 'v9' });
  assert.deepEqual(at(CHAIR, lying), ['collection.chairHasSheet', { number: spoken(1) }]);
  assert.equal(at('other', lying)?.[0], 'collection.numberAssigned');
  assert.equal(at(CHAIR, lying, voided(1))?.[0], 'collection.numberAssigned');
  assert.deepEqual(at(CHAIR)?.[1], {
    din: din(1),
    leaseId: 'lease',
    sequence: 1,
    visitId: 'v1',
    donorId: '1',
    source: 'printed',
    chairId: CHAIR,
  });
  const outcome = assign(after(), { sheet: typed(din(1)) });
  const [entry] = outcome.kind === 'accepted' ? outcome.entries : [];
  assert.deepEqual(entry?.body, { ...(at(CHAIR)?.[1] as object), source: 'sheet', chairId: null });
  assert.equal(entry?.packs.length, 2);
});

test('INV-34 the year of a number is the site’s, not that of Greenwich', () => {
  const night = '2020-12-31T16:30:00.000Z';
  const rows = seated({
    without: WITHOUT,
    now: night,
    facts: [leased({ year: '21', first: 1, last: 9 })],
  });
  assert.equal(given(rows, {}, night), din(1, '21'));
  const without = assign(seated({ without: WITHOUT, now: night }), {}, night);
  assert.deepEqual(said(without), [['collection.numbersExhausted', { year: '2021' }]]);
});

test('INV-03 a further range is disjoint from every one of its facility and year', () => {
  const lease = (first: number, last: number, year = '20', rows = after()) =>
    decide(rows, 'collection.leaseNumbers', { year, first, last }, act('l', CHARGE, NOW));
  const overlaps = [['collection.rangeOverlaps', { first: 1, last: 9 }]];
  assert.deepEqual(codes(lease(10, 20)), ['accepted']);
  assert.deepEqual(codes(lease(10, 10)), ['accepted']);
  assert.deepEqual(codes(lease(11, 10)), ['collection.rangeEmpty']);
  for (const [first, last] of [
    [9, 9],
    [9, 20],
    [0, 1],
    [3, 5],
    [0, 99],
    [1, 9],
  ] as const)
    assert.deepEqual(said(lease(first, last)), overlaps, `${first}–${last}`);
  assert.deepEqual(codes(lease(1, 9, '21')), ['accepted']);
  const far = leased({ leaseId: 'far', station: 'S2', first: 50, last: 59 });
  assert.deepEqual(codes(lease(55, 70, '20', after(far))), ['collection.rangeOverlaps']);
  assert.deepEqual(codes(lease(10, 49, '20', after(far))), ['accepted'], 'between two ranges');
  const foreign = leased({ leaseId: 'f', facility: 'A9998', first: 50, last: 59 });
  assert.deepEqual(codes(lease(55, 70, '20', after(foreign))), ['accepted']);
  const act2 = act('l', CHARGE, NOW, { station: 'S9' });
  const input = { year: '20', first: 10, last: 20 };
  assert.deepEqual(codes(decide(after(), 'collection.leaseNumbers', input, act2)), [
    'collection.noSite',
  ]);
  const burn = (leaseId: string) =>
    decide(after(), 'collection.burnLease', { leaseId, above: 3, why: 'x' }, act('b', CHARGE, NOW));
  assert.deepEqual(codes(burn('lease')), ['accepted']);
  assert.deepEqual(codes(burn('other')), ['collection.leaseUnknown']);
});

test('INV-01 a number is voided once, with its note, never while it is in use', () => {
  const spoil = (sequence: number, rows = after(), note = '') => {
    const input = { number: typed(din(sequence)), code: 'labelSpoilt' as const, note };
    return decide(rows, 'collection.voidNumber', input, act('x', NURSE, NOW));
  };
  const fresh = { din: din(1), leaseId: 'lease', sequence: 1, visitId: null, code: 'labelSpoilt' };
  assert.deepEqual(said(spoil(1)), [['collection.numberVoided', fresh]]);
  assert.deepEqual(said(spoil(1, seated())), [
    ['collection.numberVoided', { ...fresh, visitId: 'v1' }],
  ]);
  assert.deepEqual(codes(spoil(9)), ['accepted']);
  const shown = (sequence: number) => ({ expected: '', scanned: din(sequence) });
  for (const sequence of [0, 10])
    assert.deepEqual(said(spoil(sequence)), [['collection.numberOutsideLease', shown(sequence)]]);
  assert.deepEqual(said(spoil(6, after(burned(5)))), [['collection.numberOutsideLease', shown(6)]]);
  assert.deepEqual(said(spoil(1, after(voided(1)))), [['collection.numberVoid', shown(1)]]);
  const row = seated().get('donationNumber', din(1));
  assert.ok(row);
  const running = seated().with([{ table: 'donationNumber', row: { ...row, state: 'used' } }]);
  assert.deepEqual(codes(spoil(1, running)), ['collection.numberInUse']);
  const noted = (note: string) => {
    const outcome = spoil(1, after(), note);
    return outcome.kind === 'accepted' && outcome.entries[0]?.reason;
  };
  assert.equal(noted(''), null);
  assert.equal(noted('打坏'), '打坏');
  for (const number of [din(1, '19'), din(1, '20', 'A9998')]) {
    const foreign = { number: typed(number), code: 'labelSpoilt' as const, note: '' };
    const outcome = decide(after(), 'collection.voidNumber', foreign, act('x', NURSE, NOW));
    assert.deepEqual(codes(outcome), ['collection.numberOutsideLease'], number);
  }
  const input = { number: 'x', code: 'labelSpoilt' as const, note: '' };
  const bad = decide(after(), 'collection.voidNumber', input, act('x', NURSE, NOW));
  assert.equal(codes(bad)[0]?.startsWith('codes.'), true);
});

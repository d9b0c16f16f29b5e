import assert from 'node:assert/strict';
import { test } from 'node:test';
import { event, type NewEvent } from '#shared/contract/events.ts';
import { HOLD_CODES } from '#shared/features/components/holds.ts';
import type { HoldRow } from '#shared/features/components/model.ts';
import { stillStanding } from '#shared/features/components/standing.ts';
import { told } from './worlds/cast.ts';
import { collected, DIN } from './worlds/collected.ts';
import type { Rows } from './worlds/rows.ts';
import { labelledShelf } from './worlds/shelf.ts';
import { CLOCK, ONE, read } from './worlds/shelf-start.ts';
import { smallPack } from './worlds/small-pack.ts';

const TODAY = '2020-03-10';
const GOOD = labelledShelf().rows;
const UNREAD = collected();

/** One hold on the first bag, what happened, and what still speaks against lifting it. */
type Case = readonly [
  code: string,
  what: string,
  standing: readonly string[],
  facts?: readonly NewEvent[] | Rows,
  hold?: Partial<HoldRow>,
];

const holdOf = (code: string, more: Partial<HoldRow> = {}): HoldRow => ({
  id: 'h',
  scope: 'unit',
  target: ONE,
  din: DIN,
  code,
  source: 'x',
  placedAt: CLOCK[0],
  placedBy: 'tester',
  liftedAt: null,
  liftedBy: null,
  ...more,
});

const whole: Partial<HoldRow> = { scope: 'donation', target: DIN };
const nowhere: Partial<HoldRow> = { scope: 'donation', target: 'x', din: 'A999920000009' };

const incident = (...subjects: string[]) =>
  event('quality.incidentOpened', { incidentId: 'i', code: 'other', subjects });
const closed = event('quality.incidentClosed', { incidentId: 'i', conclusion: 'x' });

const deferred = (more: { id?: string; marker?: string | null; until?: string | null }) =>
  event('donors.deferred', {
    deferralId: more.id ?? 'late:x',
    donorId: 'don',
    kind: 'temporary',
    code: 'T01',
    marker: more.marker ?? null,
    programme: null,
    startsOn: TODAY,
    until: more.until === undefined ? TODAY : more.until,
    hidden: false,
  });
const back = (deferralId: string) =>
  event('donors.reinstated', { deferralId, donorId: 'don', path: 'x' });

const frozen = (at: string) => event('components.frozen', { unitId: ONE, coreTenthsC: -300, at });

/** The rows with one field of a row changed: what no event of today would write. */
function bent(table: string, id: string, change: object, rows = GOOD): Rows {
  const row = rows.get(table as never, id) as unknown as object;
  return rows.with([{ table, row: { ...row, ...change } } as never]);
}

const rival = (id: string, value: string) => ({
  ...(GOOD.get('result', `${DIN}-H1`) as object),
  id,
  value,
  deviceKey: 'k',
  supersedes: null,
});
const rivals = GOOD.with(
  ['nonreactive', 'reactive'].map(
    (value, at) => ({ table: 'result', row: rival(`k${at}`, value) }) as never,
  ),
);

/** A bench whose pack asks for one more test, with one reading of it. */
function withAnother(
  test: string,
  kind: 'marker' | 'enzyme',
  reading: { readonly value: string; readonly figure?: string },
): Rows {
  const types = smallPack().donationTypes.map((type) => ({
    ...type,
    panel: type.panel.flatMap((one) =>
      one.test === 'HBV' ? [one, { ...one, test, kind }] : [one],
    ),
  }));
  const result = {
    ...rival('another', reading.value),
    test,
    figure: reading.figure ?? '',
    deviceKey: null,
  };
  return collected([], smallPack({ donationTypes: types })).with([
    { table: 'labRun', row: GOOD.get('labRun', 'H1') } as never,
    { table: 'result', row: GOOD.get('result', `${DIN}-H1`) } as never,
    { table: 'result', row: result } as never,
  ]);
}

const dispute = { id: 'g', din: DIN, openedAt: '', resolvedAt: null, setAside: [] };
const disputed = GOOD.with([{ table: 'groupDispute', row: dispute } as never]);
const lateSister = GOOD.with([
  {
    table: 'unit',
    row: { ...GOOD.get('unit', ONE), id: 'sister', frozenAt: '2020-03-10T09:00:00.000Z' },
  } as never,
]);

const OWN_CAUSE: readonly Case[] = [
  ['reactiveResult', 'tests good', []],
  ['reactiveResult', 'nothing read', [], UNREAD],
  ['reactiveResult', 'reactive', ['stillReactive'], [read(DIN, 'H2', 'reactive', [], 'HBV')]],
  [
    'reactiveResult',
    'its run is broken',
    ['stillReactive'],
    bent(
      'labRun',
      'H2',
      { state: 'invalid' },
      told([read(DIN, 'H2', 'reactive', [], 'HBV')], CLOCK[0], GOOD),
    ),
  ],
  [
    'reactiveResult',
    'a liver value is no reaction',
    [],
    withAnother('ALT', 'enzyme', { value: 'figure', figure: '99' }),
  ],
  [
    'reactiveResult',
    'another marker is',
    ['stillReactive'],
    withAnother('HCV', 'marker', { value: 'reactive' }),
  ],
  ['reactiveResult', 'nobody knows its tests', ['stillReactive'], GOOD, nowhere],
  ['groupDiscrepant', 'agreed', []],
  [
    'groupDiscrepant',
    'another reading',
    ['groupUnsettled'],
    [read(DIN, 'A2', 'O', ['z'], 'ABO')].map(
      (one) => ({ ...one, body: { ...one.body, resultId: 'o' } }) as NewEvent,
    ),
  ],
  [
    'groupDiscrepant',
    'a finger-prick differs',
    ['groupUnsettled'],
    bent('visitBloodTest', 'b-v1', { abo: 'O' }),
  ],
  ['groupDiscrepant', 'a dispute that nobody settled', ['groupUnsettled'], disputed],
  ['groupDiscrepant', 'too few is no dispute', [], UNREAD],
  ['duplicateDeviceResult', 'one statement', []],
  ['duplicateDeviceResult', 'two that differ', ['deviceConflict'], rivals],
  ['overFreezeLimit', 'in time', []],
  ['overFreezeLimit', 'at the last moment', [], [frozen('2020-03-10T08:40:00.000Z')]],
  ['overFreezeLimit', 'a moment later', ['frozenTooLate'], [frozen('2020-03-10T08:40:00.001Z')]],
  ['overFreezeLimit', 'never', ['frozenTooLate'], bent('unit', ONE, { frozenAt: null })],
  ['overFreezeLimit', 'all of the donation in time', [], GOOD, whole],
  [
    'overFreezeLimit',
    'one of the donation too late',
    ['frozenTooLate'],
    [frozen('2020-03-10T08:40:00.001Z')],
    whole,
  ],
  ['overFreezeLimit', 'one of two in time', ['frozenTooLate'], lateSister, whole],
  ['overFreezeLimit', 'no unit made yet', ['frozenTooLate'], UNREAD, whole],
  ['overFreezeLimit', 'of a unit that nobody knows', ['frozenTooLate'], GOOD, { target: 'x' }],
  ['bagUnfit', 'the bag is fit', []],
  ['bagUnfit', 'the bag is not', ['bagUnfit'], bent('bagIntake', DIN, { ok: false })],
  ['bagUnfit', 'no bag came', ['bagUnfit'], GOOD, nowhere],
  ['bagUnfit', 'fit, and an incident open', ['incidentOpen'], [incident(DIN)]],
  ['sampleUnfit', 'all tests good', []],
  ['sampleUnfit', 'a test open', ['noFitSample'], UNREAD],
  ['lateInformation', 'nothing more', []],
  [
    'lateInformation',
    'she withdrew',
    ['donorsWish'],
    bent('lateInformation', 'x', { id: 'x', code: 'withdrawCode' }),
  ],
  ['lateInformation', 'deferred to today', ['donorDeferred'], [deferred({})]],
  ['lateInformation', 'deferred for good', ['donorDeferred'], [deferred({ until: null })]],
  ['lateInformation', 'deferred up to yesterday', [], [deferred({ until: '2020-03-09' })]],
  ['lateInformation', 'reinstated', [], [deferred({}), back('late:x')]],
  ['lateInformation', 'deferred for something else', [], [deferred({ id: 'other' })]],
  ['lateInformation', 'from tests that are open', ['testsOpen'], UNREAD],
  [
    'lateInformation',
    'told by her, tests open',
    [],
    bent('lateInformation', 'x', { id: 'x', code: 'fever' }, UNREAD),
  ],
  ['lateInformation', 'an incident open', ['incidentOpen'], [incident(ONE)]],
  ['lookBack', 'nothing more', []],
  ['lookBack', 'a marker to today', ['donorDeferred'], [deferred({ marker: 'HBV' })]],
  ['lookBack', 'a marker for good', ['donorDeferred'], [deferred({ marker: 'HBV', until: null })]],
  ['lookBack', 'a marker up to yesterday', [], [deferred({ marker: 'HBV', until: '2020-03-09' })]],
  ['lookBack', 'no marker', [], [deferred({})]],
  ['lookBack', 'reinstated', [], [deferred({ marker: 'HBV' }), back('late:x')]],
  ['lookBack', 'nobody knows the donor', ['donorDeferred'], GOOD, nowhere],
  ['rulesChanged', 'all rules hold', []],
  ['rulesChanged', 'a unit that nobody knows', ['rulesOpen'], GOOD, { target: 'x' }],
  ['selfExclusion', 'her own wish', ['donorsWish']],
];

/** Every other hold waits for the incident about it. */
const named = new Set(OWN_CAUSE.map(([code]) => code));
const OF_INCIDENTS = HOLD_CODES.filter((code) => !named.has(code));

const CASES: readonly Case[] = [
  ...OWN_CAUSE,
  ...OF_INCIDENTS.flatMap((code): Case[] => [
    [code, 'no incident', []],
    [code, 'about the bag', ['incidentOpen'], [incident('y', ONE)]],
    [code, 'about the donation', ['incidentOpen'], [incident(DIN)]],
    [code, 'about another', [], [incident('y')]],
    [code, 'closed', [], [incident(DIN), closed]],
  ]),
  ...['', 'x', 'constructor', 'toString'].map((code): Case => [code, 'no cause', ['unknownCause']]),
];

test('INV-23 exhaustive: every cause of a hold while it stands and after it is gone; no other becomes liftable', () => {
  for (const [code, what, standing, facts = GOOD, more] of CASES) {
    const rows = Array.isArray(facts) ? told(facts, CLOCK[0], GOOD) : (facts as Rows);
    assert.deepEqual(stillStanding(rows, holdOf(code, more), TODAY), standing, `${code}: ${what}`);
  }
  assert.ok(OF_INCIDENTS.length >= 5 && CASES.length > 60);
});

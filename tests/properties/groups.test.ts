import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DonorGroupRow } from '#shared/features/donors/model.ts';
import { confirmedGroup, discrepanciesOf, groupState } from '#shared/features/laboratory/group.ts';
import type { LabRunRow, ResultRow } from '#shared/features/laboratory/model.ts';
import { collected, DIN, TUBE } from './worlds/collected.ts';
import { groupShould } from './worlds/oracle.ts';
import type { Rows } from './worlds/rows.ts';

interface Sign {
  readonly value: string;
  readonly run: string;
  readonly lot: string;
  readonly reader: string;
  readonly isValid: boolean;
  readonly deviceKey?: string;
}

const change = (table: string, row: object) => ({ table, row }) as never;

/** Rows of one reading and of the run that it belongs to. */
function rowsOf(test: string, at: number, sign: Sign) {
  const lotId = `${test}-${sign.lot}`;
  const runId = `${test}${sign.run}${sign.lot}${sign.isValid ? '' : '!'}`;
  const run: LabRunRow = {
    id: runId,
    test,
    method: 'm',
    deviceId: null,
    reagentLotId: lotId,
    openedAt: '',
    by: 'tester',
    state: sign.isValid ? 'valid' : 'invalid',
    controls: [],
    invalidCode: null,
  };
  const result: ResultRow = {
    id: `${test}-${at}`,
    din: DIN,
    sampleId: TUBE,
    test,
    value: sign.value,
    figure: '',
    unit: '',
    runId,
    reagentLotId: lotId,
    method: 'm',
    readers: [sign.reader],
    deviceKey: sign.deviceKey ?? null,
    supersedes: null,
    recordedAt: `2020-03-10T03:0${at}:00.000Z`,
    conflict: false,
  };
  return [change('labRun', run), change('result', result)];
}

const sign = (value: string, more: Partial<Sign> = {}): Sign => ({
  value,
  run: '1',
  lot: 'a',
  reader: 'x',
  isValid: true,
  ...more,
});

const SECOND = { run: '2', lot: 'b', reader: 'y' };

function read(rows: Rows, test: string, signs: readonly Sign[]): Rows {
  return rows.with(signs.flatMap((one, at) => rowsOf(test, at, one)));
}

function* signsOf(values: readonly string[]): Generator<Sign> {
  for (const value of values)
    for (const run of ['1', '2'])
      for (const lot of ['a', 'b'])
        for (const reader of ['x', 'y'])
          for (const isValid of [true, false]) yield { value, run, lot, reader, isValid };
}

const BASE = collected();
const POSITIVE = [sign('positive'), sign('positive', SECOND)];

const GOOD = [sign('A'), sign('A', SECOND)];
const READ = read(read(BASE, 'RhD', POSITIVE), 'ABO', GOOD);
const RESOLVED = {
  id: 'g',
  din: DIN,
  openedAt: '',
  resolvedAt: '2020-03-10T04:00:00.000Z',
  resolvedBy: null,
  resolution: null,
};

function says(rows: Rows): string | undefined {
  const group = confirmedGroup(rows, DIN);
  return group && `${group.abo} ${group.rhd}`;
}

test('INV-13 exhaustive: all triples of ABO readings over group × run × lot × person × validity', () => {
  const base = read(BASE, 'RhD', POSITIVE);
  const all = [...signsOf(['A', 'O'])];
  let confirmed = 0;
  for (const [i, one] of all.entries())
    for (const [j, two] of all.slice(i).entries())
      for (const three of [undefined, ...all.slice(i + j)]) {
        const signs = [one, two, ...(three ? [three] : [])];
        const rows = read(base, 'ABO', signs);
        const should = groupShould(rows, DIN);
        if (should) confirmed += 1;
        assert.equal(says(rows), should, JSON.stringify(signs));
      }
  assert.ok(confirmed > 100, String(confirmed));
});

test('INV-14 exhaustive: RhD pairs × weak D × an old record', () => {
  const base = read(BASE, 'ABO', [sign('A'), sign('A', SECOND)]);
  const weak: readonly (readonly Sign[])[] = [
    [],
    [sign('negative')],
    [sign('positive')],
    [sign('negative', { isValid: false })],
    [sign('negative'), sign('positive', SECOND)],
    [sign('weird')],
  ];
  const old: readonly (DonorGroupRow | undefined)[] = [
    undefined,
    ...(['positive', 'negative'] as const).flatMap((rhd) =>
      (['A', 'O'] as const).map(
        (abo): DonorGroupRow =>
          ({ id: 'don:old', donorId: 'don', abo, rhd, source: 'old' }) as never,
      ),
    ),
  ];
  let negative = 0;
  for (const one of signsOf(['positive', 'negative']))
    for (const two of signsOf(['positive', 'negative']))
      for (const tests of weak)
        for (const history of old) {
          const told = history ? base.with([change('donorGroup', history)]) : base;
          const rows = read(read(told, 'RhD', [one, two]), 'weakD', tests);
          const should = groupShould(rows, DIN);
          if (should === 'A negative') negative += 1;
          assert.equal(says(rows), should, JSON.stringify([one, two, tests, history]));
        }
  assert.ok(negative > 5, String(negative));
});

test('INV-13 a dispute that is open un-confirms; a word that is no group never confirms', () => {
  assert.equal(says(READ), 'A positive');
  const settled = { ...RESOLVED, setAside: [] };
  assert.equal(
    says(READ.with([change('groupDispute', { ...settled, resolvedAt: null })])),
    undefined,
  );
  assert.equal(says(READ.with([change('groupDispute', settled)])), 'A positive');
  const aside = { ...settled, setAside: ['ABO-0'] };
  assert.equal(says(READ.with([change('groupDispute', aside)])), undefined);
  for (const value of ['discrepant', 'unclear', '', 'C']) {
    const signs = [sign(value), sign(value, SECOND)];
    assert.equal(says(read(read(BASE, 'RhD', POSITIVE), 'ABO', signs)), undefined, value);
    assert.equal(
      says(read(read(BASE, 'ABO', [sign('A'), sign('A', SECOND)]), 'RhD', signs)),
      undefined,
    );
  }
});

test('INV-13 every doubt is named, and each alone', () => {
  const doubts = (test: string, signs: readonly Sign[], more: Rows = READ) => {
    const { aboDoubts, rhdDoubts } = groupState(read(more, test, signs), DIN);
    return [aboDoubts, rhdDoubts];
  };
  const rival = { deviceKey: 'k' };
  const rivals = [...GOOD, sign('A', rival), sign('O', { ...rival, run: '3' })];
  const spare = rivals.map((one) => ({ ...one, value: one.value === 'A' ? 'positive' : 'x' }));
  assert.deepEqual(doubts('ABO', GOOD), [[], []]);
  assert.deepEqual(doubts('HBV', rivals), [[], []], 'another test’s conflict');
  assert.deepEqual(doubts('ABO', rivals), [['conflict', 'discordant', 'fingerPrickDiffers'], []]);
  assert.deepEqual(doubts('RhD', spare), [[], ['conflict', 'discordant']]);
  assert.deepEqual(doubts('weakD', spare), [[], ['conflict']]);
  assert.deepEqual(doubts('ABO', [sign('A')], BASE), [['tooFew'], ['tooFew']]);
  const split = [sign('positive'), sign('negative', SECOND)];
  assert.deepEqual(doubts('RhD', split), [[], ['discordant', 'weakDMissing']]);
  assert.deepEqual(doubts('ABO', [...GOOD, sign('discrepant')]), [['forwardReverse'], []]);
  const old = { id: 'don:old', donorId: 'don', abo: 'O', rhd: 'negative', source: 'old' };
  const told = READ.with([change('donorGroup', old)]);
  assert.deepEqual(doubts('ABO', GOOD, told), [['historyDiffers'], ['historyDiffers']]);
  const aside = told.with([change('groupDispute', { ...RESOLVED, setAside: ['don:old'] })]);
  assert.deepEqual(doubts('ABO', GOOD, aside), [[], []]);
  const own = READ.with([change('donorGroup', { ...old, source: DIN })]);
  assert.deepEqual(doubts('ABO', GOOD, own), [[], []], 'what this donation itself confirmed');
});

test('INV-13 of several finger-pricks one that differs counts, else the last', () => {
  const prick = (id: string, abo: string, testedAt: string) =>
    change('visitBloodTest', { id, visitId: 'v1', abo, testedAt });
  const all = [
    prick('b-v1', 'O', '2020-03-10T01:00:00.000Z'),
    prick('b2', 'B', '2020-03-10T01:30:00.000Z'),
    prick('b3', 'A', '2020-03-10T01:30:00.000Z'),
  ];
  assert.equal(groupState(BASE.with(all), DIN).fingerPrick, 'A');
  assert.equal(groupState(READ.with(all), DIN).fingerPrick, 'O');
  assert.deepEqual(discrepanciesOf(groupState(READ.with(all), DIN)), ['fingerPrickDiffers']);
  assert.deepEqual(discrepanciesOf(groupState(BASE, DIN)), []);
  const elsewhere = READ.with([change('visitBloodTest', { id: 'x', visitId: 'v9', abo: 'O' })]);
  assert.equal(groupState(elsewhere, DIN).fingerPrick, 'A');
  assert.equal(groupState(READ, 'A999920000009').fingerPrick, undefined);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseScannedDin } from '#shared/codes/din.ts';
import { event } from '#shared/contract/events.ts';
import {
  activeDeferrals,
  CONFIDENTIAL_ROLES,
  donorFacts,
  donorMayTakeNumber,
  hearsAnswers,
  mayKnowOf,
  readsGrounds,
  seesConfidential,
  undecidedPairs,
} from '#shared/features/donors/facts.ts';
import { personVerdict } from '#shared/features/inventory/gate.ts';
import { isPermitted } from '#shared/features/operators/permission.ts';
import { isLockedOut, lockOutAfter } from '#shared/features/operators/pin-rules.ts';
import { act, TESTER } from './worlds/cast.ts';
import { collected, DIN } from './worlds/collected.ts';
import { decide, happen } from './worlds/core.ts';
import type { Rows } from './worlds/rows.ts';
import { labelledShelf } from './worlds/shelf.ts';

const NOW = '2020-03-10T05:00:00.000Z';

test('INV-32 exhaustive: from the fifth wrong PIN a lock-out that doubles, from the tenth for good', () => {
  const now = '2020-03-10T00:00:00.000Z';
  for (let failures = 0; failures <= 12; failures += 1) {
    const lock = lockOutAfter(failures, now);
    assert.equal(lock === undefined, failures < 5, String(failures));
    if (!lock) continue;
    assert.equal(lock.until === null, failures >= 10);
    if (lock.until === null) continue;
    const minutes = (Date.parse(lock.until) - Date.parse(now)) / 60_000;
    assert.equal(minutes, 2 ** (failures - 5));
  }
  const until = '2020-03-10T00:05:00.000Z';
  assert.equal(isLockedOut({ active: true, until }, '2020-03-10T00:04:59.999Z'), true);
  assert.equal(isLockedOut({ active: true, until }, until), false);
  assert.equal(isLockedOut({ active: true, until: null }, '2099-01-01T00:00:00.000Z'), true);
  assert.equal(isLockedOut({ active: false, until: null }, now), false);
  assert.equal(isLockedOut(undefined, now), false);
});

test('INV-30 whoever read, typed or ran a test of the donation may not release it', () => {
  const proposed = event('laboratory.entryProposed', {
    entryId: 'e',
    din: DIN,
    sampleId: `${DIN}:serology`,
    test: 'HBV',
    value: 'nonreactive',
    figure: '',
    runId: 'H2',
    byPerson: 'p-physician',
  });
  const { rows } = happen(labelledShelf().rows, [proposed], act('e', TESTER, NOW));
  const verdict = (personId: string) =>
    personVerdict(rows, DIN, { personId, name: '' }, 'releaser').verdict;
  // The nurse opened the runs of this bench, tester and other read, the physician typed a first half.
  for (const personId of ['p-nurse', 'p-tester', 'p-other', 'p-physician'])
    assert.equal(verdict(personId), 'notMet', personId);
  for (const personId of ['p-releaser', 'p-charge'])
    assert.equal(verdict(personId), 'met', personId);
});

test('INV-29 a role table counts from its own time on, not before', () => {
  const adopt = (tableId: string, from: string, operations: string[]) =>
    event('operators.roleTableAdopted', { tableId, from, grants: { nurse: operations } });
  const tomorrow = '2020-03-11T00:00:00.000Z';
  const tables = [adopt('a', NOW, ['donors.register']), adopt('b', tomorrow, [])];
  const { rows } = happen(labelledShelf().rows, tables, act('t', TESTER, NOW));
  const may = (now: string) =>
    isPermitted(rows, now, 'donors.register', ['nurse'], ['nurse', 'physician']);
  assert.equal(may('2020-03-10T04:59:59.999Z'), false);
  assert.equal(may(NOW), true);
  assert.equal(may('2020-03-10T23:59:59.999Z'), true);
  assert.equal(may(tomorrow), false);
  assert.equal(isPermitted(rows, NOW, 'constructor', ['nurse'], ['nurse']), false);
  assert.equal(isPermitted(rows, NOW, 'donors.register', 'station', ['nurse']), false);
});

test('INV-32 a PIN that was right opens nothing once its account is switched off', () => {
  const { rows } = labelledShelf();
  const nobody = { staffId: 'station', personId: 'station', name: '', roles: [] };
  const signIn = (at: Rows) =>
    decide(at, 'operators.signIn', {} as never, {
      ...act('in', nobody, NOW),
      prepared: {
        verdict: { ok: true, staffId: 'releaser' },
        token: 't',
        door: 'desktop',
        replaced: undefined,
      },
    }).kind;
  assert.equal(signIn(rows), 'accepted');
  const off = event('operators.staffAmended', {
    staffId: 'releaser',
    name: 'releaser',
    badge: 'releaser',
    roles: ['qualityRelease'],
    active: false,
  });
  assert.equal(signIn(happen(rows, [off], act('off', TESTER, NOW)).rows), 'refused');
});

test('INV-06 one deferral told twice keeps the stricter of everything, in either order', () => {
  const told = (kind: 'temporary' | 'permanent', until: string | null) =>
    event('donors.deferred', {
      deferralId: 'd',
      donorId: 'don',
      kind,
      code: 'T01',
      marker: null,
      programme: null,
      startsOn: '2020-03-10',
      until,
      hidden: false,
    });
  const short = told('temporary', '2020-03-11');
  const long = told('temporary', '2020-04-10');
  const open = told('temporary', null);
  const lasting = told('permanent', null);
  for (const [stricter, milder] of [
    [long, short],
    [open, long],
    [lasting, long],
  ] as const)
    for (const pair of [
      [stricter, milder],
      [milder, stricter],
    ]) {
      const { rows } = happen(collected(), pair, act('told', TESTER, NOW));
      const row = rows.get('deferral', 'd');
      const body = stricter.body as { kind: string; until: string | null };
      assert.deepEqual([row?.kind, row?.until], [body.kind, body.until]);
    }
});

test('INV-06 exhaustive: in force are the permanent, the open-ended, and those up to their last day', () => {
  const active = (kind: 'temporary' | 'permanent', until: string | null, programme?: string) => {
    const told = event('donors.deferred', {
      deferralId: 'd',
      donorId: 'don',
      kind,
      code: 'T01',
      marker: null,
      programme: programme ?? null,
      startsOn: '2020-03-01',
      until,
      hidden: false,
    });
    const { rows } = happen(collected(), [told], act('told', TESTER, NOW));
    const on = (asked?: string) => activeDeferrals(rows, 'don', '2020-03-10', asked).length === 1;
    return [on(), on('convalescentPlasma'), on('wholeBlood')];
  };
  const all = [true, true, true];
  const none = [false, false, false];
  for (const until of [null, '2020-03-09', '2020-03-10'])
    assert.deepEqual(active('permanent', until), all, `permanent ${until}`);
  assert.deepEqual(active('temporary', null), all);
  assert.deepEqual(active('temporary', '2020-03-10'), all);
  assert.deepEqual(active('temporary', '2020-03-09'), none);
  assert.deepEqual(active('temporary', null, 'wholeBlood'), [true, false, true]);
});

test('INV-05 a look-alike that only another station has heard of is undecided too', () => {
  const flagged = (a: string, b: string) =>
    event('donors.duplicateFlagged', { pairId: `${a}:${b}`, a, b, grounds: ['name'] });
  for (const [a, b] of [
    ['a-stranger', 'don'],
    ['don', 'stranger'],
  ] as const) {
    const { rows } = happen(collected(), [flagged(a, b)], act('flag', TESTER, NOW));
    assert.deepEqual(
      undecidedPairs(rows, 'don').map(({ id }) => id),
      [`${a}:${b}`],
    );
    assert.equal(donorMayTakeNumber(rows, 'don'), false);
  }
  assert.equal(donorMayTakeNumber(collected(), 'don'), true);
  assert.equal(donorMayTakeNumber(collected(), 'stranger'), false);
});

test('INV-02 a scanned number must carry its data identifier, and exactly its own length', () => {
  assert.equal(parseScannedDin('=A99992000000100').ok, true);
  for (const text of [
    'A99992000000100',
    'A99992000000100=',
    '=A9999200000010',
    '=A999920000001000',
  ])
    assert.equal(parseScannedDin(text).ok, false, text);
});

test('INV-01 a number in use stays in use, whatever another station says of it later', () => {
  const late = event('collection.numberVoided', {
    din: DIN,
    leaseId: 'lease',
    sequence: 1,
    visitId: 'v1',
    code: 'torn',
  });
  const { rows } = happen(collected(), [late], act('late', TESTER, NOW));
  assert.equal(rows.get('donationNumber', DIN)?.state, 'used');
});

test('INV-40 one role that may know of a wish or a ground is enough, however many others she has', () => {
  for (const role of CONFIDENTIAL_ROLES) {
    assert.equal(seesConfidential([role]), true, role);
    assert.equal(seesConfidential(['nurse', role]), true, role);
  }
  assert.deepEqual([readsGrounds(['nurse', 'labTech']), readsGrounds(['nurse'])], [true, false]);
  assert.deepEqual([hearsAnswers(['labTech', 'nurse']), hearsAnswers(['labTech'])], [true, false]);
  assert.equal(seesConfidential(['nurse']), false);
  assert.equal(seesConfidential([]), false);
  assert.equal(mayKnowOf({ code: 'selfExclusion' }, ['nurse']), false);
  assert.equal(mayKnowOf({ code: 'selfExclusion' }, ['nurse', 'physician']), true);
  assert.equal(mayKnowOf({ code: 'T01' }, ['nurse']), true);
  assert.equal(donorFacts(collected(), 'nobody', '2020-03-10'), undefined);
});

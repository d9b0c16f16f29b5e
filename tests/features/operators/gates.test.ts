import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DecideContext } from '#shared/contract/context.ts';
import type { Audience } from '#shared/contract/define.ts';
import type { Role } from '#shared/contract/roles.ts';
import { humanOf, joined } from '#shared/features/operators/humans.ts';
import { isPermitted, roleTableInForce } from '#shared/features/operators/permission.ts';
import {
  isLockedOut,
  lockOutAfter,
  pauseAfter,
  pinProblem,
  triesLeft,
} from '#shared/features/operators/pin-rules.ts';
import { signIn, signOut, unlock } from '#shared/features/operators/session-rules.ts';
import type { Decision } from '#shared/kernel/decision.ts';
import { Rows } from '#tests/properties/worlds/rows.ts';

const NOW = '2020-03-10T01:00:00.000Z';
const ms = (add: number) => new Date(Date.parse(NOW) + add).toISOString();

const rowsOf = (...list: readonly (readonly [table: string, row: object])[]) =>
  new Rows().with(list.map(([table, row]) => ({ table, row })) as never);

const table = (id: string, inForceFrom: string, adoptedAt: string, grants: object = {}) =>
  ['roleTable', { id, inForceFrom, adoptedAt, grants }] as const;

test('INV-29 the role table in force: the newest begun, then the later adopted, then the greater id', () => {
  const inForce = (...tables: readonly ReturnType<typeof table>[]) =>
    roleTableInForce(rowsOf(...tables), NOW)?.id;
  assert.equal(inForce(), undefined);
  assert.equal(inForce(table('a', NOW, NOW)), 'a');
  assert.equal(inForce(table('a', ms(1), NOW)), undefined, 'begins in a moment');
  assert.equal(inForce(table('z', ms(-2), NOW), table('a', ms(-1), ms(-9))), 'a');
  assert.equal(inForce(table('z', ms(-1), ms(-9)), table('a', ms(-1), ms(-8))), 'a');
  assert.equal(inForce(table('a', ms(-1), ms(-9)), table('b', ms(-1), ms(-9))), 'b');
});

test('INV-29 everybody, whoever signed in, the donor’s screen and the station itself ask no table; roles do', () => {
  const rows = rowsOf(table('t', NOW, NOW, { nurse: ['a.b'], physician: ['c.d'] }));
  const may = (audience: Audience, roles: readonly string[], operation = 'a.b', read = rows) =>
    isPermitted(read, NOW, operation, audience, roles as readonly Role[]);
  assert.equal(may('public', []), true);
  assert.equal(may('signedIn', []), true);
  assert.equal(may('kiosk', ['nurse']), false);
  assert.equal(may('station', ['nurse']), false);
  assert.equal(may(['nurse'], ['nurse']), true);
  assert.equal(may(['nurse'], ['nurse'], 'c.d'), false);
  assert.equal(may(['nurse'], ['labTech', 'physician'], 'c.d'), true);
  assert.equal(may(['nurse'], []), false);
  assert.equal(may(['nurse'], ['labTech']), false);
  assert.equal(may(['nurse'], ['toString']), false, 'an inherited name is no role');
  assert.equal(may(['nurse'], ['nurse'], 'a.b', rowsOf()), false, 'without a table');
});

test('INV-32 a PIN has six to twelve digits, no run up or down, no repeat, not the badge', () => {
  const shape = (pin: string) => pinProblem(pin, 'B') === 'operators.pinShape';
  const weak = (pin: string, badge = 'B') => pinProblem(pin, badge) === 'operators.pinWeak';
  assert.ok(shape('60248') && !shape('602481'));
  assert.ok(shape('6024819375206') && !shape('602481937520'));
  assert.ok(shape('60248x') && shape('x60248') && shape(' 602481'));
  for (const pin of ['012345', '890123', '987654', '321098', '777777', '777777777777'])
    assert.ok(weak(pin), pin);
  for (const pin of ['112233', '147258', '5201314', '1314520', '888666', '100200', '168168'])
    assert.ok(weak(pin), pin);
  assert.ok(weak('602481', '602481') && !weak('602481') && !weak('777778') && !weak('123457'));
});

test('INV-32 wrong PINs in a row: how many are left, how long the account and the station wait', () => {
  assert.deepEqual([0, 1, 4, 5, 9].map(triesLeft), [5, 4, 1, 1, 1]);
  const waits = [4, 5, 6, 7, 8, 9, 10, 11].map((failures) => lockOutAfter(failures, NOW)?.until);
  const minutes = [1, 2, 4, 8, 16].map((each) => ms(each * 60_000));
  assert.deepEqual(waits, [undefined, ...minutes, null, null]);
  assert.deepEqual(
    [0, 19, 20, 21].map((failures) => pauseAfter(failures, NOW)),
    [undefined, undefined, ms(60_000), ms(60_000)],
  );
  const locked = (until: string | null, active = true) => isLockedOut({ active, until }, NOW);
  assert.equal(isLockedOut(undefined, NOW), false);
  assert.equal(locked(null), true);
  assert.equal(locked(null, false), false);
  assert.equal(locked(ms(1)), true);
  assert.equal(locked(ms(1), false), false);
  assert.equal(locked(NOW), false);
  assert.equal(locked(ms(-1)), false);
});

test('INV-30 two ids that are one human are one for good, whichever was joined first', () => {
  const join = (rows: Rows, a: string, b: string) => rows.with(joined(rows, a, b) as never);
  const humans = (rows: Rows) => ['a', 'b', 'c', 'd'].map((id) => humanOf(rows, id));
  assert.deepEqual(humans(rowsOf()), ['a', 'b', 'c', 'd']);
  assert.deepEqual(joined(rowsOf(), 'a', 'a'), []);
  const pairs = [
    join(join(rowsOf(), 'b', 'a'), 'c', 'd'),
    join(join(rowsOf(), 'd', 'c'), 'a', 'b'),
  ];
  for (const two of pairs) {
    assert.deepEqual(humans(two), ['a', 'a', 'c', 'c']);
    assert.deepEqual(joined(two, 'b', 'a'), []);
    for (const [x, y] of [
      ['b', 'd'],
      ['d', 'b'],
      ['a', 'c'],
    ] as const)
      assert.deepEqual(humans(join(two, x, y)), ['a', 'a', 'a', 'a']);
  }
});

const STAFF = ['staff', { id: 's', name: '甲', roles: ['nurse'], active: true }] as const;

const ctx = (rows: Rows) => ({ read: rows, now: NOW }) as unknown as DecideContext;
const prepared = (more: object = {}) => ({
  verdict: { ok: true, staffId: 's' } as const,
  token: 't',
  door: 'd',
  replaced: undefined,
  ...more,
});

function outcome(decision: Decision<{ readonly type: string; readonly body: unknown }, unknown>) {
  return decision.kind === 'refused'
    ? decision.reasons.map(({ code, params }) => (params ? [code, params] : code))
    : decision.events.map(({ type, body }) => [type, body]);
}

test('INV-32 signing in opens one session, ends the one it replaces and a lock-out that ran out', () => {
  const opened = ['operators.signedIn', { staffId: 's', door: 'd' }];
  assert.deepEqual(outcome(signIn(ctx(rowsOf(STAFF)), prepared())), [opened]);
  const replaced = prepared({ replaced: 'before' });
  assert.deepEqual(outcome(signIn(ctx(rowsOf(STAFF)), replaced)), [
    ['operators.signedOut', { staffId: 'before', how: 'switched' }],
    opened,
  ]);
  const lockOut = (active: boolean) => ['lockOut', { id: 's', active }] as const;
  assert.deepEqual(outcome(signIn(ctx(rowsOf(STAFF, lockOut(true))), prepared())), [
    ['operators.lockOutLifted', { staffId: 's' }],
    opened,
  ]);
  assert.deepEqual(outcome(signIn(ctx(rowsOf(STAFF, lockOut(false))), prepared())), [opened]);
  const mustChange = (...pins: readonly (readonly [string, object])[]) => {
    const decision = signIn(ctx(rowsOf(STAFF, ...pins)), prepared());
    return decision.kind === 'accepted' && decision.output.pinMustChange;
  };
  assert.equal(mustChange(), true, 'a PIN that nobody knows of');
  assert.equal(mustChange(['pin', { id: 's', temporary: true }]), true);
  assert.equal(mustChange(['pin', { id: 's', temporary: false }]), false);
});

test('INV-32 who has left signs in and unlocks no more; a refusal says until when or how often', () => {
  const left = ['staff', { ...STAFF[1], active: false }] as const;
  for (const rows of [rowsOf(left), rowsOf()]) {
    assert.deepEqual(outcome(signIn(ctx(rows), prepared())), ['operators.wrongPin']);
    const yes = unlock(ctx(rows), { ok: true, staffId: 's' });
    assert.deepEqual(outcome(yes), ['station.sessionEnded']);
  }
  assert.deepEqual(outcome(unlock(ctx(rowsOf(STAFF)), { ok: true, staffId: 's' })), []);
  assert.deepEqual(outcome(unlock(ctx(rowsOf(STAFF)), undefined)), ['station.sessionEnded']);
  const refused = (more: object) => {
    const verdict = { ok: false, code: 'operators.wrongPin', until: null, ...more } as const;
    const both = [
      outcome(signIn(ctx(rowsOf(STAFF)), prepared({ verdict }))),
      outcome(unlock(ctx(rowsOf(STAFF)), verdict)),
    ];
    assert.deepEqual(both[0], both[1]);
    return both[0];
  };
  assert.deepEqual(refused({}), ['operators.wrongPin']);
  assert.deepEqual(refused({ left: 2 }), [['operators.wrongPin', { left: 2 }]]);
  assert.deepEqual(refused({ until: NOW, left: 2 }), [['operators.wrongPin', { until: NOW }]]);
  assert.deepEqual(outcome(signOut('self', 's')), [
    ['operators.signedOut', { staffId: 's', how: 'self' }],
  ]);
  assert.deepEqual(outcome(signOut('idle', undefined)), []);
});

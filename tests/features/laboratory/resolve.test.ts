import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AllRows } from '#shared/contract/rows.ts';
import { resolveGroup } from '#shared/features/laboratory/rules/group.ts';
import { DIN, DONATION, DONOR, result, run, type World, world } from './world.ts';

const OTHER = 'A999926000119';

/** A world with a reading by its own person in a run of its own for each value, and an open dispute. */
function disputed(abo: string, rhd = ''): World {
  const at = world();
  const add = (name: 'ABO' | 'RhD', values: readonly string[]) =>
    values.forEach((value, n) => {
      const labRun = run(`${name}-${n}`, name, `lot-${n + 1}`);
      const more = { readers: [`人${n}`], sampleId: `${DIN}:group` };
      at.put('labRun', labRun).put('result', result(`${name}-00${n}`, labRun, value, more));
    });
  add('ABO', [...abo]);
  add(
    'RhD',
    [...rhd].map((sign) => (sign === '+' ? 'positive' : 'negative')),
  );
  return open(at, 'd');
}

const open = (at: World, id: string, resolvedAt: string | null = null) =>
  at.put('groupDispute', {
    id,
    din: DIN,
    resolvedAt,
    setAside: [],
  } as unknown as AllRows['groupDispute']);

/** What naming these as wrong comes to: whether the group is confirmed then, or the refusal. */
function resolved(at: World, setAside: readonly string[], disputeId = 'd') {
  const decision = resolveGroup({ disputeId, resolution: '重做', setAside }, at.ctx());
  return decision.kind === 'accepted'
    ? decision.output.confirmed
    : decision.reasons.map(({ code, params }) => [code, params])[0];
}

const earlier = (at: World, id: string, abo: 'A' | 'B', more: object = {}) =>
  at.put('donorGroup', {
    id,
    donorId: 'donor-1',
    abo,
    rhd: 'positive',
    source: OTHER,
    recordedAt: '2026-01-01T00:00:00.000Z',
    ...more,
  });

test('INV-13 a dispute ends once, when the rest no longer disagrees', () => {
  assert.equal(resolved(disputed('AAB', '++'), ['ABO-002']), true);
  assert.equal(resolved(disputed('AB', '++'), ['ABO-001']), false, 'one reading is left');
  assert.equal(resolved(disputed('AAB'), ['ABO-002']), false, 'RhD is not read yet');
  assert.equal(resolved(disputed('AA', '+'), []), false);
  const still = ['laboratory.stillDiscrepant', { count: 1 }];
  assert.deepEqual(resolved(disputed('AAB', '++'), []), still);
  assert.deepEqual(resolved(disputed('AABB', '++'), ['ABO-002']), still);
  const closed = ['laboratory.disputeNotOpen', undefined];
  assert.deepEqual(resolved(disputed('AA', '++'), [], 'x'), closed);
  const over = open(disputed('AA', '++'), 'd', '2026-11-22T05:00:00.000Z');
  assert.deepEqual(resolved(over, []), closed);
  assert.equal(resolved(open(disputed('AA', '++'), 'e'), []), false, 'another is open');
});

test('INV-13 only evidence of this donation and of this person can be set aside', () => {
  const at = disputed('AAB', '++');
  at.put('donation', { ...DONATION, id: OTHER });
  const labRun = run('other', 'ABO', 'lot-1');
  at.put('labRun', labRun).put('result', result('r-foreign', labRun, 'A', { din: OTHER }));
  const foreign = (id: string) => ['laboratory.notEvidence', { id }];
  assert.deepEqual(resolved(at, ['ABO-002', 'r-foreign']), foreign('r-foreign'));
  assert.deepEqual(resolved(at, ['nothing']), foreign('nothing'));
  assert.equal(resolved(at, ['ABO-002', 'fingerPrick']), true);
  earlier(at, 'own', 'B');
  assert.deepEqual(resolved(at, ['ABO-002']), ['laboratory.stillDiscrepant', { count: 1 }]);
  assert.equal(resolved(at, ['ABO-002', 'own']), true, 'an earlier record');
  at.put('donor', { ...DONOR, id: 'second' });
  earlier(at, 'hers', 'B', { donorId: 'second' });
  assert.equal(resolved(at, ['ABO-002', 'own', 'hers']), true, 'on another record of hers');
  earlier(at, 'stranger', 'B', { donorId: 'x' });
  assert.deepEqual(resolved(at, ['ABO-002', 'own', 'hers', 'stranger']), foreign('stranger'));
  earlier(at, 'this', 'A', { source: DIN });
  assert.deepEqual(resolved(at, ['ABO-002', 'this']), foreign('this'), 'of this very donation');
});

test('a dispute about a donation that nobody knows sets no record aside', () => {
  const at = open(world(), 'd');
  const row = at.rows.get('groupDispute', 'd');
  assert.ok(row);
  at.put('groupDispute', { ...row, din: 'A999926000999' });
  earlier(at, 'own', 'B');
  assert.deepEqual(resolved(at, ['own']), ['laboratory.notEvidence', { id: 'own' }]);
});

test('what was found and what is set aside stand in the record', () => {
  const at = disputed('AAB', '++');
  const input = { disputeId: 'd', resolution: '重做', setAside: ['ABO-002'] };
  const decision = resolveGroup(input, at.ctx());
  const [event] = decision.kind === 'accepted' ? decision.events : [];
  assert.deepEqual(event?.body, { ...input, din: DIN });
});

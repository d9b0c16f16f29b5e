import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HAZARDS, INVARIANTS } from './invariants.ts';
import { kindsOf, proofs } from './traceability.ts';

const known = proofs();

test('every invariant is named once, and every hazard has one that answers it', () => {
  const ids = Array.from({ length: 40 }, (_, at) => `INV-${String(at + 1).padStart(2, '0')}`);
  assert.deepEqual(
    INVARIANTS.map(({ id }) => id),
    ids,
  );
  for (const [number] of HAZARDS)
    assert.ok(
      INVARIANTS.some(({ hazards }) => hazards.includes(number)),
      `H${number}`,
    );
});

/** Of these no small world or model exists: a store and its leaks are proved by damage and search. */
const BY_DAMAGE: ReadonlySet<string> = new Set(['INV-36', 'INV-40']);

test('every invariant has tests by its name, of two kinds at least, one over all cases or by a model', () => {
  for (const { id } of INVARIANTS) {
    const kinds = kindsOf(known.get(id) ?? []);
    assert.ok(kinds.length >= 2, `${id} has ${kinds.join(' ') || 'no proof'}`);
    const isWide = kinds.includes('E') || kinds.includes('M');
    assert.ok(isWide || BY_DAMAGE.has(id), `${id} has ${kinds.join(' ')}`);
    assert.ok(kinds.includes('J') || id === 'INV-37', `${id}: no history violates it`);
  }
});

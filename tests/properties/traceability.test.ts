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

/** Proved on screens alone: it leaves no trace in records and no rule holds it. */
const ON_SCREENS = 'INV-25';

test('every invariant has tests by its name, of two kinds at least', () => {
  assert.ok(known.has(ON_SCREENS));
  for (const { id } of INVARIANTS.filter((one) => one.id !== ON_SCREENS)) {
    const kinds = kindsOf(known.get(id) ?? []);
    assert.ok(kinds.length >= 2, `${id} has ${kinds.join(' ') || 'no proof'}`);
  }
});

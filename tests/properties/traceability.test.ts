import assert from 'node:assert/strict';
import { test } from 'node:test';
import { INVARIANTS, proofs } from './traceability.ts';

test('every invariant that is claimed has a test by its name', () => {
  const known = proofs();
  assert.deepEqual(
    INVARIANTS.map(({ id }) => id).filter((id) => (known.get(id) ?? []).length === 0),
    [],
  );
});

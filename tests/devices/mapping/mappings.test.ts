import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadMappings } from '#electron/devices/mapping/load.ts';
import { failedExamples } from '#electron/devices/mapping/run.ts';

test('every mapping file comes out as its own examples say', () => {
  const mappings = loadMappings();
  assert.ok(mappings.length >= 10);
  for (const { mapping } of mappings) {
    assert.deepEqual(failedExamples(mapping), [], mapping.id);
    assert.ok(
      mapping.examples.some(({ problems }) => problems.length > 0),
      `${mapping.id} shows what it refuses`,
    );
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadMappings } from '#electron/devices/mapping/load.ts';
import { hear } from '#electron/devices/mapping/run.ts';
import { concatBytes } from '#electron/devices/protocols/bytes.ts';
import { bytesOfNotation, notationOf } from '#electron/devices/protocols/notation.ts';
import { flood, fuzz } from './fuzz.ts';
import { cut, places } from './support.ts';

const NOW = '2026-11-22T02:30:00.000Z';
const mappings = loadMappings().map(({ mapping }) => mapping);

test('every family gives the same facts and answers, however its bytes are cut', () => {
  for (const mapping of mappings) {
    const bytes = concatBytes(
      mapping.examples.flatMap(({ device }) => device.map(bytesOfNotation)),
    );
    const whole = hear(mapping, [bytes], NOW);
    const single = Array.from(bytes, (byte) => Uint8Array.of(byte));
    assert.deepEqual(hear(mapping, single, NOW), whole, mapping.id);
    fc.assert(
      fc.property(places, (cuts) => {
        assert.deepEqual(hear(mapping, cut(bytes, cuts), NOW), whole, mapping.id);
      }),
      { numRuns: 20 },
    );
  }
});

test('a hundred thousand broken bytes for each family: no crash, nothing damaged taken, memory bounded', () => {
  for (const [at, mapping] of mappings.entries()) {
    fuzz(mapping, 100_000, at + 1);
    flood(mapping, 600_000);
  }
});

test('bytes can be written down and read back', () => {
  fc.assert(
    fc.property(
      fc
        .uint8Array()
        .filter((bytes) => !/<([A-Z]{2,3}|[0-9A-F]{2})>/.test(String.fromCharCode(...bytes))),
      (bytes) => assert.deepEqual(bytesOfNotation(notationOf(bytes)), bytes),
    ),
  );
});

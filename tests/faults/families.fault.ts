import { test } from 'node:test';
import { loadMappings } from '#electron/devices/mapping/load.ts';
import { fuzz } from '../devices/protocols/fuzz.ts';

for (const { mapping } of loadMappings())
  test(`a million broken bytes for ${mapping.id}`, () => fuzz(mapping, 1_000_000, 99));

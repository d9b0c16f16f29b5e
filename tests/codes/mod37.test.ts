import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Mod37_2 } from '@konfirm/iso7064';
import fc from 'fast-check';
import {
  MOD37_ALPHABET,
  mod37CheckCharacter,
  mod37CheckValue,
  mod37CheckValueWeighted,
  stripMod37Check,
} from '#shared/codes/mod37.ts';

const VECTORS = [
  ['G123417654321', 'A'],
  ['A999926000001', '8'],
  ['A999826000001', '2'],
  ['A999926000123', 'P'],
  ['A999026999999', '6'],
  ['5000026065334', 'W'],
  ['5000026065343', 'U'],
  ['ABCDE27000069', 'C'],
  ['A999917123456', '9'],
  ['1200020000001', 'C'],
  ['1200020000002', 'A'],
  ['G101610840386', '3'],
] as const;

test('published and computed check characters', () => {
  for (const [number, check] of VECTORS) assert.equal(mod37CheckCharacter(number), check, number);
  assert.equal(mod37CheckValue('G123417654321'), 10);
});

test('both forms and an independent library agree on random numbers', () => {
  const text = fc.string({
    unit: fc.constantFrom(...MOD37_ALPHABET.slice(0, 36)),
    minLength: 1,
    maxLength: 30,
  });
  fc.assert(
    fc.property(text, (number) => {
      const value = mod37CheckValue(number);
      assert.equal(value, mod37CheckValueWeighted(number));
      assert.equal(mod37CheckCharacter(number), Mod37_2.checksum(number));
    }),
    { numRuns: 5000 },
  );
});

test('no check character for an empty text or for characters outside 0–9 A–Z', () => {
  for (const text of ['', 'a', '*', 'A-1', '１', '🩸']) {
    assert.equal(mod37CheckValue(text), undefined);
    assert.equal(mod37CheckValueWeighted(text), undefined);
  }
});

test('a checked text gives its text, a wrong one is refused', () => {
  assert.deepEqual(stripMod37Check('A9999260000018'), { ok: true, value: 'A999926000001' });
  for (const text of ['', '8', 'A9999260000019'])
    assert.deepEqual(stripMod37Check(text), { ok: false, error: 'checkWrong' });
});

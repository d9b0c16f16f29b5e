import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { classify } from '#shared/codes/classify.ts';
import { MOD37_ALPHABET } from '#shared/codes/mod37.ts';
import { encodeStationCode, STATION_CODE_PREFIXES } from '#shared/codes/station-codes.ts';
import { only, problemOf } from './support.ts';

const KINDS = [...STATION_CODE_PREFIXES.values()];

test('every kind is written and read back', () => {
  assert.equal(KINDS.length, 14);
  for (const kind of KINDS) {
    const code = encodeStationCode(kind, 'A017') ?? '';
    assert.deepEqual(only(code, kind), { kind, id: 'A017', code });
    assert.equal(only(`]C0${code}`, kind).id, 'A017');
  }
  assert.equal(encodeStationCode('staffBadge', '0017'), 'SB-0017-M');
});

test('a payload that the check cannot cover is not written', () => {
  for (const id of ['', 'a', 'A-1', '椅', 'A'.repeat(25)])
    assert.equal(encodeStationCode('chair', id), undefined);
});

test('damage is refused: substitution, transposition, another kind, truncation', () => {
  const ids = fc.string({
    unit: fc.constantFrom(...MOD37_ALPHABET.slice(0, 36)),
    minLength: 1,
    maxLength: 24,
  });
  fc.assert(
    fc.property(
      ids,
      fc.constantFrom(...KINDS),
      fc.nat(),
      fc.constantFrom(...MOD37_ALPHABET),
      (id, kind, seed, other) => {
        const code = encodeStationCode(kind, id) ?? '';
        const at = seed % code.length;
        const spoilt = code.slice(0, at) + other + code.slice(at + 1);
        if (spoilt !== code) assert.notEqual(problemOf(spoilt), null, spoilt);
        const swapped = code.slice(0, at) + (code[at + 1] ?? '') + code[at] + code.slice(at + 2);
        if (swapped !== code) assert.notEqual(problemOf(swapped), null, swapped);
        assert.notEqual(problemOf(code.slice(0, at)), null);
      },
    ),
    { numRuns: 2000 },
  );
});

test('faults are named', () => {
  assert.equal(problemOf('SB-0017-N'), 'codes.stationCodeCheck');
  assert.equal(problemOf('ZZ-0017-M'), 'codes.stationCodeKind');
  assert.equal(problemOf('SB-0017'), 'codes.tooShort');
  assert.equal(problemOf('SB-0017-M-M'), 'codes.tooLong');
  assert.equal(problemOf('sb-0017-m'), 'codes.wrongCase');
  assert.equal(problemOf('SB-0017-MSB-0017-M'), 'codes.gluedScans');
  assert.equal(classify('SB-0017-M').tokens.length, 1);
});

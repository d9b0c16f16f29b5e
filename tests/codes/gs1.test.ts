import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { GS, gs1CheckDigit, hasGs1Check, parseGtin, parseSupply } from '#shared/codes/gs1.ts';
import { only, problemOf } from './support.ts';

const GTIN = '06901234567892';

test('check digits of known numbers', () => {
  assert.equal(gs1CheckDigit('690123456789'), '2');
  assert.equal(gs1CheckDigit('9638507'), '4');
  assert.equal(gs1CheckDigit('629104150021'), '3');
  assert.equal(gs1CheckDigit('62910A'), undefined);
  assert.ok(hasGs1Check('4006381333931'));
  assert.ok(!hasGs1Check('4006381333932'));
});

test('the same pack: raw with FNC1, raw without, human form', () => {
  const forms = [
    `]C101${GTIN}1728013110LOT7${GS}21S1`,
    `]d201${GTIN}1728013110LOT7${GS}21S1`,
    `${GS}01${GTIN}1728013110LOT7${GS}21S1`,
    `01${GTIN}1728013110LOT7${GS}21S1`,
    `(01)${GTIN}(17)280131(10)LOT7(21)S1`,
  ];
  for (const raw of forms) {
    const token = only(raw, 'supply');
    assert.deepEqual(
      [token.gtin, token.expiry, token.lot, token.serial, token.produced],
      [GTIN, '2028-01-31', 'LOT7', 'S1', null],
      raw,
    );
  }
});

test('dates: made on, expiry, day 00, days that do not exist', () => {
  const token = only(`(01)${GTIN}(11)260105(17)280200(10)A`, 'supply');
  assert.deepEqual([token.produced, token.expiry], ['2026-01-05', '2028-02-29']);
  assert.equal(problemOf(`(01)${GTIN}(17)270229(10)A`), 'codes.gs1Date');
  assert.equal(problemOf(`(01)${GTIN}(17)271301(10)A`), 'codes.gs1Date');
});

test('faults of element strings', () => {
  assert.equal(problemOf(`(01)06901234567893(10)A`), 'codes.gs1CheckDigit');
  assert.equal(problemOf(`(01)${GTIN}(10)A(10)B`), 'codes.gs1Repeated');
  assert.equal(problemOf(`(01)${GTIN}(88)A`), 'codes.gs1Identifier');
  assert.equal(problemOf(`(01)${GTIN}5(10)A`), 'codes.tooLong');
  assert.equal(problemOf('(01)0690123(10)A'), 'codes.tooShort');
  assert.equal(problemOf('(01)0690123456789A(10)A'), 'codes.characters');
  assert.equal(problemOf(`]C101${GTIN}88A`), 'codes.gs1Identifier');
  assert.equal(problemOf(`]C101${GTIN.slice(0, 9)}`), 'codes.tooShort');
  assert.equal(problemOf(`]C1`), 'codes.empty');
  assert.equal(problemOf(`]C110${'A'.repeat(21)}`), 'codes.tooLong');
  assert.equal(problemOf(`]C110A${GS}${GS}`), 'codes.gs1Identifier');
  assert.equal(problemOf(`]C10117A`), 'codes.characters');
  assert.equal(problemOf(`]C001${GTIN}10LOT7`), 'codes.gs1WithoutFnc1');
});

test('parentheses inside a lot do not begin an element unless they hold an identifier', () => {
  assert.equal(only(`(01)${GTIN}(10)A(7)B`, 'supply').lot, 'A(7)B');
});

test('trade numbers only where the symbology says so', () => {
  assert.equal(only(']E06901234567892', 'gtin').gtin, GTIN);
  assert.equal(only(']E496385074', 'gtin').gtin, '00000096385074');
  assert.equal(problemOf(']E06901234567893'), 'codes.gs1CheckDigit');
  assert.equal(problemOf(']E0690123456789'), 'codes.tooShort');
  assert.equal(problemOf('06901234567892'), 'codes.ambiguousNumber');
  assert.equal(problemOf('6901234567892'), 'codes.dinCheckMissing');
  assert.equal(parseGtin('abc', 13).ok, false);
});

test('what is written is read, in both forms', () => {
  const lot = fc.string({
    unit: fc.constantFrom(...'ABCXYZ0123456789-./'),
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(lot, lot, fc.boolean(), (batch, serial, human) => {
      const raw = human
        ? `(01)${GTIN}(10)${batch}(21)${serial}`
        : `01${GTIN}10${batch}${GS}21${serial}`;
      const read = parseSupply(raw);
      assert.ok(read.ok);
      assert.deepEqual([read.value.lot, read.value.serial], [batch, serial]);
    }),
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { classify, MAX_SCAN_LENGTH } from '#shared/codes/classify.ts';
import { encodeStationCode } from '#shared/codes/station-codes.ts';
import { likenessOf, problemOf } from './support.ts';

const DIN = '=A99992600000100';
const GOOD = [DIN, '=%6200', '=<D0001VA0', '&>0272321357', '&aL000000042'];
const BADGE = encodeStationCode('staffBadge', '0017') ?? '';

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

test('Chinese input method: full width, Chinese punctuation, composed words, held keys', () => {
  for (const raw of [...GOOD, BADGE]) {
    assert.equal(problemOf(fullWidth(raw)), 'codes.imeFullWidth', raw);
    assert.equal(likenessOf(fullWidth(raw)), classify(raw).tokens[0]?.kind);
  }
  assert.equal(problemOf('=《D0001VA0'), 'codes.imeFullWidth');
  assert.equal(likenessOf('=《D0001VA0'), 'product');
  assert.equal(problemOf('&》0272321357'), 'codes.imeFullWidth');
  assert.equal(problemOf('=啊99992600000100'), 'codes.imeFullWidth');
  assert.equal(problemOf('ProcessProcessProcess'), 'codes.imeProcess');
  assert.equal(problemOf('UnidentifiedUnidentified'), 'codes.imeProcess');
});

test('wrong case is named, not mended', () => {
  for (const [raw, kind] of [
    ['=a99992600000100', 'din'],
    ['=<d0001va0', 'product'],
    ['&AL000000042', 'labelSerial'],
    ['&Al000000042', 'labelSerial'],
    [BADGE.toLowerCase(), 'staffBadge'],
    [']c0=A99992600000100', 'din'],
  ] as const) {
    assert.equal(problemOf(raw), 'codes.wrongCase', raw);
    assert.equal(likenessOf(raw), kind, raw);
  }
});

test('shift lost and shift stuck', () => {
  for (const [raw, kind] of [
    ['=56200', 'bloodGroup'],
    ['=,d0001va0', 'product'],
    ['7.0272321357', 'expiry'],
    ['7aL000000042', 'labelSerial'],
    ['+A((((@^)))))!))', 'din'],
    ['SB_0017_M', 'staffBadge'],
  ] as const) {
    assert.equal(problemOf(raw), 'codes.keyboardLayout', raw);
    assert.equal(likenessOf(raw), kind, raw);
  }
});

test('scanner and computer on different layouts', () => {
  for (const [raw, layout] of [
    ['´A99992600000100', 'german'],
    ['`A99992600000100', 'german'],
    ['/:0272321357', 'german'],
    ['=Qçççç"-ààààà&àà', 'french'],
    ['^A99992600000100', 'japanese'],
    ['ì%6200', 'italian'],
    ['¡%6200', 'spanish'],
  ] as const) {
    const [token] = classify(raw).tokens;
    assert.equal(problemOf(raw), 'codes.keyboardLayout', raw);
    assert.ok(token?.kind === 'unknown');
    assert.equal(token.details['layout'], layout, raw);
  }
});

test('a stripped identifier is named', () => {
  for (const [raw, kind] of [
    ['A99992600000100', 'din'],
    ['%6200', 'bloodGroup'],
    ['6200', 'bloodGroup'],
    ['<D0001VA0', 'product'],
    ['D0001VA0', 'product'],
    ['>0272321357', 'expiry'],
    ['0272321357', 'expiry'],
    ['L000000042', 'labelSerial'],
    ['500002606533455', 'din'],
  ] as const) {
    assert.equal(problemOf(raw), 'codes.missingIdentifier', raw);
    assert.equal(likenessOf(raw), kind, raw);
  }
});

test('terminators and control characters', () => {
  for (const end of ['\r', '\n', '\r\n', '\t']) {
    assert.equal(problemOf(`${DIN}${end}`), 'codes.trailingTerminator');
    assert.equal(likenessOf(`${DIN}${end}`), 'din');
    assert.equal(problemOf(`${DIN}${end}`, { suffix: end }), null);
    assert.equal(problemOf(`${DIN}${end}=%6200`), 'codes.gluedScans');
  }
  assert.equal(problemOf(`${DIN}\r\r`, { suffix: '\r' }), 'codes.trailingTerminator');
  assert.equal(problemOf(`\x02${DIN}`), 'codes.controlCharacter');
  assert.equal(problemOf(`${DIN}\x1d`), 'codes.controlCharacter');
  assert.equal(problemOf('=A9999\x002600000100'), 'codes.controlCharacter');
  assert.equal(problemOf(`${DIN} `), 'codes.characters');
});

test('two scans run together are never one code', () => {
  const codes = [...GOOD.slice(0, 1), BADGE, '120000198002290034'];
  for (const first of codes)
    for (const second of codes) {
      assert.equal(problemOf(first + second), 'codes.gluedScans', first + second);
      assert.equal(classify(first + second).tokens.length, 1);
    }
});

test('AIM: exactly three characters, only a known one, and as the profile says', () => {
  const read = classify(`]C0${DIN}`);
  assert.deepEqual(read.symbology, { aim: 'C0', name: 'code128' });
  assert.equal(classify(`]d1${DIN}`).symbology?.name, 'dataMatrix');
  assert.equal(problemOf(']C0=]202705'), null);
  for (const aim of ['C0', ']C0']) {
    assert.equal(classify(DIN, { aim }).symbology?.aim, 'C0');
    assert.equal(problemOf('A9999260000018', { aim }), 'codes.missingIdentifier');
  }
  assert.equal(problemOf(DIN, { aim: 'd2' }), 'codes.symbologyMismatch');
  assert.equal(problemOf('=]202705', { aimProfile: 'on' }), 'codes.aimMissing');
  assert.equal(problemOf(`]C0${DIN}`, { aimProfile: 'off' }) === null, false);
  assert.equal(problemOf(`]X0${DIN}`), 'codes.aimUnknown');
  assert.equal(problemOf(']C'), 'codes.aimUnknown');
  assert.equal(problemOf(']C0'), 'codes.empty');
  for (const aim of ['C1', 'd2', 'E0', 'F0', 'I1'])
    assert.equal(problemOf(`]${aim}${DIN}`), 'codes.symbologyMismatch');
});

test('nothing and too much', () => {
  assert.equal(problemOf(''), 'codes.empty');
  assert.equal(problemOf('\r', { suffix: '\r' }), 'codes.empty');
  assert.equal(problemOf('='.repeat(MAX_SCAN_LENGTH)), 'codes.identifierUnknown');
  assert.equal(problemOf('0'.repeat(MAX_SCAN_LENGTH + 1)), 'codes.tooLarge');
});

const pieces = fc.constantFrom(
  ...GOOD,
  BADGE,
  '=+04000',
  '(01)06901234567892',
  ']C1',
  ']d1',
  '\x1d',
  '\r',
  '＝',
  '&,',
  '&#0199',
  '&$99',
  '120000198002290034',
);
const noise = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'=&%<>+,()[]{}*-]aA0Oo1Il9 \r\x1d'), maxLength: 200 }),
  fc
    .array(fc.oneof(pieces, fc.string({ maxLength: 3 })), { maxLength: 12 })
    .map((all) => all.join('')),
);

test('total: any text gives tokens, and a fault is always named', () => {
  fc.assert(
    fc.property(noise, (raw) => {
      const read = classify(raw);
      assert.ok(read.tokens.length >= 1 && read.tokens.length <= 2);
      const faults = read.tokens.filter((token) => token.kind === 'unknown');
      assert.equal(faults.length > 0, read.problem !== null);
      assert.deepEqual(classify(raw), read);
    }),
    { numRuns: 4000 },
  );
});

test('total up to the limit', () => {
  for (const unit of [...GOOD, '=+99000', '(10)A', '\x1d10A', '&#0199', BADGE, '０', '𬭊'])
    for (const head of ['', ']C1', ']d1', '=+99000']) {
      const raw = (head + unit.repeat(MAX_SCAN_LENGTH)).slice(0, MAX_SCAN_LENGTH);
      assert.equal(typeof classify(raw).tokens.length, 'number');
    }
});

test('inserting or dropping one character of a good code never gives another good din', () => {
  fc.assert(
    fc.property(fc.nat(DIN.length - 1), fc.string({ minLength: 0, maxLength: 1 }), (at, extra) => {
      const dropped = DIN.slice(0, at) + DIN.slice(at + 1);
      assert.notEqual(problemOf(dropped), null);
      if (extra !== '') assert.notEqual(problemOf(DIN.slice(0, at) + extra + DIN.slice(at)), null);
    }),
  );
});

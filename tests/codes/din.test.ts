import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { classify } from '#shared/codes/classify.ts';
import {
  checksumFlags,
  composeDin,
  dinCheckCharacter,
  encodeDin,
  flagMeaning,
  isDin,
  parseScannedDin,
  parseTypedDin,
  printDin,
} from '#shared/codes/din.ts';
import { MOD37_ALPHABET } from '#shared/codes/mod37.ts';
import { problemOf } from './support.ts';

const dins = fc
  .tuple(
    fc.constantFrom(...'ABCDEFGHIJKLMNPQRSTUVWXYZ123456789'),
    fc.constantFrom(...'ABCDEFGHIJKLMNPQRSTUVWXYZ0123456789'),
    fc.constantFrom(...'ABCDEFGHIJKLMNPQRSTUVWXYZ0123456789'),
    fc.integer({ min: 0, max: 9_999_999_999 }),
  )
  .map(([a, b, c, rest]) => `${a}${b}${c}${String(rest).padStart(10, '0')}`);

test('a scanned number keeps thirteen characters as identity and the flags beside them', () => {
  const read = parseScannedDin('=G12341765432170');
  assert.ok(read.ok);
  assert.deepEqual(read.value, {
    kind: 'din',
    din: 'G123417654321',
    facility: 'G1234',
    year: '17',
    sequence: '654321',
    check: 'A',
    flags: '70',
    flagMeaning: 'checksum',
    entry: 'scan',
  });
  const other = parseScannedDin('=G12341765432107');
  assert.ok(other.ok);
  assert.equal(other.value.din, read.value.din);
  assert.equal(other.value.flagMeaning, 'testTube');
});

test('flags: every value has its meaning, and a wrong checksum flag is refused', () => {
  assert.equal(flagMeaning('01'), 'container1');
  assert.equal(flagMeaning('19'), 'container9');
  for (const local of ['20', '55', '59']) assert.equal(flagMeaning(local), 'local');
  for (const reserved of ['14', '97', '98', '99', 'A1'])
    assert.equal(flagMeaning(reserved), 'reserved');
  assert.equal(problemOf('=A99992600000169'), 'codes.dinFlagCheck');
  assert.equal(problemOf('=A99992600000168'), null);
  assert.equal(checksumFlags('A999926000001'), '68');
});

test('a scan needs its identifier, a typed number its check character', () => {
  assert.equal(problemOf('A99992600000100'), 'codes.missingIdentifier');
  assert.equal(problemOf(']C0A9999260000018'), 'codes.missingIdentifier');
  assert.equal(problemOf('A999926000001'), 'codes.dinCheckMissing');
  assert.equal(problemOf('A9999260000018'), null);
  assert.equal(problemOf('5000026065343W'), 'codes.dinCheck');
  const scanned = classify('A9999260000018', { entry: 'scan' });
  assert.equal(scanned.problem, 'codes.missingIdentifier');
});

test('typed: spaces and lower case are accepted, nothing is guessed', () => {
  const typed = parseTypedDin('a9999 26 000001 8');
  assert.ok(typed.ok);
  assert.equal(typed.value.din, 'A999926000001');
  assert.equal(typed.value.flags, null);
  assert.equal(problemOf('A99992600O0018'), 'codes.characters');
  assert.equal(problemOf('A99992600000I8'), 'codes.characters');
  assert.equal(problemOf('AO999260000018'), 'codes.dinFacility');
  for (const text of ['', 'A99992600', 'A99992600000188', 'A9999_26000001']) {
    assert.equal(parseTypedDin(text).ok, false, text);
  }
});

test('length and characters of a scan are exact', () => {
  assert.equal(problemOf('=A9999260000010'), 'codes.tooShort');
  assert.equal(problemOf('=A999926000001000'), 'codes.tooLong');
  assert.equal(problemOf('=O99992600000100'), 'codes.dinFacility');
  assert.equal(problemOf('=09999260000010'.padEnd(16, '0')), 'codes.dinFacility');
  assert.equal(problemOf('=A999A260000010'.padEnd(16, '0')), 'codes.dinFacility');
  assert.equal(problemOf('=A9999260A000100'), 'codes.characters');
  assert.equal(problemOf('=A9999260000010a'), 'codes.wrongCase');
});

test('write and read back', () => {
  fc.assert(
    fc.property(dins, (din) => {
      assert.ok(isDin(din));
      const scan = classify(encodeDin(din, checksumFlags(din) ?? '') ?? '');
      assert.equal(scan.problem, null);
      const typed = parseTypedDin(`${printDin(din)} ${dinCheckCharacter(din)}`);
      assert.ok(typed.ok && scan.tokens[0]?.kind === 'din');
      assert.equal(typed.value.din, din);
      assert.equal(scan.tokens[0].din, din);
    }),
    { numRuns: 500 },
  );
  assert.equal(composeDin('A9999', '26', 118), 'A999926000118');
  for (const bad of [-1, 1_000_000, 1.5]) assert.equal(composeDin('A9999', '26', bad), undefined);
  assert.equal(composeDin('AO999', '26', 1), undefined);
  assert.equal(encodeDin('A999926000001', '69'), undefined);
});

test('every single substitution and adjacent transposition of number + check is refused', () => {
  const refuses = (spoilt: string) => {
    assert.equal(parseTypedDin(spoilt).ok, false, spoilt);
    assert.notEqual(problemOf(spoilt), null, spoilt);
  };
  for (const din of ['A999926000001', '5000026065334', '1200020000001', 'G123417654321']) {
    const checked = `${din}${dinCheckCharacter(din)}`;
    for (let at = 0; at < checked.length; at += 1) {
      for (const other of MOD37_ALPHABET)
        if (other !== checked[at]) refuses(checked.slice(0, at) + other + checked.slice(at + 1));
      const [left, right] = [checked.charAt(at), checked.charAt(at + 1)];
      if (right && left !== right)
        refuses(checked.slice(0, at) + right + left + checked.slice(at + 2));
    }
  }
  fc.assert(
    fc.property(dins, fc.nat(13), fc.constantFrom(...MOD37_ALPHABET), (din, at, other) => {
      const checked = `${din}${dinCheckCharacter(din)}`;
      if (checked[at] !== other) refuses(checked.slice(0, at) + other + checked.slice(at + 1));
    }),
    { numRuns: 2000 },
  );
});

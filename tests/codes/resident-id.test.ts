import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DOCUMENT_TYPES, parseDocumentNumber } from '#shared/codes/documents.ts';
import { maskResidentId, parseResidentId, residentIdCheck } from '#shared/codes/resident-id.ts';
import { parseCivilDate } from '#shared/kernel/civil-date.ts';
import { only, problemOf } from './support.ts';

const GOOD = [
  ['11010519491231002X', '1949-12-31', 'female'],
  ['440524188001010014', '1880-01-01', 'male'],
  ['120000198002290034', '1980-02-29', 'male'],
  ['12000019850615006X', '1985-06-15', 'female'],
  ['120000196001010046', '1960-01-01', 'female'],
  ['120000200002290026', '2000-02-29', 'female'],
] as const;

function refusalOf(text: string) {
  const read = parseResidentId(text);
  return read.ok ? null : read.error;
}

test('the standard’s examples and the invented people', () => {
  for (const [number, birthDate, sex] of GOOD) {
    const token = only(number, 'residentId');
    assert.deepEqual([token.number, token.birthDate, token.sex], [number, birthDate, sex]);
    assert.equal(token.holder, 'mainland');
  }
});

test('a small x is accepted, the stored number has X', () => {
  assert.equal(only('11010519491231002x', 'residentId').number, '11010519491231002X');
});

test('check, date and area are three separate answers', () => {
  assert.deepEqual(refusalOf('120000198002290035')?.details, {
    checkOk: false,
    dateOk: true,
    areaOk: true,
  });
  const noSuchDay = `12000019810229003`;
  const dated = refusalOf(`${noSuchDay}${residentIdCheck(noSuchDay)}`);
  assert.equal(dated?.problem, 'codes.residentIdDate');
  assert.deepEqual(dated?.details, { checkOk: true, dateOk: false, areaOk: true });
  assert.equal(refusalOf('120000198102290030')?.details['dateOk'], false);
  const noSuchArea = '99000019800229003';
  const placed = refusalOf(`${noSuchArea}${residentIdCheck(noSuchArea)}`);
  assert.equal(placed?.problem, 'codes.residentIdArea');
  assert.deepEqual(placed?.details, { checkOk: true, dateOk: true, areaOk: false });
});

test('the old form is upgraded: 19 before the year, check added', () => {
  const token = only('120000850615012', 'residentId');
  assert.equal(token.number, '120000198506150123');
  assert.equal(token.upgraded, true);
});

test('malformed numbers are refused by what is wrong with them', () => {
  assert.equal(refusalOf('')?.problem, 'codes.empty');
  assert.equal(refusalOf('12000019800229003')?.problem, 'codes.residentIdLength');
  assert.equal(refusalOf('12000019800229003 4')?.problem, 'codes.residentIdCharacters');
  assert.equal(refusalOf('1200001980022900X4')?.problem, 'codes.residentIdCharacters');
  assert.equal(refusalOf('12000O198002290034')?.problem, 'codes.residentIdCharacters');
  assert.equal(refusalOf('１２００００198002290034')?.problem, 'codes.imeFullWidth');
  const today = parseCivilDate('2026-11-22');
  const future = '12000020990101001';
  const read = parseResidentId(`${future}${residentIdCheck(future)}`, today);
  assert.equal(read.ok ? null : read.error.problem, 'codes.residentIdDate');
});

test('residence permits and foreign cards of the same scheme name their holder', () => {
  for (const [first, holder] of [
    ['810000', 'hongKong'],
    ['820000', 'macao'],
    ['830000', 'taiwan'],
    ['912156', 'foreign'],
  ] as const) {
    const number = `${first}19800229003`;
    assert.equal(only(`${number}${residentIdCheck(number)}`, 'residentId').holder, holder);
  }
});

test('every single substitution and adjacent transposition is refused', () => {
  const digits = '0123456789X';
  const sequences = fc.integer({ min: 0, max: 999 });
  fc.assert(
    fc.property(sequences, (sequence) => {
      const body = `12000019800229${String(sequence).padStart(3, '0')}`;
      const number = `${body}${residentIdCheck(body)}`;
      for (let at = 0; at < 18; at += 1) {
        for (const other of digits) {
          const spoilt = number.slice(0, at) + other + number.slice(at + 1);
          if (spoilt !== number) assert.notEqual(problemOf(spoilt), null, spoilt);
        }
        const swapped =
          number.slice(0, at) + (number[at + 1] ?? '') + number[at] + number.slice(at + 2);
        if (swapped !== number) assert.notEqual(problemOf(swapped), null, swapped);
      }
    }),
    { numRuns: 40 },
  );
});

test('the mask keeps three and four characters', () => {
  assert.equal(maskResidentId('120000198002290034'), '120***********0034');
});

test('other documents: shape only', () => {
  const good = [
    ['passport', 'e12345678', 'E12345678'],
    ['hongKongMacaoPermit', 'H12345678', 'H12345678'],
    ['hongKongMacaoPermit', 'M1234567801', 'M1234567801'],
    ['taiwanPermit', '12345678', '12345678'],
    ['foreignPermanentResident', 'USA120000000001', 'USA120000000001'],
    ['military', '军字第1234567号', '军字第1234567号'],
  ] as const;
  for (const [type, typed, stored] of good)
    assert.deepEqual(parseDocumentNumber(type, typed), { ok: true, value: stored });
  for (const type of DOCUMENT_TYPES) {
    assert.deepEqual(parseDocumentNumber(type, ''), { ok: false, error: 'codes.empty' });
    for (const bad of ['no', 'ABCDEFG', '12 34 56 78', '=A9999', 'X'.repeat(4000)])
      assert.deepEqual(parseDocumentNumber(type, bad), { ok: false, error: 'codes.documentShape' });
  }
});

test('the newer card of foreigners is held to its check digit and date', () => {
  const read = (number: string) => parseDocumentNumber('foreignPermanentResident', number);
  const seventeen = '91115619900101125';
  const good = `${seventeen}${residentIdCheck(seventeen)}`;
  assert.deepEqual(read(good), { ok: true, value: good });
  const wrong = `${seventeen}${good.endsWith('1') ? '2' : '1'}`;
  assert.deepEqual(read(wrong), { ok: false, error: 'codes.residentIdCheck' });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { residentIdCheck } from '#shared/codes/resident-id.ts';
import { readIdentity, type TypedDocument } from '#shared/features/donors/identity.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';

const TODAY = '2020-03-10' as CivilDate;
const of = (document: TypedDocument) => {
  const read = readIdentity({ document, name: '测试甲', phone: '' }, TODAY);
  return read.ok ? read.value.documentNumber : read.error[0]?.code;
};
const numbered = (seventeen: string) => `${seventeen}${residentIdCheck(seventeen)}`;
const card = (number: string, until?: string | null) => of({ kind: 'residentId', number, until });
type Paper = Exclude<TypedDocument, { kind: 'residentId' }>;
const paper = (kind: Paper['kind'], number: string, more: Partial<Paper> = {}) =>
  of({
    sex: 'female',
    birthDate: '1984-02-29',
    number,
    numberAgain: number,
    ...more,
    kind,
  });

test('resident numbers: eighteen and fifteen digits, leap days, century, X, areas', () => {
  const table: readonly (readonly [string, string])[] = [
    ['120000198002290034', '120000198002290034'],
    ['12000019850615006x', '12000019850615006X'],
    // Fifteen digits stand for the twentieth century.
    ['120000800229003', '120000198002290034'],
    ['120000000229003', 'donors.residentIdDate'],
    // 2000 was a leap year, 1900 was none.
    [numbered('12000020000229001'), numbered('12000020000229001')],
    [numbered('12000019000229001'), 'donors.residentIdDate'],
    [numbered('12000019810229003'), 'donors.residentIdDate'],
    [numbered('12000019800431003'), 'donors.residentIdDate'],
    [numbered('12000019801301003'), 'donors.residentIdDate'],
    [numbered('12000020200311001'), 'donors.residentIdDate'],
    [numbered('12000018990101001'), 'donors.birthDate'],
    [numbered('16000019800101001'), 'donors.residentIdArea'],
    [numbered('00000019800101001'), 'donors.residentIdArea'],
    // Residence permits of Hong Kong, Macao and Taiwan; the newer card of foreigners.
    [numbered('81000019800101001'), numbered('81000019800101001')],
    [numbered('83000019800101001'), numbered('83000019800101001')],
    ['120000198002290043', 'donors.residentIdCheck'],
    ['X20000198002290034', 'donors.residentIdCharacters'],
    ['1200001980022900345', 'donors.residentIdLength'],
  ];
  for (const [typed, told] of table) assert.equal(card(typed), told, typed);
});

test('a document past its last day identifies nobody; on the last day it does', () => {
  const number = '120000198002290034';
  assert.equal(card(number, '2020-03-10'), number);
  assert.equal(card(number, null), number);
  assert.equal(card(number, '2020-03-09'), 'donors.documentExpired');
  assert.equal(card(number, '2020-02-30'), 'donors.documentUntil');
  assert.equal(paper('passport', 'AB1234567', { until: '2019-12-31' }), 'donors.documentExpired');
});

test('every other document has its shape, is typed twice alike and agrees with its own number', () => {
  const foreign = numbered('91101019840229002');
  const table = [
    ['passport', 'ab1234567', 'AB1234567'],
    ['passport', 'A B', 'donors.documentShape'],
    ['hkMacaoPermit', 'H12345678', 'H12345678'],
    ['hkMacaoPermit', 'H1234567801', 'H1234567801'],
    ['hkMacaoPermit', 'C12345678', 'donors.documentShape'],
    ['taiwanPermit', '12345678', '12345678'],
    ['taiwanPermit', '1234567', 'donors.documentShape'],
    ['foreignResidentCard', 'CAN11010184022', 'donors.documentShape'],
    ['foreignResidentCard', 'CAN110101840229', 'CAN110101840229'],
    ['foreignResidentCard', foreign, foreign],
    ['military', '军字第1234567号', '军字第1234567号'],
    ['military', '军字', 'donors.documentShape'],
    ['other', 'AX-9912', 'AX-9912'],
    ['other', '--', 'donors.documentShape'],
  ] as const;
  for (const [kind, number, told] of table) assert.equal(paper(kind, number), told, number);
  assert.equal(
    paper('passport', 'AB1234567', { numberAgain: 'AB1234576' }),
    'donors.documentTwice',
  );
  assert.equal(
    paper('foreignResidentCard', foreign, { birthDate: '1984-03-01' }),
    'donors.documentDiffers',
  );
  assert.equal(paper('foreignResidentCard', foreign, { sex: 'male' }), 'donors.documentDiffers');
});

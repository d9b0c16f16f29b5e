import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { classify } from '#shared/codes/classify.ts';
import { encodeIdCard, type IdCard } from '#shared/codes/id-card.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';

const CARD: IdCard = {
  name: '欧阳\u{2c386}·测试',
  sex: 'male',
  ethnicity: '汉',
  birthDate: '1980-02-29' as CivilDate,
  number: '120000198002290034',
  issuer: '天津市公安局测试分局',
  from: '2016-05-01' as CivilDate,
  until: '2036-05-01' as CivilDate,
};
const line = (change: Partial<IdCard> = {}) => encodeIdCard({ ...CARD, ...change }) ?? '';
const problem = (text: string) => classify(text).problem;

test('a card becomes one line of ASCII and comes back whole, also by keyboard', () => {
  assert.match(line(), /^[!-~]+$/);
  const { tokens } = classify(line());
  assert.deepEqual(tokens, [
    {
      kind: 'residentId',
      number: CARD.number,
      upgraded: false,
      area: '120000',
      birthDate: '1980-02-29',
      sex: 'male',
      holder: 'mainland',
      card: {
        name: CARD.name,
        ethnicity: '汉',
        issuer: CARD.issuer,
        from: '2016-05-01',
        until: '2036-05-01',
      },
    },
  ]);
  const [forLife] = classify(line({ until: null, from: null })).tokens;
  assert.equal(forLife?.kind === 'residentId' && forLife.card?.until, null);
});

test('a card that does not agree with its own number is refused', () => {
  assert.equal(problem(line({ sex: 'female' })), 'codes.idCardDiffers');
  assert.equal(problem(line({ birthDate: '1980-02-28' as CivilDate })), 'codes.idCardDiffers');
  assert.equal(problem(line({ number: '120000198002290043' })), 'codes.residentIdCheck');
  assert.equal(problem(line({ name: '' })), 'codes.idCardShape');
  assert.equal(problem(line({ until: '2036-13-01' as CivilDate })), 'codes.idCardShape');
  assert.equal(encodeIdCard({ ...CARD, name: '\ud800' }), undefined);
});

test('no single damage of the line gives another card', () => {
  const whole = line();
  fc.assert(
    fc.property(
      fc.nat(whole.length - 1),
      fc.constantFrom('', 'A', '7', ';', '%'),
      fc.boolean(),
      (at, character, isSwap) => {
        const damaged = isSwap
          ? `${whole.slice(0, at)}${whole[at + 1] ?? ''}${whole[at]}${whole.slice(at + 2)}`
          : `${whole.slice(0, at)}${character}${whole.slice(at + 1)}`;
        if (damaged.toUpperCase() !== whole.toUpperCase()) assert.notEqual(problem(damaged), null);
      },
    ),
    { numRuns: 300 },
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RuleRow } from '#shared/features/rulesets/model.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { answering, bornYearsAgo, gave, reading } from './boundaries/case.ts';
import { find, type Patch, says } from './findings.ts';
import { goodReading } from './good-subject.ts';

const BLOOD = { haemoglobinGramsPerLitre: 148, abo: 'B' } as const;

const later = (minutes: number, more: Partial<typeof goodReading> = {}) => ({
  ...goodReading,
  id: `r${minutes}`,
  measuredAt: new Date(Date.parse(goodReading.measuredAt) + minutes * 60_000).toISOString(),
  ...more,
});

test('age: years, who is under age and from when, what is soft and what nobody may override', () => {
  const age = (years: number, days = 0, id = 'CCP-3') => {
    const { verdict, hard, retryOn } = find(id, bornYearsAgo(years, days));
    return [verdict, hard, retryOn];
  };
  assert.equal(says('CCP-3', bornYearsAgo(40)), '40 岁 | 40 years');
  assert.deepEqual(age(18, 1), ['notMet', true, '2020-03-11']);
  assert.equal(find('CCP-3', { birthDate: '2004-02-29' }).retryOn, '2022-03-01');
  assert.deepEqual(age(56), ['notMet', false, undefined]);
  assert.deepEqual(age(60), ['notMet', false, undefined]);
  assert.deepEqual(age(61), ['notMet', true, undefined]);
  const strict = find('CCP-3', bornYearsAgo(56), { softMax: false });
  assert.deepEqual([strict.verdict, strict.hard], ['notMet', true]);
  assert.equal(find('CCP-3', { birthDate: '2020-03-10' }).verdict, 'notMet');
  assert.equal(find('CCP-3', { birthDate: '2020-03-11' }).input.en, 'impossible birth date');
  assert.equal(find('CCP-3', { birthDate: '2020-03-10' }).input.en, '0 years');
  assert.equal(find('CCP-3', bornYearsAgo(120)).input.en, '120 years');
  assert.equal(find('CCP-3', bornYearsAgo(121)).input.en, 'impossible birth date');
  assert.equal(find('CCP-3', bornYearsAgo(121)).hard, true);
  assert.equal(says('AGE-1', bornYearsAgo(60)), '60 岁，见延长条款 | 60 years, see the extension');
  assert.deepEqual(age(61, 0, 'AGE-1'), ['notMet', true, undefined]);
});

test('age extension: what is known of earlier donations and reactions, and what is not', () => {
  const before = { history: [gave('2019-01-01' as CivilDate, 'wholeBlood')] };
  const over = (more: Patch) => says('AGE-2', { ...bornYearsAgo(56), ...more });
  assert.equal(find('AGE-2', { birthDate: '2020-03-11' }).input.en, 'impossible birth date');
  assert.equal(says('AGE-2', bornYearsAgo(55)), '55 岁 | 55 years');
  assert.equal(over({}), '56 岁，首次，无反应史 | 56 years, first time, no reaction');
  assert.equal(over(before), '56 岁，多次献血，无反应史 | 56 years, repeat donor, no reaction');
  const reacted = { history: before.history.map((each) => ({ ...each, hadReaction: true })) };
  assert.equal(
    over(reacted),
    '56 岁，多次献血，有反应史 | 56 years, repeat donor, earlier reaction',
  );
  const some = { history: [...before.history, ...reacted.history] };
  assert.equal(find('AGE-2', { ...bornYearsAgo(56), ...some }).verdict, 'notMet');
  const unasked = { ...before, answers: [] };
  assert.equal(
    over(unasked),
    '56 岁，多次献血，反应史未问 | 56 years, repeat donor, reactions not asked',
  );
  const found = (years: number, more: Patch, params = {}) => {
    const { verdict, hard } = find('AGE-2', { ...bornYearsAgo(years), ...more }, params);
    return [verdict, hard];
  };
  assert.deepEqual(found(61, before), ['notMet', true]);
  assert.deepEqual(found(61, unasked), ['notMet', true]);
  assert.deepEqual(found(60, before), ['met', false]);
  assert.deepEqual(found(60, {}), ['notMet', false]);
  assert.deepEqual(found(60, { answers: [] }), ['notMet', false]);
  assert.deepEqual(found(60, unasked), ['missing', undefined]);
  const unwritten = { reactionQuestion: false };
  assert.deepEqual(found(60, unasked, unwritten), ['met', false], 'a form that does not ask');
  const told = { ...before, ...answering('Q-16', 'yes') };
  assert.deepEqual(found(60, told), ['notMet', false]);
});

test('measurements: the figure that counts, and those it replaced with their time at the site', () => {
  assert.equal(says('BP-1'), '120 mmHg | 120 mmHg');
  assert.equal(find('BP-1').replaced?.length, 0);
  const twice = {
    readings: [later(10, { systolic: 134 }), { ...goodReading, systolic: 150 }],
  };
  assert.equal(says('BP-1', twice), '09:10 134 mmHg | 09:10 134 mmHg');
  assert.deepEqual(find('BP-1', twice).replaced, [{ zh: '09:00 150 mmHg', en: '09:00 150 mmHg' }]);
  assert.equal(says('BP-1', {}, { unit: 1 }), '120 | 120');
  assert.equal(says('BP-3'), '40 mmHg | 40 mmHg');
  assert.equal(says('PR-1'), '76 次/min，节律整齐 | 76 /min, regular');
  const irregular = reading({ pulseRegular: false });
  assert.equal(says('PR-1', irregular), '76 次/min，节律不齐 | 76 /min, irregular');
  const pulses = { readings: [goodReading, later(15, { pulse: 80 })] };
  assert.deepEqual(find('PR-1', pulses).replaced, [{ zh: '09:00 76 /min', en: '09:00 76 /min' }]);
  assert.equal(says('CCP-4'), '72.5 kg | 72.5 kg');
  const weights = { readings: [goodReading, later(15, { weightGrams: 71_950 })] };
  assert.equal(says('CCP-4', weights), '72.0 kg | 72.0 kg');
  assert.deepEqual(find('CCP-4', weights).replaced, [{ zh: '72.5 kg', en: '72.5 kg' }]);
  assert.equal(says('TMP-1'), '36.5 ℃ / 36.5 ℃ | 36.5 ℃ / 36.5 ℃');
  const only = { doorTemperatureTenthsC: undefined };
  assert.equal(says('TMP-1', only), '36.5 ℃ | 36.5 ℃');
  assert.equal(says('HB-1'), '148 g/L | 148 g/L');
});

test('of several readings each replaces the last that counted, after the rest; equal times stay in order', () => {
  const systolic = (restMinutes: number, ...readings: readonly (typeof goodReading)[]) =>
    find('BP-1', { restMinutes, readings }).input.en;
  const [first, second, third] = [
    { ...goodReading, systolic: 131 },
    later(6, { systolic: 132 }),
    later(12, { systolic: 133 }),
  ];
  assert.equal(systolic(10, third, second, first), '09:12 133 mmHg');
  assert.equal(systolic(6, first, second, third), '09:12 133 mmHg');
  assert.equal(systolic(13, first, second, third), '09:00 131 mmHg');
  const missed = later(11, { systolic: null });
  assert.equal(systolic(12, first, missed, third), '09:12 133 mmHg', 'not measured is no reading');
  const same = [first, later(0, { systolic: 135 })];
  assert.equal(systolic(10, ...same), '09:00 131 mmHg');
  assert.equal(systolic(10, ...same.toReversed()), '09:00 135 mmHg');
});

test('pulse of an athlete stands in its own row; the other one sends there', () => {
  const athlete = answering('Q-18', 'yes');
  assert.equal(says('PR-1', athlete), '运动员，见 PR-2 | athlete, see PR-2');
  assert.equal(says('PR-2'), '非运动员 | no athlete');
  assert.equal(find('PR-2', athlete).verdict, 'met');
  assert.equal(find('PR-1', { answers: [] }).verdict, 'met');
  assert.equal(find('PR-2', { answers: [] }).verdict, 'notApplicable');
});

test('limits may be reached or must be passed, as the row says', () => {
  const systolic = (value: number, params: RuleRow['params']) =>
    find('BP-1', reading({ systolic: value }), params).verdict;
  assert.equal(systolic(140, { maxExclusive: true }), 'notMet');
  assert.equal(systolic(140, { maxExclusive: false }), 'met');
  assert.equal(systolic(141, { maxExclusive: false }), 'notMet');
  assert.equal(systolic(139, { maxExclusive: true }), 'met');
  const figure = (value: string, params: RuleRow['params']) =>
    find('PLT-2', { bloodTest: { ...BLOOD, others: { plateletCount: value } } }, params).verdict;
  assert.equal(figure('450', { maxExclusive: true }), 'notMet');
  assert.equal(figure('450', { maxExclusive: false }), 'met');
  assert.equal(figure('451', { maxExclusive: false }), 'notMet');
});

test('a half is no figure; what lacks is never taken as good', () => {
  const verdict = (id: string, more: Partial<typeof goodReading>) =>
    find(id, reading(more)).verdict;
  assert.equal(verdict('PR-1', { pulse: 70.5 }), 'notMet');
  assert.equal(verdict('TMP-1', { temperatureTenthsC: 365.5 }), 'notMet');
  assert.equal(verdict('BP-3', { systolic: null }), 'missing');
  assert.equal(find('HB-1', { sex: undefined }).verdict, 'missing');
});

test('a pressure needs both of its figures possible; a difference alone says nothing', () => {
  const apart = (systolic: number, diastolic: number) =>
    find('BP-3', reading({ systolic, diastolic })).verdict;
  assert.equal(apart(120, 80), 'met');
  assert.equal(apart(120, 5), 'notMet');
  assert.equal(apart(400, 80), 'notMet');
});

test('temperature: door and desk both inside, each end of the range included', () => {
  const at = (door: number, desk: number) =>
    find('TMP-1', { doorTemperatureTenthsC: door, ...reading({ temperatureTenthsC: desk }) })
      .verdict;
  assert.equal(at(350, 375), 'met');
  assert.equal(at(375, 350), 'met');
  for (const [door, desk] of [
    [349, 365],
    [365, 349],
    [376, 365],
    [365, 376],
  ] as const)
    assert.equal(at(door, desk), 'notMet', `${door} ${desk}`);
});

test('symptoms, arms, the physician’s look and the finger-prick: what was seen', () => {
  assert.equal(says('SITE-DOOR'), '无症状 | no symptoms');
  assert.equal(says('SITE-DOOR', { symptoms: ['cough', 'fever'] }), '2 项症状 | 2 symptoms');
  assert.equal(says('GEN-3'), '左可，右可 | left sound, right sound');
  const arms = reading({ leftArmOk: false });
  assert.equal(says('GEN-3', arms), '左不可，右可 | left not sound, right sound');
  assert.equal(find('GEN-3', arms, { arms: 2 }).verdict, 'notMet');
  assert.equal(find('GEN-3', reading({ rightArmOk: null })).verdict, 'missing');
  assert.equal(says('GEN-1'), '医生目检正常 | seen sound by the physician');
  assert.equal(says('GEN-1', { examined: [] }), '待医生目检 | to be seen by the physician');
  assert.equal(says('ABO-1'), 'B（指血，未确认） | B (finger-prick, unconfirmed)');
});

test('a typed figure of the blood test: whole steps of its decimals, digits only, its unit', () => {
  const others = (typed: string, test_ = 'haematocrit') => ({
    bloodTest: { ...BLOOD, others: { [test_]: typed } },
  });
  const step = (typed: string) => find('PLT-1', others(typed)).verdict;
  assert.equal(step('0.36'), 'met');
  assert.equal(step('0.359'), 'notMet');
  assert.equal(step('0.369'), 'met');
  for (const typed of ['.36', '0,36', '0.36 ', '1234567', '0.1234567', '-1', ''])
    assert.equal(step(typed), 'notMet', typed);
  assert.equal(step('0.75'), 'met');
  assert.equal(step('0.76'), 'notMet');
  assert.equal(find('PLT-1', others('0.10'), { min: 5 }).verdict, 'met');
  assert.equal(find('PLT-1', others('0.09'), { min: 5 }).verdict, 'notMet');
  assert.equal(says('PLT-1', others('0.40')), '0.40 | 0.40');
  const platelets = others('200', 'plateletCount');
  assert.equal(says('PLT-2', platelets), '200 ×10⁹/L | 200 ×10⁹/L');
  assert.equal(says('HB-2'), '未用此法 | method not used');
  assert.equal(find('PLT-2').verdict, 'missing');
  assert.equal(
    find('PLT-1', { bloodTest: { ...BLOOD, others: {} } }, { test: 'toString' }).verdict,
    'missing',
  );
});

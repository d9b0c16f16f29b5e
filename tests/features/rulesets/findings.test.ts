import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offeredPacks } from '#electron/features/rulesets/offers.ts';
import type { Finding } from '#shared/features/rulesets/criteria/judged.ts';
import { criteria } from '#shared/features/rulesets/criteria/registry.ts';
import type { RuleRow } from '#shared/features/rulesets/model.ts';
import type { ScreeningSubject } from '#shared/features/rulesets/subject.ts';
import { addDays, type CivilDate } from '#shared/kernel/civil-date.ts';
import { answering, assessed, bornYearsAgo, gave, reading } from './boundaries/case.ts';
import { goodReading, goodSubject, TODAY } from './good-subject.ts';

type Patch = Partial<ScreeningSubject>;

const rows = offeredPacks().flatMap(({ pack }) => pack.rules);

/** What a row of the packs finds on the good donor with a change; parameters may differ. */
function find(id: string, patch: Patch = {}, params: RuleRow['params'] = {}): Finding {
  const row = rows.find((each) => each.id === id);
  const judge = row && criteria[row.criterion];
  assert.ok(row && judge, id);
  return judge({ ...row, params: { ...row.params, ...params } }, { ...goodSubject(), ...patch });
}

/** Its words in both languages. */
const says = (...how: Parameters<typeof find>) => {
  const { input } = find(...how);
  return `${input.zh} | ${input.en}`;
};

const later = (minutes: number, more: Partial<typeof goodReading> = {}) => ({
  ...goodReading,
  id: `r${minutes}`,
  measuredAt: new Date(Date.parse(goodReading.measuredAt) + minutes * 60_000).toISOString(),
  ...more,
});

test('answers: what was said, with its detail, and each change with its time at the site', () => {
  const answers = (answer: 'yes' | 'no', detail = '') => [{ question: 'Q-02', answer, detail }];
  assert.equal(says('CCP-5', { answers: answers('no') }), '“否” | “no”');
  assert.equal(
    says('CCP-5', { answers: answers('yes', ' 三年前 ') }),
    '“是”（三年前） | “yes”（三年前）',
  );
  const change = { question: 'Q-02', from: 'yes', to: 'no', afterRefusal: true } as const;
  const changes = [
    { ...change, at: '2020-03-10T01:30:00.000Z' },
    { ...change, question: 'Q-03', at: '2020-03-10T01:40:00.000Z' },
    { ...change, from: 'no', to: 'yes', at: '2020-03-10T01:45:00.000Z' },
    { ...change, question: 'Q-04', at: '2020-03-10T01:50:00.000Z' },
  ] as const;
  assert.equal(
    says('CCP-5', { answers: answers('yes', '三年前'), changes }),
    '“是” → “否” → 09:45 “是” | “yes” → “no” → 09:45 “yes”',
  );
  const other = find('CCP-5', { answers: answers('no'), changes: changes.slice(1, 2) });
  assert.equal(other.verdict, 'met', 'a change of another answer');
  assert.equal(find('CCP-5', { answers: answers('no'), changes }).verdict, 'caution');
  const harmless = [{ ...change, from: 'no', to: 'no', at: TODAY }] as const;
  assert.equal(find('CCP-5', { answers: answers('no'), changes: harmless }).verdict, 'met');
});

test('the packs in force and the target', () => {
  assert.equal(says('CCP-7'), '已逐条判定 | judged row by row');
  assert.equal(says('CCP-7', { programmes: [] }), '未采用 | not adopted');
  assert.equal(says('CCP-11'), '400 mL | 400 mL');
  assert.equal(says('CCP-11', { targetMl: undefined }), '待定 | not chosen yet');
});

test('age: years, who is under age and from when, what is soft and what nobody may override', () => {
  const age = (years: number, days = 0, id = 'CCP-3') => {
    const { verdict, hard, retryOn } = find(id, bornYearsAgo(years, days));
    return [verdict, hard, retryOn];
  };
  assert.equal(says('CCP-3', bornYearsAgo(40)), '40 岁 | 40 years');
  assert.deepEqual(age(18, 1), ['notMet', true, '2020-03-11']);
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

const BLOOD = { haemoglobinGramsPerLitre: 148, abo: 'B' } as const;

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

test('the hospital: days since, by the site’s day of the last test; the first day that will do', () => {
  assert.equal(says('CCP-1'), '2020-01-25 → 第 45 天 | 2020-01-25 → day 45');
  const soon = find('CCP-1', assessed({ onsetOn: '2020-03-01' }));
  assert.deepEqual([soon.verdict, soon.retryOn], ['notMet', '2020-03-22']);
  assert.equal(
    says('CCP-1', assessed({ onsetOn: TODAY })),
    '2020-03-10 → 第 0 天 | 2020-03-10 → day 0',
  );
  const future = find('CCP-1', assessed({ onsetOn: '2020-03-11' }));
  assert.deepEqual([future.verdict, future.input.en], ['notMet', 'impossible date']);
  const silent = find('CCP-1', assessed({ asymptomatic: true }));
  assert.deepEqual(
    [silent.verdict, silent.hard, silent.input],
    ['notMet', true, { zh: '无症状，无发病日', en: 'no symptoms, no onset' }],
  );
  const last = { input: 'lastNegativeOn' };
  // Half past midnight on the 18th at the site is the 17th in Greenwich.
  const night = assessed({
    negativeTests: ['2020-02-17T16:30:00.000Z', '2020-02-16T01:00:00.000Z'],
  });
  assert.equal(find('CCP-1', night, last).input.en, '2020-02-18 → day 21');
  assert.equal(find('CCP-1', assessed({ negativeTests: [] }), last).input.en, 'impossible date');
  assert.equal(find('CCP-1', assessed({ negativeTests: ['x'] }), last).input.en, 'impossible date');
  assert.equal(find('SITE-DISCHARGE').input.en, '2020-02-20 → day 19');
  assert.equal(find('CCP-1', {}, { input: 'nothing' }).input.en, 'rule parameter missing');
  assert.equal(
    says('CCP-1', assessed({ confirmed: false })),
    '医院评估待核对 | hospital assessment to be confirmed',
  );
});

test('discharge: how many negative tests, how far apart, none before onset or after now', () => {
  const ed3 = (more: object, params: RuleRow['params'] = {}) =>
    find('CCP-2', assessed(more), params);
  assert.equal(
    says('CCP-2'),
    '02-20 出院；2 次阴性，隔 26 h | left hospital 2020-02-20; 2 negative, 26 h apart',
  );
  const one = ['2020-02-16T01:00:00.000Z'];
  assert.equal(
    ed3({ negativeTests: one }).input.en,
    'left hospital 2020-02-20; 1 negative, 0 h apart',
  );
  assert.equal(ed3({ negativeTests: one }, { negativeTests: 1 }).verdict, 'met');
  assert.equal(ed3({ negativeTests: ['x', 'y'] }).input.zh, '02-20 出院；2 次阴性，隔 ? h');
  assert.equal(
    ed3({ negativeTests: ['x', 'y'] }).input.en,
    'left hospital 2020-02-20; 2 negative, ? h apart',
  );
  const unsorted = ['2020-02-17T03:00:00.000Z', '2020-02-16T01:00:00.000Z'];
  assert.equal(ed3({ negativeTests: unsorted }).verdict, 'met');
  const three = [...unsorted, '2020-02-18T01:00:00.000Z'];
  assert.equal(ed3({ negativeTests: three }, { negativeTests: 3 }).verdict, 'met');
  assert.equal(
    ed3({ negativeTests: three }, { negativeTests: 3, hoursApart: 25 }).verdict,
    'notMet',
  );
  const two = ['2020-02-16T01:00:00.000Z', '2020-02-18T01:00:00.000Z'];
  assert.equal(ed3({ negativeTests: two }, { negativeTests: 3 }).verdict, 'notMet', 'one lacks');
  const now = ['2020-03-08T01:00:00.000Z', '2020-03-10T02:00:00.000Z'];
  assert.equal(ed3({ negativeTests: now }).verdict, 'met', 'at this very moment');
  const soon = ['2020-03-08T01:00:00.000Z', '2020-03-10T02:00:00.001Z'];
  assert.equal(ed3({ negativeTests: soon }).verdict, 'notMet');
  const early = ['2020-01-24T15:59:00.000Z', '2020-02-16T01:00:00.000Z'];
  assert.equal(ed3({ negativeTests: early }).verdict, 'notMet', 'before the onset');
  // The evening of the 24th in Greenwich is the onset's own day at the site.
  const onset = ['2020-01-24T16:00:00.000Z', '2020-02-16T01:00:00.000Z'];
  assert.equal(ed3({ negativeTests: onset }).verdict, 'met');
  assert.equal(ed3({ dischargedOn: TODAY }).verdict, 'met');
  assert.equal(ed3({ dischargedOn: '2020-03-11' }).input.en, 'impossible discharge date');
  assert.equal(ed3({ dischargedOn: '2020-01-25' }).verdict, 'met', 'the day of onset');
  assert.equal(ed3({ dischargedOn: 'x' }).input.en, 'impossible discharge date');
  assert.equal(ed3({ onsetOn: 'x' }).input.en, 'impossible discharge date');
  assert.equal(find('CCP-6', assessed({ confirmed: false })).verdict, 'missing');
  assert.equal(
    says('CCP-6'),
    '测试医院 测试医生：可捐献，材料已见 | 测试医院 测试医生: fit, papers seen',
  );
  assert.equal(
    says('CCP-6', assessed({ fitForDonation: false, documentSeen: false })),
    '测试医院 测试医生：不宜，材料未见 | 测试医院 测试医生: not fit, papers not seen',
  );
});

test('edition 3: by symptoms or by the first positive test, each with its own days', () => {
  const found = (asymptomatic: boolean, days: number) =>
    find('CCP-1', assessed({ onsetOn: addDays(TODAY, -days), asymptomatic }), {});
  const row = rows.find((each) => each.criterion === 'minDaysSinceInfection');
  const judge = row && criteria[row.criterion];
  assert.ok(row && judge);
  const since = (asymptomatic: boolean, days: number) =>
    judge(
      { ...row, params: { minDays: 21, minDaysSincePositive: 28 } },
      { ...goodSubject(), ...assessed({ onsetOn: addDays(TODAY, -days), asymptomatic }) },
    ).verdict;
  assert.equal(found(false, 21).verdict, 'met');
  assert.deepEqual([since(false, 21), since(true, 21), since(true, 28)], ['met', 'notMet', 'met']);
});

test('intervals: day, first day allowed, what the physician may approve and what nobody may', () => {
  const last = (days: number, more: object = {}) => ({
    donationType: 'platelets',
    history: [gave(addDays(TODAY, -days), 'platelets', more)],
  });
  const judged = (days: number) => {
    const { verdict, hard, retryOn } = find('INT-3', last(days));
    return [verdict, hard, retryOn];
  };
  assert.equal(says('INT-3', last(13)), '2020-02-26 → 第 13 天 | 2020-02-26 → day 13');
  assert.deepEqual(judged(14), ['met', false, '2020-03-10']);
  assert.deepEqual(judged(7), ['notMet', false, '2020-03-17']);
  assert.deepEqual(judged(6), ['notMet', true, '2020-03-18']);
  assert.deepEqual(judged(0), ['notMet', true, '2020-03-24']);
  assert.deepEqual(judged(-1), ['notMet', true, '2020-03-25']);
  assert.equal(find('CCP-12', { history: [gave(addDays(TODAY, -1), 'plasma')] }).hard, false);
  assert.equal(find('CCP-12', { history: [gave(TODAY, 'plasma')] }).hard, false);
  assert.equal(find('CCP-12', { history: [gave(addDays(TODAY, 1), 'plasma')] }).hard, true);
  const sameDay = find('CCP-12', { history: [gave(TODAY, 'plasma')] }, { minDays: 0 });
  assert.equal(sameDay.verdict, 'met', 'a rule of no days at all');
  assert.equal(says('CCP-12'), '无此类记录 | no such donation');
  assert.equal(says('CCP-12', { donationType: 'other' }), '不是这一类 | another donation type');
  const two = [gave(addDays(TODAY, -20), 'plasma'), gave(addDays(TODAY, -15), 'plasma')];
  for (const history of [two, two.toReversed()])
    assert.equal(find('CCP-12', { history }).input.en, '2020-02-24 → day 15');
});

test('red cells that did not all come back: plasma and platelets, never whole blood', () => {
  const lost = (type: string, cells: 'yes' | 'no' | 'partly') =>
    find('SITE-RBC', {
      history: [gave(addDays(TODAY, -30), type, { redCellsReturned: cells })],
    });
  assert.equal(lost('plasma', 'partly').verdict, 'notMet');
  assert.equal(lost('plasma', 'no').retryOn, '2020-04-05');
  assert.equal(lost('plasma', 'yes').input.en, 'all returned');
  assert.equal(lost('wholeBlood', 'no').input.zh, '全部回输');
});

test('yearly limits: what was given, whom they bind, and when enough has left the window', () => {
  const history = [
    gave('2019-05-01' as CivilDate, 'plasma', { plasmaMl: 5000 }),
    gave('2019-08-01' as CivilDate, 'platelets', { plasmaMl: 4800 }),
    gave('2019-09-01' as CivilDate, 'wholeBlood', { plasmaMl: 9999 }),
  ];
  const volume = (targetMl: number | undefined, more: Patch = {}) =>
    find('VOL-3', { history, targetMl, ...more });
  assert.equal(volume(200).input.zh, '已采 9800 mL');
  assert.equal(volume(200).input.en, '9800 mL so far');
  assert.deepEqual([volume(200).verdict, volume(200).retryOn], ['met', undefined]);
  assert.deepEqual([volume(201).verdict, volume(201).retryOn], ['notMet', '2020-05-01']);
  assert.deepEqual([volume(5201).verdict, volume(5201).retryOn], ['notMet', '2020-08-01']);
  assert.equal(volume(10_001).retryOn, undefined, 'more than the limit itself');
  assert.equal(volume(undefined, { donationType: undefined }).verdict, 'met');
  assert.equal(volume(201, { donationType: undefined }).verdict, 'notMet');
  assert.equal(volume(201, { donationType: 'wholeBlood' }).input.zh, '不是这一类');
  const brim = [gave('2019-05-01' as CivilDate, 'plasma', { plasmaMl: 10_000 })];
  assert.equal(volume(undefined, { history: brim }).verdict, 'met', 'nothing asked for yet');
  const times = (max: number, more: Patch = {}) => {
    const own = history.map((each) => ({ ...each, donationType: 'plasma' }));
    const found = find('SITE-COUNT', { history: own, ...more }, { max });
    return [found.verdict, found.retryOn, found.input.en];
  };
  assert.deepEqual(times(4), ['met', undefined, '3 so far']);
  assert.deepEqual(times(3), ['notMet', '2020-05-01', '3 so far']);
  assert.deepEqual(times(2), ['notMet', '2020-08-01', '3 so far']);
  assert.deepEqual(times(0), ['notMet', undefined, '3 so far']);
  assert.equal(times(3, { donationType: undefined })[0], 'notMet');
  assert.equal(times(3, { donationType: 'wholeBlood' })[2], 'another donation type');
});

test('deferrals, the register and groups: told, or sent to the physician', () => {
  const deferred = (...list: readonly { until: string | null; hidden: boolean }[]) => {
    const { verdict, input, retryOn } = find('SITE-DEFERRAL', { activeDeferrals: list });
    return [verdict, input.zh, input.en, retryOn];
  };
  const open = (until: string | null) => ({ until, hidden: false });
  assert.deepEqual(deferred(), ['met', '无', 'none', undefined]);
  assert.deepEqual(deferred(open('2020-05-01'), open('2020-06-01'), open('2020-04-01')), [
    'notMet',
    '暂缓至 2020-06-01',
    'deferred up to 2020-06-01',
    '2020-06-02',
  ]);
  assert.deepEqual(deferred(open('2020-05-01'), open(null)), [
    'notMet',
    '屏蔽',
    'deferred without end',
    undefined,
  ]);
  assert.deepEqual(deferred(open('2020-05-01'), { until: '2020-05-01', hidden: true }), [
    'notMet',
    '请转医生',
    'please ask the physician',
    undefined,
  ]);
  assert.equal(says('SITE-REGISTER'), '未列入 | not listed');
  assert.equal(
    says('SITE-REGISTER', { register: 'listed' }),
    '请转医生 | please ask the physician',
  );
  assert.equal(says('SITE-REGISTER', { register: 'unanswered' }), '未答复 | no answer yet');
  assert.equal(says('SITE-GROUP'), '无既往血型 | no group on record');
  const groups = { groupsOnRecord: ['B positive', 'A positive', 'B positive'] };
  assert.equal(says('SITE-GROUP', groups), 'A positive / B positive | A positive / B positive');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offeredPacks } from '#electron/features/rulesets/offers.ts';
import { type ListedSpan, spanOf } from '#shared/features/rulesets/deferral-list.ts';
import type { RuleRow } from '#shared/features/rulesets/model.ts';
import { rowsInForce } from '#shared/features/rulesets/params.ts';
import { judgeRule } from '#shared/features/rulesets/screening.ts';
import type { ScreeningSubject } from '#shared/features/rulesets/subject.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { answering, assessed, gave, reading, type Verdict } from './boundaries/case.ts';
import { goodSubject } from './good-subject.ts';

/*
 * The figures of the regulations typed by hand, not read from the rows: a row that was changed by
 * mistake is judged otherwise here. Today is 2020-03-10, the good donor a man of 32.
 */

const ED2 = 'convalescent-plasma-ed2';
const ED3 = 'convalescent-plasma-ed3';
const WUHAN = 'convalescent-plasma-wuhan';
const ZHEJIANG = 'convalescent-plasma-zhejiang';
const GENERAL = 'general-donor-gb18467-2011';

function row(packId: string, id: string): RuleRow {
  const pack = offeredPacks().find((each) => each.pack.packId === packId)?.pack;
  const found = pack?.rules.find((each) => each.id === id);
  assert.ok(found, `${packId} ${id}`);
  return found;
}

type Line = readonly [rule: string, patch: Partial<ScreeningSubject>, expected: Verdict];

const woman = { sex: 'female' } as const;
const born = (birthDate: string) => ({ birthDate });
const kilograms = (weight: number) => reading({ weightGrams: weight * 1000 });
const pressure = (systolic: number, diastolic: number) => reading({ systolic, diastolic });
const beats = (pulse: number, pulseRegular = true) => reading({ pulse, pulseRegular });
const degrees = (tenths: number) => ({
  ...reading({ temperatureTenthsC: tenths }),
  doorTemperatureTenthsC: tenths,
});
const blood = (haemoglobinGramsPerLitre: number) => ({
  bloodTest: { haemoglobinGramsPerLitre, abo: 'A' },
});
const figure = (test: string, typed: string) => ({
  bloodTest: { haemoglobinGramsPerLitre: 140, abo: 'A', others: { [test]: typed } },
});
const after = (kind: string, on: string, donationType: string) => ({
  donationType,
  history: [gave(on as CivilDate, kind)],
});
const athlete = answering('Q-18', 'yes');

const GENERAL_LINES: readonly Line[] = [
  // Completed years: the birthday counts, the day before does not; 29 February completes on 1 March.
  ['AGE-1', born('2002-03-10'), 'met'],
  ['AGE-1', born('2002-03-11'), 'notMet'],
  ['AGE-1', born('1964-03-11'), 'met'],
  ['AGE-1', born('1964-03-10'), 'notApplicable'],
  ['AGE-1', { ...born('2000-02-29'), today: '2018-02-28' as CivilDate }, 'notMet'],
  ['AGE-1', { ...born('2000-02-29'), today: '2018-03-01' as CivilDate }, 'met'],
  ['AGE-1', born('2020-03-11'), 'notMet'],
  ['AGE-1', born('1900-02-29'), 'notMet'],
  ['AGE-2', { ...born('1959-03-11'), history: [gave('2019-01-01' as CivilDate, 'plasma')] }, 'met'],
  ['AGE-2', born('1959-03-11'), 'notMet'],
  [
    'AGE-2',
    {
      ...born('1959-03-11'),
      history: [gave('2019-01-01' as CivilDate, 'plasma', { hadReaction: true })],
    },
    'notMet',
  ],
  [
    'AGE-2',
    { ...born('1959-03-10'), history: [gave('2019-01-01' as CivilDate, 'plasma')] },
    'notMet',
  ],
  ['WT-1', kilograms(50), 'met'],
  ['WT-1', kilograms(49.9), 'notMet'],
  ['WT-1', { ...woman, ...kilograms(45) }, 'met'],
  ['WT-1', { ...woman, ...kilograms(44.9) }, 'notMet'],
  ['BP-1', pressure(90, 60), 'met'],
  ['BP-1', pressure(89, 60), 'notMet'],
  ['BP-1', pressure(139, 80), 'met'],
  ['BP-1', pressure(140, 80), 'notMet'],
  ['BP-2', pressure(120, 60), 'met'],
  ['BP-2', pressure(120, 59), 'notMet'],
  ['BP-2', pressure(120, 89), 'met'],
  ['BP-2', pressure(120, 90), 'notMet'],
  ['BP-3', pressure(110, 80), 'met'],
  ['BP-3', pressure(109, 80), 'notMet'],
  ['PR-1', beats(60), 'met'],
  ['PR-1', beats(59), 'notMet'],
  ['PR-1', beats(100), 'met'],
  ['PR-1', beats(101), 'notMet'],
  ['PR-1', beats(72, false), 'notMet'],
  ['PR-2', { ...beats(50), ...athlete }, 'met'],
  ['PR-2', { ...beats(49), ...athlete }, 'notMet'],
  ['PR-1', beats(50), 'notMet'],
  // Both arms; with one sound arm the physician decides, with none nobody may.
  ['GEN-3', reading({}), 'met'],
  ['GEN-3', reading({ leftArmOk: false }), 'notMet'],
  ['GEN-3', reading({ rightArmOk: false }), 'notMet'],
  ['TMP-1', degrees(375), 'met'],
  ['TMP-1', degrees(376), 'notMet'],
  ['HB-1', blood(120), 'met'],
  ['HB-1', blood(119), 'notMet'],
  ['HB-1', { ...woman, ...blood(115) }, 'met'],
  ['HB-1', { ...woman, ...blood(114) }, 'notMet'],
  ['HB-2', figure('copperSulphate', '1.0520'), 'met'],
  ['HB-2', figure('copperSulphate', '1.0519'), 'notMet'],
  ['HB-2', { ...woman, ...figure('copperSulphate', '1.0510') }, 'met'],
  ['PLT-1', figure('haematocrit', '0.36'), 'met'],
  ['PLT-1', figure('haematocrit', '0.35'), 'notMet'],
  ['PLT-2', figure('plateletCount', '150'), 'met'],
  ['PLT-2', figure('plateletCount', '149'), 'notMet'],
  ['PLT-2', figure('plateletCount', '449'), 'met'],
  ['PLT-2', figure('plateletCount', '450'), 'notMet'],
  ['PLT-3', figure('plateletCountAfter', '100'), 'met'],
  ['PLT-3', figure('plateletCountAfter', '99'), 'notMet'],
  ['TP-1', figure('totalProtein', '60'), 'met'],
  ['TP-1', figure('totalProtein', '59'), 'notMet'],
  ['INT-1', after('wholeBlood', '2019-09-10', 'wholeBlood'), 'met'],
  ['INT-1', after('wholeBlood', '2019-09-11', 'wholeBlood'), 'notMet'],
  ['INT-2', after('platelets', '2020-02-25', 'platelets'), 'met'],
  ['INT-2', after('platelets', '2020-02-26', 'platelets'), 'notMet'],
  ['INT-4', after('platelets', '2020-02-11', 'wholeBlood'), 'met'],
  ['INT-4', after('platelets', '2020-02-12', 'wholeBlood'), 'notMet'],
  ['INT-5', after('wholeBlood', '2019-12-10', 'platelets'), 'met'],
  ['INT-5', after('wholeBlood', '2019-12-11', 'platelets'), 'notMet'],
];

const since = (onsetOn: string, asymptomatic = false) => assessed({ onsetOn, asymptomatic });
const target = (targetMl: number) => ({ targetMl });

const PROGRAMME_LINES: readonly (readonly [pack: string, ...Line])[] = [
  [ED2, 'CCP-1', since('2020-02-18'), 'met'],
  [ED2, 'CCP-1', since('2020-02-19'), 'notMet'],
  [ED2, 'CCP-1', since('2020-02-01', true), 'notMet'],
  [ED3, 'CCP-1', since('2020-02-18', true), 'met'],
  [ED3, 'CCP-1', since('2020-02-19', true), 'notMet'],
  [ED3, 'CCP-1', since('2020-02-19'), 'notMet'],
  [ED2, 'CCP-3', born('1964-03-11'), 'met'],
  [ED2, 'CCP-3', born('1964-03-10'), 'notMet'],
  [ED2, 'CCP-4', kilograms(50), 'met'],
  [ED2, 'CCP-11', target(200), 'met'],
  [ED2, 'CCP-11', target(400), 'met'],
  [ED2, 'CCP-11', target(401), 'notMet'],
  [ED2, 'CCP-12', after('convalescentPlasma', '2020-02-25', 'convalescentPlasma'), 'met'],
  [ED2, 'CCP-12', after('convalescentPlasma', '2020-02-26', 'convalescentPlasma'), 'notMet'],
  // Wuhan: discharged more than fourteen days ago.
  [WUHAN, 'SITE-DISCHARGE', assessed({ dischargedOn: '2020-02-24' }), 'met'],
  [WUHAN, 'SITE-DISCHARGE', assessed({ dischargedOn: '2020-02-25' }), 'notMet'],
  [WUHAN, 'CCP-3', born('1964-03-10'), 'notMet'],
  // Zhejiang: above 50 kg, above 45 kg; more than two weeks since any donation.
  [ZHEJIANG, 'CCP-4', kilograms(50), 'notMet'],
  [ZHEJIANG, 'CCP-4', kilograms(50.1), 'met'],
  [ZHEJIANG, 'CCP-4', { ...woman, ...kilograms(45) }, 'notMet'],
  [ZHEJIANG, 'CCP-12', after('platelets', '2020-02-25', 'convalescentPlasma'), 'notMet'],
  [ZHEJIANG, 'CCP-12', after('platelets', '2020-02-24', 'convalescentPlasma'), 'met'],
  [
    ZHEJIANG,
    'ZJ-NAT',
    assessed({ negativeTests: ['2020-02-20T01:00:00.000Z', '2020-02-25T03:00:00.000Z'] }),
    'met',
  ],
  [
    ZHEJIANG,
    'ZJ-NAT',
    assessed({ negativeTests: ['2020-02-20T01:00:00.000Z', '2020-02-26T03:00:00.000Z'] }),
    'notMet',
  ],
];

test('INV-07 INV-08 the figures of the regulations, typed by hand, judge as the rows do', () => {
  const lines = [...GENERAL_LINES.map((line) => [GENERAL, ...line] as const), ...PROGRAMME_LINES];
  for (const [packId, id, patch, expected] of lines) {
    const { verdict, input } = judgeRule(row(packId, id), { ...goodSubject(), ...patch }).verdict;
    assert.equal(verdict, expected, `${packId} ${id}: ${input.en}`);
  }
});

/** First day on which she may give again after an anchor on 2019-08-31, as the lists say. */
const SPANS: Readonly<Record<string, string>> = {
  T01: '2019-09-03',
  T02: '2019-09-15',
  T03: '2019-11-30',
  T04: '2020-02-29',
  T05: '2020-08-31',
  T07: '2020-02-29',
  T08: '2020-08-31',
  T09: '2019-09-07',
  T09B: '2019-11-30',
  T10: '2019-09-07',
  T10B: '2019-11-30',
  T11: '2019-09-07',
  T12: '2019-09-30',
  T12B: '2019-11-30',
  T13: '2019-09-07',
  T13B: '2019-09-14',
  T14: '2020-08-31',
  T16: '2020-08-31',
  T16B: '2020-02-29',
  T16C: '2020-08-31',
  T16D: '2021-08-31',
  T17: '2020-08-31',
  T17B: '2022-08-31',
  T18: '2020-02-29',
  T18B: '2021-08-31',
  T19: '2019-09-05',
  T20: '2020-08-31',
  T21: '2021-08-31',
  T22: '2020-08-31',
  V01: '2019-09-01',
  V02: '2019-09-14',
  V03: '2019-09-28',
  V04: '2020-08-31',
  V05: '2019-09-28',
  V06: '2020-08-31',
  'C21-V1': '2019-09-02',
  'C21-V2': '2019-09-14',
  'C21-I1': '2020-02-29',
  'C22-V1': '2019-09-02',
  'C22-I1': '2019-09-07',
  'C22-I2': '2020-02-29',
  'C22-I3': '2019-09-07',
};

test('INV-06 every duration of the lists, typed by hand, ends on its day', () => {
  const anchor = '2019-08-31' as CivilDate;
  for (const [id, on] of Object.entries(SPANS)) {
    const expected: ListedSpan = { kind: 'until', on: on as CivilDate };
    assert.deepEqual(spanOf(row(GENERAL, id), anchor, '2023-01-01' as CivilDate), expected, id);
  }
});

test('guidance on COVID-19 counts on its own days: the second edition ends the first', () => {
  const pack = offeredPacks().find((each) => each.pack.packId === GENERAL)?.pack;
  assert.ok(pack);
  const on = (day: string) =>
    rowsInForce(pack, day)
      .map(({ id }) => id)
      .filter((id) => /^C2\d-(V|I)/.test(id));
  assert.deepEqual(on('2021-03-28'), []);
  assert.deepEqual(on('2022-12-16'), ['C21-V1', 'C21-V2', 'C21-I1']);
  assert.deepEqual(on('2022-12-17'), ['C22-V1', 'C22-I1', 'C22-I2']);
  assert.deepEqual(on('2022-12-26'), ['C22-V1', 'C22-I1', 'C22-I2', 'C22-I3']);
});

test('what a physician may decide above a row, and what nobody may', () => {
  const who = (packId: string, id: string, patch: Partial<ScreeningSubject>) =>
    judgeRule(row(packId, id), { ...goodSubject(), ...patch }).verdict.overridableBy;
  const noArm = reading({ leftArmOk: false, rightArmOk: false });
  assert.equal(who(GENERAL, 'GEN-3', reading({ leftArmOk: false })), 'physician');
  assert.equal(who(GENERAL, 'GEN-3', noArm), null);
  // Intervals that no standard gives are left to her (INT-6, INT-7 of the sheet); the statute's are not.
  for (const [id, kind, to] of [
    ['INT-7', 'wholeBlood', 'plasma'],
    ['INT-8', 'platelets', 'plasma'],
    ['INT-9', 'plasma', 'wholeBlood'],
    ['INT-10', 'plasma', 'platelets'],
  ] as const)
    assert.equal(who(GENERAL, id, after(kind, '2020-03-01', to)), 'physician', id);
  assert.equal(who(GENERAL, 'INT-1', after('wholeBlood', '2020-03-01', 'wholeBlood')), null);
  assert.equal(who(ED2, 'SITE-DISCHARGE', assessed({ dischargedOn: '2020-02-26' })), 'physician');
  for (const dischargedOn of ['', '2020-02-30', '2020-03-11'])
    assert.equal(who(ED2, 'SITE-DISCHARGE', assessed({ dischargedOn })), null, dischargedOn);
});

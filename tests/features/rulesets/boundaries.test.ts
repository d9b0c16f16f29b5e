import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DATA_ONLY } from '#shared/features/rulesets/criteria/registry.ts';
import type { RuleRow, RuleVerdict } from '#shared/features/rulesets/model.ts';
import { judgeRule, judgeScreening, passes } from '#shared/features/rulesets/screening.ts';
import type { ScreeningSubject } from '#shared/features/rulesets/subject.ts';
import { addDays, addMonths, type CivilDate } from '#shared/kernel/civil-date.ts';
import { goodReading, goodSubject, packs, TODAY } from './good-subject.ts';

type Verdict = RuleVerdict['verdict'];
type Case = readonly [name: string, patch: Partial<ScreeningSubject>, expected: Verdict];

const param = (row: RuleRow, name: string): number => {
  const value = row.params[name];
  assert.equal(typeof value, 'number', `${row.id}.${name}`);
  return value as number;
};
const reading = (patch: Partial<typeof goodReading>): Partial<ScreeningSubject> => ({
  readings: [{ ...goodReading, ...patch }],
});
const bornYearsAgo = (years: number, days = 0): Partial<ScreeningSubject> => ({
  birthDate: addDays(addMonths(TODAY, -12 * years), days),
});
const assessed = (patch: object): Partial<ScreeningSubject> => {
  const assessment = goodSubject().assessment;
  return assessment ? { assessment: { ...assessment, ...patch } } : {};
};
const answering = (question: string, answer: 'yes' | 'no') => ({
  answers: [
    ...goodSubject().answers.filter((each) => each.question !== question),
    { question, answer, detail: '' },
  ],
});
const gave = (startedOn: CivilDate, donationType: string, more: object = {}) => ({
  startedOn,
  donationType,
  plasmaMl: 400,
  redCellsReturned: 'yes' as const,
  hadReaction: false,
  ...more,
});
const list = (row: RuleRow, name: string): string[] => row.params[name] as string[];

/** Cases just inside, at and outside the limits of a row, and with the fact missing or impossible. */
const CASES: Readonly<Record<string, (row: RuleRow) => readonly Case[]>> = {
  ageBetween: (row) => {
    const max = param(row, 'maxYears');
    const above = row.params['extensionMaxYears'] === undefined ? 'notMet' : 'notApplicable';
    return [
      ['birthday reached', bornYearsAgo(param(row, 'minYears')), 'met'],
      ['a day too young', bornYearsAgo(param(row, 'minYears'), 1), 'notMet'],
      ['a day before too old', bornYearsAgo(max + 1, 1), 'met'],
      ['birthday above', bornYearsAgo(max + 1), above],
      ['far above', bornYearsAgo(70), 'notMet'],
      ['missing', { birthDate: undefined }, 'missing'],
      ['no such day', { birthDate: '1981-02-29' }, 'notMet'],
      ['in the future', { birthDate: '2021-01-01' }, 'notMet'],
      ['121 years', bornYearsAgo(121), 'notMet'],
    ];
  },
  ageExtension: (row) => {
    const before = { history: [gave('2019-01-01' as CivilDate, 'wholeBlood')] };
    const reacted = {
      history: [gave('2019-01-01' as CivilDate, 'wholeBlood', { hadReaction: true })],
    };
    const over = bornYearsAgo(param(row, 'fromYears') + 1);
    const limit = param(row, 'maxYears');
    return [
      ['not needed', bornYearsAgo(param(row, 'fromYears')), 'notApplicable'],
      ['repeat donor', { ...over, ...before }, 'met'],
      ['first time', over, 'notMet'],
      ['reaction on file', { ...over, ...reacted }, 'notMet'],
      ['reaction told', { ...over, ...before, ...answering('Q-16', 'yes') }, 'notMet'],
      ['last year', { ...bornYearsAgo(limit), ...before }, 'met'],
      ['birthday above', { ...bornYearsAgo(limit + 1), ...before }, 'notMet'],
      ['missing', { birthDate: undefined }, 'missing'],
    ];
  },
  minWeightBySex: (row) => [
    ['man at limit', reading({ weightGrams: param(row, 'maleGrams') }), 'met'],
    ['man below', reading({ weightGrams: param(row, 'maleGrams') - 100 }), 'notMet'],
    [
      'woman at limit',
      { ...reading({ weightGrams: param(row, 'femaleGrams') }), sex: 'female' },
      'met',
    ],
    [
      'woman below',
      { ...reading({ weightGrams: param(row, 'femaleGrams') - 100 }), sex: 'female' },
      'notMet',
    ],
    ['missing', reading({ weightGrams: null }), 'missing'],
    ['impossible', reading({ weightGrams: 700_000 }), 'notMet'],
  ],
  range: (row) => {
    const field = row.params['input'] as 'systolic' | 'diastolic';
    return [
      ['at the lower limit', reading({ [field]: param(row, 'min') }), 'met'],
      ['below', reading({ [field]: param(row, 'min') - 1 }), 'notMet'],
      ['just inside above', reading({ [field]: param(row, 'max') - 1 }), 'met'],
      ['at the upper limit', reading({ [field]: param(row, 'max') }), 'notMet'],
      ['missing', reading({ [field]: null }), 'missing'],
      ['impossible', reading({ [field]: 0 }), 'notMet'],
    ];
  },
  pulsePressure: (row) => [
    ['at limit', reading({ systolic: 100, diastolic: 100 - param(row, 'min') }), 'met'],
    ['below', reading({ systolic: 100, diastolic: 101 - param(row, 'min') }), 'notMet'],
    ['missing', reading({ diastolic: null }), 'missing'],
    ['impossible', reading({ systolic: 300, diastolic: 80 }), 'notMet'],
  ],
  pulse: (row) => {
    const athlete = row.params['onlyQuestion'] === undefined ? {} : answering('Q-18', 'yes');
    return [
      ['at lower', { ...athlete, ...reading({ pulse: param(row, 'min') }) }, 'met'],
      ['below', { ...athlete, ...reading({ pulse: param(row, 'min') - 1 }) }, 'notMet'],
      ['at upper', { ...athlete, ...reading({ pulse: param(row, 'max') }) }, 'met'],
      ['above', { ...athlete, ...reading({ pulse: param(row, 'max') + 1 }) }, 'notMet'],
      ['irregular', { ...athlete, ...reading({ pulseRegular: false }) }, 'notMet'],
      ['missing', { ...athlete, ...reading({ pulse: null }) }, 'missing'],
      ['rhythm missing', { ...athlete, ...reading({ pulseRegular: null }) }, 'missing'],
    ];
  },
  temperature: (row) => [
    ['at limit', { doorTemperatureTenthsC: param(row, 'maxTenthsC') }, 'met'],
    ['above', { doorTemperatureTenthsC: param(row, 'maxTenthsC') + 1 }, 'notMet'],
    ['desk above', reading({ temperatureTenthsC: param(row, 'maxTenthsC') + 1 }), 'notMet'],
    ['impossible', { doorTemperatureTenthsC: 200 }, 'notMet'],
    [
      'missing',
      { doorTemperatureTenthsC: undefined, ...reading({ temperatureTenthsC: null }) },
      'missing',
    ],
  ],
  noSymptoms: () => [
    ['none', { symptoms: [] }, 'met'],
    ['cough', { symptoms: ['cough'] }, 'notMet'],
    ['unasked', { symptoms: undefined }, 'missing'],
  ],
  armsSound: () => [
    ['one arm', reading({ leftArmOk: false }), 'met'],
    ['no arm', reading({ leftArmOk: false, rightArmOk: false }), 'notMet'],
    ['one not looked at', reading({ leftArmOk: null }), 'missing'],
  ],
  attestedByPhysician: () => [
    ['seen', {}, 'met'],
    ['not seen', { examined: [] }, 'missing'],
  ],
  minHaemoglobinBySex: (row) => {
    const hb = (grams: number) => ({ bloodTest: { haemoglobinGramsPerLitre: grams, abo: 'A' } });
    return [
      ['man at limit', hb(param(row, 'male')), 'met'],
      ['man below', hb(param(row, 'male') - 1), 'notMet'],
      ['woman at limit', { ...hb(param(row, 'female')), sex: 'female' }, 'met'],
      ['woman below', { ...hb(param(row, 'female') - 1), sex: 'female' }, 'notMet'],
      ['missing', { bloodTest: undefined }, 'missing'],
      ['impossible', hb(999), 'notMet'],
    ];
  },
  groupTyped: () => [
    ['typed', {}, 'met'],
    ['missing', { bloodTest: undefined }, 'missing'],
  ],
  minDaysSince: (row) => {
    const field = row.params['input'] as string;
    const since = (days: number) => assessed({ [field]: addDays(TODAY, -days) });
    return [
      ['on day N', since(param(row, 'minDays')), 'met'],
      ['a day before', since(param(row, 'minDays') - 1), 'notMet'],
      ['in the future', since(-1), 'notMet'],
      ['no such day', assessed({ [field]: '2020-02-30' }), 'notMet'],
      ['unconfirmed', assessed({ confirmed: false }), 'missing'],
      ['missing', { assessment: undefined }, 'missing'],
    ];
  },
  dischargeWithTests: (row) => {
    const hours = param(row, 'hoursApart');
    const tests = (apart: number) => [
      '2020-02-16T01:00:00.000Z',
      new Date(Date.parse('2020-02-16T01:00:00.000Z') + apart * 3_600_000).toISOString(),
    ];
    return [
      ['hours apart at limit', assessed({ negativeTests: tests(hours) }), 'met'],
      ['an hour less', assessed({ negativeTests: tests(hours - 1) }), 'notMet'],
      ['one test', assessed({ negativeTests: tests(hours).slice(0, 1) }), 'notMet'],
      [
        'test in the future',
        assessed({ negativeTests: ['2020-02-16T01:00:00.000Z', '2020-03-11T00:00:00.000Z'] }),
        'notMet',
      ],
      ['unreadable test', assessed({ negativeTests: ['x', 'y'] }), 'notMet'],
      ['left before onset', assessed({ dischargedOn: '2020-01-01' }), 'notMet'],
      ['missing', { assessment: undefined }, 'missing'],
      ['unconfirmed', assessed({ confirmed: false }), 'missing'],
    ];
  },
  assessedFit: () => [
    ['fit', {}, 'met'],
    ['not fit', assessed({ fitForDonation: false }), 'notMet'],
    ['papers not seen', assessed({ documentSeen: false }), 'notMet'],
    ['missing', { assessment: undefined }, 'missing'],
  ],
  questionClear: (row) => {
    const question = row.params['question'] as string;
    const flagged = goodSubject().flaggedAnswer[question] ?? 'yes';
    const clear = flagged === 'yes' ? 'no' : 'yes';
    const changed = {
      changes: [
        { question, from: flagged, to: clear, at: '2020-03-10T01:30:00.000Z', afterRefusal: true },
      ],
    } as const;
    return [
      ['clear', answering(question, clear), 'met'],
      ['flagged', answering(question, flagged), 'notMet'],
      ['flagged, then clear', { ...answering(question, clear), ...changed }, 'caution'],
      ['unanswered', { answers: [] }, 'missing'],
      ['question unknown to the form', { flaggedAnswer: {} }, 'missing'],
    ];
  },
  generalPackInForce: () => [
    ['in force', {}, 'met'],
    ['not adopted', { programmes: ['convalescentPlasma'] }, 'missing'],
  ],
  targetWithin: (row) => [
    ['lowest', { targetMl: param(row, 'minMl') }, 'met'],
    ['below', { targetMl: param(row, 'minMl') - 1 }, 'notMet'],
    ['highest', { targetMl: param(row, 'maxMl') }, 'met'],
    ['above', { targetMl: param(row, 'maxMl') + 1 }, 'notMet'],
    ['not chosen', { targetMl: undefined }, 'notApplicable'],
  ],
  intervalSinceLast: (row) => {
    const from = list(row, 'from')[0] ?? '';
    const donationType = list(row, 'to')[0] ?? '';
    const days = row.params['minDays'] as number | undefined;
    const last =
      days === undefined ? addMonths(TODAY, -param(row, 'minMonths')) : addDays(TODAY, -days);
    const after = (startedOn: CivilDate) => ({ donationType, history: [gave(startedOn, from)] });
    return [
      ['on day N', after(last), 'met'],
      ['a day too early', after(addDays(last, 1)), 'notMet'],
      ['in the future', after(addDays(TODAY, 1)), 'notMet'],
      ['another type', { donationType: 'other' }, 'notApplicable'],
      ['never', { donationType, history: [] }, 'notApplicable'],
      ['type missing', { donationType: undefined }, 'missing'],
    ];
  },
  redCellsReturned: (row) => {
    const lost = (startedOn: CivilDate) => ({
      history: [gave(startedOn, 'convalescentPlasma', { redCellsReturned: 'partly' })],
    });
    return [
      ['on day N', lost(addDays(TODAY, -param(row, 'minDays'))), 'met'],
      ['a day too early', lost(addDays(TODAY, 1 - param(row, 'minDays'))), 'notMet'],
      ['all returned', {}, 'notApplicable'],
    ];
  },
  volumePerYear: (row) => {
    const type = list(row, 'types')[0] ?? '';
    const gaveMl = (plasmaMl: number, on: CivilDate = addDays(TODAY, -30)) => ({
      targetMl: 400,
      history: [gave(on, type, { plasmaMl })],
    });
    const max = param(row, 'maxMl');
    return [
      ['full to the brim', gaveMl(max - 400), 'met'],
      ['one too many', gaveMl(max - 399), 'notMet'],
      ['outside the window', gaveMl(max, addMonths(TODAY, -12)), 'met'],
    ];
  },
  countPerYear: (row) => {
    const type = list(row, 'types')[0] ?? '';
    const times = (count: number) => ({
      history: Array.from({ length: count }, (_each, n) => gave(addDays(TODAY, -14 - n), type)),
    });
    return [
      ['the last allowed', times(param(row, 'max') - 1), 'met'],
      ['one more', times(param(row, 'max')), 'notMet'],
    ];
  },
  noActiveDeferral: () => [
    ['none', {}, 'met'],
    ['one', { activeDeferrals: [{ until: '2020-03-10', hidden: false }] }, 'notMet'],
    ['hidden', { activeDeferrals: [{ until: null, hidden: true }] }, 'notMet'],
  ],
  registerClear: () => [
    ['clear', {}, 'met'],
    ['listed', { register: 'listed' }, 'notMet'],
    ['unanswered', { register: 'unanswered' }, 'missing'],
    ['not asked', { register: undefined }, 'missing'],
  ],
  groupsAgree: () => [
    ['none', {}, 'notApplicable'],
    ['one', { groupsOnRecord: ['A positive', 'A positive'] }, 'met'],
    ['two', { groupsOnRecord: ['A positive', 'B positive'] }, 'notMet'],
  ],
};

for (const row of packs().flatMap((pack) => pack.rules)) {
  if (DATA_ONLY.has(row.criterion)) continue;
  test(`INV-07 boundary of ${row.id}`, () => {
    const cases = CASES[row.criterion]?.(row);
    assert.ok(cases, `no cases for ${row.criterion}`);
    for (const [name, patch, expected] of cases) {
      const { verdict } = judgeRule(row, { ...goodSubject(), ...patch });
      assert.equal(verdict.verdict, expected, `${row.id}: ${name}`);
      assert.ok(verdict.input.zh && verdict.input.en, `${row.id}: ${name} says what it saw`);
    }
    const gutted = { ...row, params: {} };
    const needed = Object.keys(row.params).some((name) =>
      /^(min|max|input|male|question$)/.test(name),
    );
    if (needed)
      assert.ok(!passes(judgeRule(gutted, goodSubject()).verdict) || row.params['to'], row.id);
  });
}

test('every rule lets the good donor pass', () => {
  for (const rule of judgeScreening(packs(), goodSubject()))
    assert.ok(passes(rule.verdict), rule.verdict.ruleId);
});

test('the programme’s own age rule stands for the general one; 56 is the physician’s, 61 and 17 nobody’s', () => {
  const judged = (years: number, days = 0) =>
    judgeScreening(packs(), { ...goodSubject(), ...bornYearsAgo(years, days) });
  assert.ok(!judged(30).some((rule) => rule.verdict.ruleId === 'AGE-1'));
  const ageRule = (rules: ReturnType<typeof judged>) =>
    rules.find((rule) => rule.verdict.ruleId === 'CCP-3')?.verdict;
  assert.equal(ageRule(judged(56))?.verdict, 'notMet');
  assert.equal(ageRule(judged(56))?.overridableBy, 'physician');
  assert.equal(ageRule(judged(61))?.overridableBy, null);
  assert.equal(ageRule(judged(18, 1))?.overridableBy, null);
});

test('of two readings the later counts after the rest, and not before', () => {
  const second = (minutes: number) => ({
    ...goodReading,
    id: 'r2',
    measuredAt: new Date(Date.parse(goodReading.measuredAt) + minutes * 60_000).toISOString(),
    systolic: 134,
    diastolic: 84,
  });
  const first = { ...goodReading, systolic: 146, diastolic: 92 };
  const judge = (minutes: number, restMinutes: number | undefined = 10) => {
    const subject = { ...goodSubject(), restMinutes, readings: [second(minutes), first] };
    return judgeScreening(packs(), subject).find((rule) => rule.verdict.ruleId === 'BP-1')?.verdict;
  };
  assert.equal(judge(10)?.verdict, 'met');
  assert.equal(judge(10)?.replaced.length, 1);
  assert.match(judge(10)?.replaced[0]?.zh ?? '', /146/);
  assert.equal(judge(9)?.verdict, 'notMet');
  const withoutRule = { ...goodSubject(), restMinutes: undefined, readings: [first, second(60)] };
  assert.equal(
    judgeScreening(packs(), withoutRule).find((rule) => rule.verdict.ruleId === 'BP-1')?.verdict
      .verdict,
    'notMet',
  );
});

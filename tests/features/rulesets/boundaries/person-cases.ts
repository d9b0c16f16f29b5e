import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { answering, bornYearsAgo, type CasesOf, gave, param, reading } from './case.ts';

/** Age, weight, pressure, pulse, temperature and the blood test. */
export const personCases: Readonly<Record<string, CasesOf>> = {
  ageBetween: (row) => {
    const max = param(row, 'maxYears');
    const above = row.params['extensionMaxYears'] === undefined ? 'notMet' : 'notApplicable';
    return [
      ['at', 'birthday reached', bornYearsAgo(param(row, 'minYears')), 'met'],
      ['outside', 'a day too young', bornYearsAgo(param(row, 'minYears'), 1), 'notMet'],
      ['inside', 'a day before too old', bornYearsAgo(max + 1, 1), 'met'],
      ['outside', 'birthday above', bornYearsAgo(max + 1), above],
      ['outside', 'far above', bornYearsAgo(70), 'notMet'],
      ['missing', 'unknown', { birthDate: undefined }, 'missing'],
      ['impossible', 'no such day', { birthDate: '1981-02-29' }, 'notMet'],
      ['impossible', 'in the future', { birthDate: '2021-01-01' }, 'notMet'],
      ['impossible', '121 years', bornYearsAgo(121), 'notMet'],
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
      ['apart', 'not needed', bornYearsAgo(param(row, 'fromYears')), 'notApplicable'],
      ['at', 'repeat donor', { ...over, ...before }, 'met'],
      ['outside', 'first time', over, 'notMet'],
      ['outside', 'reaction on file', { ...over, ...reacted }, 'notMet'],
      ['outside', 'reaction told', { ...over, ...before, ...answering('Q-16', 'yes') }, 'notMet'],
      ['missing', 'reactions not asked', { ...over, ...before, answers: [] }, 'missing'],
      ['inside', 'a day before the end', { ...bornYearsAgo(limit + 1, 1), ...before }, 'met'],
      ['outside', 'birthday above', { ...bornYearsAgo(limit + 1), ...before }, 'notMet'],
      ['missing', 'unknown', { birthDate: undefined }, 'missing'],
      ['impossible', 'in the future', { birthDate: '2021-01-01' }, 'notMet'],
    ];
  },
  minWeightBySex: (row) => {
    const step = row.params['exclusive'] === true ? 100 : 0;
    const [male, female] = [param(row, 'maleGrams') + step, param(row, 'femaleGrams') + step];
    const woman = { sex: 'female' } as const;
    return [
      ['inside', 'man above', reading({ weightGrams: male + 100 }), 'met'],
      ['at', 'man at limit', reading({ weightGrams: male }), 'met'],
      ['outside', 'man below', reading({ weightGrams: male - 100 }), 'notMet'],
      ['at', 'woman at limit', { ...reading({ weightGrams: female }), ...woman }, 'met'],
      ['outside', 'woman below', { ...reading({ weightGrams: female - 100 }), ...woman }, 'notMet'],
      ['missing', 'not weighed', reading({ weightGrams: null }), 'missing'],
      ['missing', 'sex unknown', { sex: undefined }, 'missing'],
      ['impossible', '700 kg', reading({ weightGrams: 700_000 }), 'notMet'],
    ];
  },
  targetByWeight: (row) => {
    const [lowest = 0, second = 0] = row.params['fromGrams'] as number[];
    const [least = 0, more = 0] = row.params['maxMl'] as number[];
    const plan = (weightGrams: number | null, targetMl: number | undefined) => ({
      ...reading({ weightGrams }),
      targetMl,
    });
    return [
      ['inside', 'below the most', plan(lowest, least - 1), 'met'],
      ['at', 'the most of the first band', plan(lowest, least), 'met'],
      ['outside', 'a mL more', plan(lowest, least + 1), 'notMet'],
      ['outside', 'a gram below the second band', plan(second - 1, more), 'notMet'],
      ['at', 'the second band', plan(second, more), 'met'],
      ['at', 'far above the last band', plan(120_000, 600), 'met'],
      ['outside', 'more than the last band', plan(120_000, 601), 'notMet'],
      ['outside', 'below the first band', plan(lowest - 1, least), 'notMet'],
      ['missing', 'not weighed', plan(null, least), 'missing'],
      ['apart', 'no target yet', plan(lowest, undefined), 'notApplicable'],
      ['impossible', 'below zero', plan(lowest, -1), 'notMet'],
      ['impossible', '700 kg', plan(700_000, least), 'notMet'],
    ];
  },
  range: (row) => {
    const field = row.params['input'] as 'systolic' | 'diastolic';
    return [
      ['at', 'lower limit', reading({ [field]: param(row, 'min') }), 'met'],
      ['outside', 'below', reading({ [field]: param(row, 'min') - 1 }), 'notMet'],
      ['inside', 'below the upper limit', reading({ [field]: param(row, 'max') - 1 }), 'met'],
      ['outside', 'upper limit', reading({ [field]: param(row, 'max') }), 'notMet'],
      ['missing', 'not measured', reading({ [field]: null }), 'missing'],
      ['impossible', 'zero', reading({ [field]: 0 }), 'notMet'],
      ['impossible', 'a half', reading({ [field]: param(row, 'min') + 0.5 }), 'notMet'],
    ];
  },
  pulsePressure: (row) => {
    const apart = (difference: number) => reading({ systolic: 110, diastolic: 110 - difference });
    return [
      ['inside', 'above', apart(param(row, 'min') + 1), 'met'],
      ['at', 'at limit', apart(param(row, 'min')), 'met'],
      ['outside', 'below', apart(param(row, 'min') - 1), 'notMet'],
      ['missing', 'one not measured', reading({ diastolic: null }), 'missing'],
      ['impossible', '300', reading({ systolic: 300, diastolic: 80 }), 'notMet'],
    ];
  },
  pulse: (row) => {
    const athlete = row.params['onlyQuestion'] === undefined ? {} : answering('Q-18', 'yes');
    const rate = (beats: number | null) => ({ ...athlete, ...reading({ pulse: beats }) });
    return [
      ['at', 'lower', rate(param(row, 'min')), 'met'],
      ['outside', 'below', rate(param(row, 'min') - 1), 'notMet'],
      ['inside', 'below the upper', rate(param(row, 'max') - 1), 'met'],
      ['at', 'upper', rate(param(row, 'max')), 'met'],
      ['outside', 'above', rate(param(row, 'max') + 1), 'notMet'],
      ['outside', 'irregular', { ...athlete, ...reading({ pulseRegular: false }) }, 'notMet'],
      ['missing', 'not taken', rate(null), 'missing'],
      ['missing', 'rhythm not told', { ...athlete, ...reading({ pulseRegular: null }) }, 'missing'],
      ['impossible', 'zero', rate(0), 'notMet'],
    ];
  },
  temperature: (row) => {
    const door = (tenths: number) => ({ doorTemperatureTenthsC: tenths });
    const max = param(row, 'maxTenthsC');
    return [
      ['inside', 'below', door(max - 1), 'met'],
      ['at', 'at limit', door(max), 'met'],
      ['outside', 'above', door(max + 1), 'notMet'],
      ['outside', 'desk above', reading({ temperatureTenthsC: max + 1 }), 'notMet'],
      ['impossible', '20 degrees', door(200), 'notMet'],
      [
        'missing',
        'not taken',
        { doorTemperatureTenthsC: undefined, ...reading({ temperatureTenthsC: null }) },
        'missing',
      ],
    ];
  },
  noSymptoms: () => [
    ['at', 'none', { symptoms: [] }, 'met'],
    ['outside', 'cough', { symptoms: ['cough'] }, 'notMet'],
    ['missing', 'unasked', { symptoms: undefined }, 'missing'],
  ],
  armsSound: () => [
    ['at', 'both arms', {}, 'met'],
    ['outside', 'one arm', reading({ leftArmOk: false }), 'notMet'],
    ['outside', 'no arm', reading({ leftArmOk: false, rightArmOk: false }), 'notMet'],
    ['missing', 'one not looked at', reading({ leftArmOk: null }), 'missing'],
  ],
  attestedByPhysician: (row) => [
    ['at', 'seen', { examined: [row.id] }, 'met'],
    ['missing', 'not seen', { examined: [] }, 'missing'],
    ['outside', 'another thing seen', { examined: ['GEN-9'] }, 'missing'],
  ],
  minHaemoglobinBySex: (row) => {
    const hb = (grams: number) => ({ bloodTest: { haemoglobinGramsPerLitre: grams, abo: 'A' } });
    const woman = { sex: 'female' } as const;
    return [
      ['inside', 'man above', hb(param(row, 'male') + 1), 'met'],
      ['at', 'man at limit', hb(param(row, 'male')), 'met'],
      ['outside', 'man below', hb(param(row, 'male') - 1), 'notMet'],
      ['at', 'woman at limit', { ...hb(param(row, 'female')), ...woman }, 'met'],
      ['outside', 'woman below', { ...hb(param(row, 'female') - 1), ...woman }, 'notMet'],
      ['missing', 'not tested', { bloodTest: undefined }, 'missing'],
      ['impossible', '999', hb(999), 'notMet'],
    ];
  },
  bloodFigure: (row) => {
    const figure = figureOf(row);
    const top =
      row.params['max'] === undefined
        ? []
        : ([
            ['inside', 'below the upper', figure(param(row, 'max') - 1), 'met'],
            ['outside', 'upper limit', figure(param(row, 'max')), 'notMet'],
          ] as const);
    return [
      ['inside', 'above', figure(param(row, 'min') + 1), 'met'],
      ['at', 'at limit', figure(param(row, 'min')), 'met'],
      ['outside', 'below', figure(param(row, 'min') - 1), 'notMet'],
      ...top,
      ['impossible', 'far above', figure(param(row, 'highest') + 1), 'notMet'],
      ['impossible', 'no figure', figureText(row, 'high'), 'notMet'],
      [
        'missing',
        'not measured',
        { bloodTest: { haemoglobinGramsPerLitre: 140, abo: 'A' } },
        'missing',
      ],
      ['missing', 'not tested', { bloodTest: undefined }, 'missing'],
    ];
  },
  bloodFigureBySex: (row) => {
    const figure = figureOf(row);
    const woman = { sex: 'female' } as const;
    return [
      ['inside', 'man above', figure(param(row, 'male') + 1), 'met'],
      ['at', 'man at limit', figure(param(row, 'male')), 'met'],
      ['outside', 'man below', figure(param(row, 'male') - 1), 'notMet'],
      ['at', 'woman at limit', { ...figure(param(row, 'female')), ...woman }, 'met'],
      ['outside', 'woman below', { ...figure(param(row, 'female') - 1), ...woman }, 'notMet'],
      ['inside', 'woman above', { ...figure(param(row, 'female') + 1), ...woman }, 'met'],
      ['impossible', 'far above', figure(param(row, 'highest') + 1), 'notMet'],
      ['missing', 'sex unknown', { ...figure(param(row, 'male')), sex: undefined }, 'missing'],
    ];
  },
  groupTyped: () => [
    ['at', 'typed', {}, 'met'],
    ['missing', 'not typed', { bloodTest: undefined }, 'missing'],
    ['outside', 'another test only', { bloodTest: undefined, readings: [] }, 'missing'],
  ],
};

type Row = Parameters<CasesOf>[0];

const figureText = (row: Row, typed: string) => ({
  bloodTest: {
    haemoglobinGramsPerLitre: 140,
    abo: 'A',
    others: { [row.params['test'] as string]: typed },
  },
});

const figureOf = (row: Row) => (steps: number) =>
  figureText(row, (steps / 10 ** param(row, 'decimals')).toFixed(param(row, 'decimals')));

import type { ProgrammeForm } from '#shared/features/rulesets/programme/form.ts';

/** A filled form for an invented protocol; no value is of a real one. */
export const mersForm: ProgrammeForm = {
  programme: 'mersPlasma',
  disease: { zh: '中东呼吸综合征', en: 'MERS' },
  protocol: '示范方案 2020',
  inForceFrom: '2020-03-10',
  donor: {
    minDaysSinceOnset: 28,
    minDaysSincePositive: 35,
    minDaysSinceDischarge: 14,
    negativeTests: 2,
    hoursApart: 24,
    minYears: 20,
    maxYears: 50,
    hardMaxYears: 55,
    maleGrams: 55_000,
    femaleGrams: 50_000,
  },
  giving: { intervalDays: 28, maxPerYear: 6, targetsMl: [200, 300], ceilingMl: 330 },
  nat: { test: 'MERS-NAT', name: { zh: '中东呼吸综合征核酸', en: 'MERS-CoV NAT' } },
  antibody: {
    test: 'MERS-AB',
    name: { zh: '中东呼吸综合征抗体', en: 'MERS-CoV antibody' },
    iggTitre: 80,
    totalTitre: null,
  },
  products: [
    {
      productCode: 'D0101V00',
      name: { zh: '中东呼吸综合征恢复期血浆', en: 'MERS convalescent plasma' },
      labelText: ['仅供示范方案使用'],
      inactivated: false,
    },
  ],
  storage: { maxTenthsC: -250, shelfLifeMonths: 6, freezeWithinMinutes: 240 },
  places: ['P-MERS-Q', 'P-MERS-R'],
};

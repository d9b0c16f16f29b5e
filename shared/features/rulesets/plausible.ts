import type { Json } from '../../kernel/json.ts';
import type { RulePack } from './model.ts';

type Bounds = readonly [low: number, high: number];

const DAYS: Bounds = [0, 3660];
const MONTHS: Bounds = [1, 600];
const YEARS: Bounds = [0, 120];
const HOURS: Bounds = [1, 720];
const MINUTES: Bounds = [1, 10_080];
const ML: Bounds = [1, 20_000];
const GRAMS: Bounds = [1, 300_000];
const TENTHS_C: Bounds = [-2000, 2000];
const SHARE: Bounds = [0, 1000];
const COUNT: Bounds = [1, 100];
const FIGURE: Bounds = [0, 100_000];

/**
 * Between which whole numbers a parameter of a rule can lie at all. Outside them a unit was mistaken or
 * a key slipped; no source gives these bounds, they only catch mistakes [project default].
 */
export const PLAUSIBLE: Readonly<Record<string, Bounds>> = {
  afterRefusalDays: DAYS,
  approvedMinDays: DAYS,
  arms: [1, 2],
  belowGrams: GRAMS,
  days: DAYS,
  daysBefore: DAYS,
  decimals: [0, 6],
  diastolic: FIGURE,
  everyMinutes: MINUTES,
  extensionMaxYears: YEARS,
  female: FIGURE,
  femaleGrams: GRAMS,
  fewBlanks: FIGURE,
  fewKits: FIGURE,
  fewLabels: FIGURE,
  fewNumbers: FIGURE,
  firstDay: [1, 7],
  fromGrams: GRAMS,
  fromYears: YEARS,
  haemoglobinGramsPerLitre: FIGURE,
  hardMaxYears: YEARS,
  highest: FIGURE,
  hours: HOURS,
  hoursApart: HOURS,
  iggTitre: FIGURE,
  lowest: FIGURE,
  male: FIGURE,
  maleGrams: GRAMS,
  max: FIGURE,
  maxAgeMinutes: MINUTES,
  maxDays: DAYS,
  maxDiffGrams: GRAMS,
  maxGrams: GRAMS,
  maxHours: HOURS,
  maxMinutes: MINUTES,
  maxMl: ML,
  maxMlPerKg: COUNT,
  maxPlasmaMl: ML,
  maxTenthsC: TENTHS_C,
  maxUnits: COUNT,
  maxUnitsPerLitre: FIGURE,
  maxYears: YEARS,
  menBelowGrams: GRAMS,
  milligramsPerMl: [900, 1200],
  min: FIGURE,
  minDays: DAYS,
  minDaysSincePositive: DAYS,
  minDonations: COUNT,
  minMl: ML,
  minMlPerKg: COUNT,
  minMonths: MONTHS,
  minPerMille: SHARE,
  minSeconds: [1, 3600],
  minTenthsC: TENTHS_C,
  minYears: YEARS,
  minutes: MINUTES,
  mlPerDonation: ML,
  month: [1, 12],
  months: MONTHS,
  natRounds: [0, 10],
  negativeTests: [1, 10],
  overYears: YEARS,
  perMille: SHARE,
  percent: [0, 100],
  plasmaWithOneUnitMl: ML,
  pulse: FIGURE,
  restMinutes: MINUTES,
  rounds: [1, 10],
  serologyRounds: [0, 10],
  systolic: FIGURE,
  temperatureTenthsC: TENTHS_C,
  totalTitre: FIGURE,
  validNonreactiveRepeats: [1, 10],
  volumesMl: ML,
  weeks: [1, 6],
  weightGrams: GRAMS,
  withDiseaseFromYears: YEARS,
  withinMinutes: MINUTES,
};

/** Parameters of a pack that cannot be meant, as `rule.parameter`: such a pack is not adopted. */
export function implausible(pack: RulePack): readonly string[] {
  return pack.rules.flatMap((row) =>
    Object.entries(row.params)
      .filter(([name, value]) => !isPlausible(name, value))
      .map(([name]) => `${row.id}.${name}`),
  );
}

/** Whole and within its bounds; lists number by number. Texts and switches have no bounds here. */
export function isPlausible(name: string, value: Json): boolean {
  if (Array.isArray(value)) return value.every((each) => isPlausible(name, each));
  const bounds = Object.hasOwn(PLAUSIBLE, name) ? PLAUSIBLE[name] : undefined;
  if (bounds === undefined) return typeof value !== 'number';
  return Number.isInteger(value) && Number(value) >= bounds[0] && Number(value) <= bounds[1];
}

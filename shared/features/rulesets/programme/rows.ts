import type { Json } from '../../../kernel/json.ts';
import { both, same } from '../criteria/judged.ts';
import type { Bilingual, RuleRow } from '../model.ts';
import type { ProgrammeForm } from './form.ts';
import { STOCK_ROW } from './shelves.ts';

/** What the form says in the place of a row of the template. */
export interface FilledRow {
  readonly criterion?: string;
  readonly params: Readonly<Record<string, Json>>;
  readonly item?: Bilingual;
  readonly limit: Bilingual;
  readonly donorText?: Bilingual;
}

type ClinicalUse = NonNullable<ProgrammeForm['clinicalUse']>;
type Severity = ClinicalUse['severities'][number];

/** Where in the chain shelves are asked. */
export const STOCK_STAGE = 'release';

const atLeastDays = (days: number) => both(`≥ ${days} 天`, `≥ ${days} days`);
const kilograms = (grams: number) => `${grams / 1000} kg`;
const degrees = (tenths: number) => `${tenths / 10} ℃`.replace('-', '−');

/** Lowest and highest volume that a donor may be asked for, mL. */
export function volumeRange({ giving }: ProgrammeForm): readonly [number, number] {
  return [Math.min(...giving.targetsMl), Math.max(...giving.targetsMl)];
}

/** The titres that count, in words: `IgG 1:160 或总抗体 1:320`. */
export function titreWords({ antibody }: ProgrammeForm): Bilingual {
  const { iggTitre, totalTitre } = antibody;
  const igg = iggTitre === null ? [] : [same(`IgG 1:${iggTitre}`)];
  const total =
    totalTitre === null ? [] : [both(`总抗体 1:${totalTitre}`, `total 1:${totalTitre}`)];
  const all = [...igg, ...total];
  return both(
    `${all.map((each) => each.zh).join(' 或')} 阳性`,
    `${all.map((each) => each.en).join(' or ')} reactive`,
  );
}

/** How the form fills each row of the template; a row that is not named here is taken over as it is. */
const FILLED: Readonly<Record<string, (form: ProgrammeForm) => FilledRow | undefined>> = {
  'CCP-1': sinceInfection,
  'CCP-2': ({ donor: { negativeTests, hoursApart } }) => ({
    params: { negativeTests, hoursApart },
    item: both('出院与核酸阴性', 'Discharge and negative NATs'),
    limit: both(
      `${negativeTests} 次，间隔 ≥ ${hoursApart} h`,
      `${negativeTests}, ≥ ${hoursApart} h apart`,
    ),
  }),
  'CCP-3': ({ donor: { minYears, maxYears, hardMaxYears } }) => ({
    params: { minYears, maxYears, softMax: true, hardMaxYears, standsFor: ['AGE-1', 'AGE-2'] },
    limit: both(
      `${minYears}–${maxYears} 岁，医师可放宽至 ${hardMaxYears} 岁`,
      `${minYears}–${maxYears} years, up to ${hardMaxYears} by a physician`,
    ),
  }),
  'CCP-4': ({ donor: { maleGrams, femaleGrams } }) => ({
    params: { maleGrams, femaleGrams },
    limit: both(
      `男 ≥ ${kilograms(maleGrams)}，女 ≥ ${kilograms(femaleGrams)}`,
      `men ≥ ${kilograms(maleGrams)}, women ≥ ${kilograms(femaleGrams)}`,
    ),
  }),
  'SITE-DISCHARGE': ({ donor: { minDaysSinceDischarge: minDays } }) => ({
    params: { input: 'dischargedOn', minDays },
    limit: atLeastDays(minDays),
  }),
  'CCP-11': (form) => {
    const [minMl, maxMl] = volumeRange(form);
    return { params: { minMl, maxMl }, limit: same(`${minMl}–${maxMl} mL`) };
  },
  'CCP-12': ({ giving: { intervalDays: minDays } }) => ({
    params: {
      from: ['convalescentPlasma', 'plasma'],
      to: ['convalescentPlasma'],
      minDays,
    },
    limit: atLeastDays(minDays),
  }),
  'SITE-COUNT': ({ giving: { maxPerYear: max } }) => ({
    params: { max, months: 12, types: ['convalescentPlasma', 'plasma'] },
    limit: both(`≤ ${max} 次`, `≤ ${max}`),
  }),
  'SITE-CEILING': ({ giving: { ceilingMl } }) => ({
    params: { maxPlasmaMl: ceilingMl },
    limit: both(`不含抗凝剂 ≤ ${ceilingMl} mL`, `without anticoagulant ≤ ${ceilingMl} mL`),
  }),
  'LAB-5': (form) => ({
    params: { ...titresOf(form) },
    item: form.antibody.name,
    limit: titreWords(form),
  }),
  'SITE-OWNTEST': testedBeforehand,
  'PREP-3': ({ products }) => ({
    params: { names: products.map((product) => product.name.zh) },
    limit: same(products.map((product) => product.name.zh).join('、')),
  }),
  'PREP-5': ({ storage: { maxTenthsC } }) => ({
    params: { maxTenthsC },
    limit: same(`≤ ${degrees(maxTenthsC)}`),
  }),
  'SITE-FREEZE': ({ storage: { freezeWithinMinutes: withinMinutes } }) => ({
    params: { withinMinutes },
    limit: same(`≤ ${withinMinutes} min`),
  }),
};

/** How ill the patients are, in words. */
const SEVERITY_WORDS: Readonly<Record<Severity, Bilingual>> = {
  mild: both('轻型', 'mild'),
  ordinary: both('普通型', 'ordinary'),
  fastProgression: both('快速进展', 'fast progression'),
  severe: both('重型', 'severe'),
  critical: both('危重型', 'critical'),
};

/** The rows of clinical use, where the form tells it. */
const FILLED_USE: Readonly<Record<string, (use: ClinicalUse) => FilledRow>> = {
  'USE-1': ({ severities }) => ({
    params: { severities },
    limit: both(
      severities.map((each) => SEVERITY_WORDS[each].zh).join('、'),
      severities.map((each) => SEVERITY_WORDS[each].en).join(', '),
    ),
  }),
  'USE-2': ({ maxCourseDays: maxDays }) => ({
    params: { maxDays },
    limit: both(`≤ ${maxDays ?? '—'} 天`, `≤ ${maxDays ?? '—'} days`),
  }),
  'USE-4': ({ minMl, maxMl, minMlPerKg, maxMlPerKg }) => ({
    params: { minMl, maxMl, minMlPerKg, maxMlPerKg },
    limit: both(
      `${minMl}–${maxMl} mL（${minMlPerKg}–${maxMlPerKg} mL/kg）`,
      `${minMl}–${maxMl} mL (${minMlPerKg}–${maxMlPerKg} mL/kg)`,
    ),
  }),
};

/** The row as the form fills it; undefined for one that the form says nothing of. */
export function filledRow(rowId: string, form: ProgrammeForm): FilledRow | undefined {
  if (Object.hasOwn(FILLED, rowId)) return FILLED[rowId]?.(form);
  const { clinicalUse } = form;
  return clinicalUse && Object.hasOwn(FILLED_USE, rowId)
    ? FILLED_USE[rowId]?.(clinicalUse)
    : undefined;
}

/** The row of the programme's own shelves. */
export function stockRow(form: ProgrammeForm, like: RuleRow): RuleRow {
  return {
    ...like,
    id: STOCK_ROW,
    stage: STOCK_STAGE,
    criterion: 'parameter',
    params: { places: form.places },
    clause: '站点规则',
    item: both('单独库位', 'Shelves of its own'),
    limit: both(
      `只放本项目的血浆：${form.places.join('、')}`,
      `this programme’s plasma only: ${form.places.join(', ')}`,
    ),
  };
}

function sinceInfection({ donor }: ProgrammeForm): FilledRow {
  const { minDaysSinceOnset: minDays, minDaysSincePositive } = donor;
  if (minDaysSincePositive === null)
    return {
      criterion: 'minDaysSince',
      params: { input: 'onsetOn', minDays },
      item: both('距首发症状', 'Since first symptom'),
      limit: atLeastDays(minDays),
    };
  return {
    criterion: 'minDaysSinceInfection',
    params: { minDays, minDaysSincePositive },
    item: both('距首发症状或首次核酸阳性', 'Since first symptom, or first positive test'),
    limit: both(
      `有症状 ≥ ${minDays} 天；无症状，距首次阳性 ≥ ${minDaysSincePositive} 天`,
      `with symptoms ≥ ${minDays} days; without, ≥ ${minDaysSincePositive} days since the first positive`,
    ),
  };
}

/** Tests done beforehand that count as the donation's own; a form that names none leaves it at never. */
function testedBeforehand({ beforehand, nat, antibody }: ProgrammeForm): FilledRow | undefined {
  const chosen = beforehand?.tests.flatMap((each) => (each === 'nat' ? (nat ?? []) : antibody));
  if (!beforehand || !chosen) return undefined;
  const { days } = beforehand;
  const named = (language: 'zh' | 'en', comma: string) =>
    chosen.map(({ name }) => name[language]).join(comma);
  return {
    params: { days, tests: chosen.map(({ test }) => test) },
    limit: both(
      `${named('zh', '、')}：采浆前 ${days} 天内`,
      `${named('en', ', ')}: up to ${days} days before`,
    ),
    donorText: both(
      '这项检测可以用您献浆前的结果，不必重做。',
      'For this test the result from before your donation is enough.',
    ),
  };
}

/** An assay that does not count has no figure: a result by it is then never good (INV-10). */
function titresOf({ antibody: { iggTitre, totalTitre } }: ProgrammeForm): Record<string, number> {
  return {
    ...(iggTitre === null ? {} : { iggTitre }),
    ...(totalTitre === null ? {} : { totalTitre }),
  };
}

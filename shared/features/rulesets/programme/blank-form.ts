import type { RulePack } from '../model.ts';
import { numberParam, ruleParam } from '../params.ts';
import { type ProgrammeForm, SEVERITIES } from './form.ts';

/** What the template has in the place of each value: what a new form begins with. */
export type BlankForm = Pick<ProgrammeForm, 'donor' | 'giving' | 'storage' | 'clinicalUse'> & {
  readonly antibody: Pick<ProgrammeForm['antibody'], 'iggTitre' | 'totalTitre'>;
};

/**
 * The template's own values for a new form; undefined where the template lacks a row that the form
 * fills. What names the new disease, its product and its shelves has no value to begin with.
 */
export function blankForm(template: RulePack): BlankForm | undefined {
  const [type] = template.donationTypes;
  const [product] = type?.products ?? [];
  const figure = (rule: string, name: string) => numberParam(template, rule, name) ?? Number.NaN;
  const severities = ruleParam(template, 'USE-1', 'severities');
  const listed = Array.isArray(severities) ? severities : [];
  if (!type || !product) return undefined;
  const form: BlankForm = {
    donor: {
      minDaysSinceOnset: figure('CCP-1', 'minDays'),
      minDaysSincePositive: null,
      minDaysSinceDischarge: figure('SITE-DISCHARGE', 'minDays'),
      negativeTests: figure('CCP-2', 'negativeTests'),
      hoursApart: figure('CCP-2', 'hoursApart'),
      minYears: figure('CCP-3', 'minYears'),
      maxYears: figure('CCP-3', 'maxYears'),
      hardMaxYears: figure('CCP-3', 'hardMaxYears'),
      maleGrams: figure('CCP-4', 'maleGrams'),
      femaleGrams: figure('CCP-4', 'femaleGrams'),
    },
    giving: {
      intervalDays: figure('CCP-12', 'minDays'),
      maxPerYear: figure('SITE-COUNT', 'max'),
      targetsMl: [...type.targetsMl],
      ceilingMl: figure('SITE-CEILING', 'maxPlasmaMl'),
    },
    antibody: { iggTitre: figure('LAB-5', 'iggTitre'), totalTitre: figure('LAB-5', 'totalTitre') },
    clinicalUse: {
      severities: SEVERITIES.filter((each) => listed.includes(each)),
      maxCourseDays: figure('USE-2', 'maxDays'),
      minMl: figure('USE-4', 'minMl'),
      maxMl: figure('USE-4', 'maxMl'),
      minMlPerKg: figure('USE-4', 'minMlPerKg'),
      maxMlPerKg: figure('USE-4', 'maxMlPerKg'),
    },
    storage: {
      maxTenthsC: product.storageMaxTenthsC,
      shelfLifeMonths: product.shelfLifeMonths,
      freezeWithinMinutes: product.freezeWithinMinutes,
    },
  };
  return hasNaN(form) ? undefined : form;
}

function hasNaN(value: unknown): boolean {
  if (typeof value === 'number') return Number.isNaN(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(hasNaN);
}

import type {
  Bilingual,
  DonationTypeRow,
  ProductRow,
  RequiredTest,
  RulePack,
  RuleRow,
} from '../model.ts';
import type { ProgrammeForm } from './form.ts';
import { filledRow, STOCK_STAGE, stockRow, titreWords, volumeRange } from './rows.ts';

/** The pack that a new programme is made from. */
export const TEMPLATE = 'convalescent-plasma-ed2';

/** The template's protocol, as its clauses name it: the new programme's takes its place. */
const TEMPLATE_PROTOCOL = '试行第二版';

/** Names of the template's own disease in its texts, the longest first. */
const TEMPLATE_DISEASE = { zh: ['新冠肺炎', '新冠'], en: ['COVID-19', 'SARS-CoV-2'] } as const;

/** The volumes that the template's consent speaks of. */
const TEMPLATE_VOLUMES: Bilingual = { zh: '200 到 400 mL', en: '200 to 400 mL' };

/** How the template's consent speaks of both tests for its disease, and of the antibody alone. */
const TEMPLATE_BOTH_TESTS: Bilingual = {
  zh: '新冠核酸和抗体',
  en: 'SARS-CoV-2 by NAT and antibody',
};
const ANTIBODY_ALONE: Bilingual = { zh: '新冠抗体', en: 'SARS-CoV-2 by antibody' };

/** Tests of the template's panel that are about its disease: the form names the new ones. */
export const TEMPLATE_NAT = 'SARS2-NAT';
export const TEMPLATE_ANTIBODY = 'AB';

/** Clinical use is told by the new protocol or by nobody: what the form leaves out is not taken over. */
const CLINICAL_STAGE = 'transfusion';

/** What the source of a row says: read in the form, or taken over. */
const FROM_FORM = 'form';
const FROM_TEMPLATE = 'template';

/** The pack of a programme made by form: its name is the programme's, whatever its revision. */
export function packIdOf(programme: string): string {
  return `programme-${programme}`;
}

/**
 * The whole pack that a form makes of the template: rows with the form's values, rows taken over with
 * the template named as their source, the form's products and tests, and the shelves of its own. Every
 * value that the template's protocol or nobody confirms is to be confirmed by two persons.
 */
export function programmePack(template: RulePack, form: ProgrammeForm, revision: number): RulePack {
  const say = renaming(form);
  const rules = template.rules
    .filter((row) => isAsked(row, form))
    .map((row) => rowOf(row, form, say));
  const like = rules.find((row) => row.stage === STOCK_STAGE);
  return {
    packId: packIdOf(form.programme),
    programme: form.programme,
    revision,
    kind: 'standard',
    succeeds: null,
    title: {
      zh: `${form.disease.zh}恢复期血浆（${form.protocol}）`,
      en: `${form.disease.en} convalescent plasma`,
    },
    demo: false,
    inForceFrom: form.inForceFrom,
    inForceTo: null,
    rules: like === undefined ? rules : [...rules, stockRow(form, asOfForm(like, form))],
    donationTypes: template.donationTypes.map((type) => donationTypeOf(type, form)),
    questionnaire: template.questionnaire && {
      ...renamed(template.questionnaire, say),
      id: `${form.programme}-questionnaire`,
      version: revision,
    },
    consent: template.consent && {
      ...renamed(template.consent, say),
      id: `${form.programme}-consent`,
      version: revision,
    },
  };
}

/** Whether the new programme has a row of the template at all. */
function isAsked({ id, stage }: RuleRow, { nat, clinicalUse }: ProgrammeForm): boolean {
  if (id === 'LAB-4') return nat !== null;
  if (stage !== CLINICAL_STAGE) return true;
  return clinicalUse ? id !== 'USE-2' || clinicalUse.maxCourseDays !== null : false;
}

type Say = (text: Bilingual) => Bilingual;

/** Puts the new disease and volumes into a text of the template. */
function renaming(form: ProgrammeForm): Say {
  const [least, most] = volumeRange(form);
  const volumes: Bilingual =
    least === most
      ? { zh: `${least} mL`, en: `${least} mL` }
      : { zh: `${least} 到 ${most} mL`, en: `${least} to ${most} mL` };
  const inLanguage = (text: string, language: 'zh' | 'en'): string => {
    const tests = form.nat === null ? ANTIBODY_ALONE : TEMPLATE_BOTH_TESTS;
    const told = text
      .replaceAll(TEMPLATE_VOLUMES[language], volumes[language])
      .replaceAll(TEMPLATE_BOTH_TESTS[language], tests[language]);
    return TEMPLATE_DISEASE[language].reduce(
      (said, name) => said.replaceAll(name, form.disease[language]),
      told,
    );
  };
  return ({ zh, en }) => ({ zh: inLanguage(zh, 'zh'), en: inLanguage(en, 'en') });
}

/** The same value with every text in it renamed, however deep it stands. */
function renamed<T>(value: T, say: Say): T {
  if (Array.isArray(value)) return value.map((each) => renamed(each, say)) as T;
  if (typeof value !== 'object' || value === null) return value;
  if (isBilingual(value)) return say(value) as T;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, renamed(each, say)]),
  ) as T;
}

function isBilingual(value: object): value is Bilingual {
  const { zh, en } = value as Partial<Bilingual>;
  return typeof zh === 'string' && typeof en === 'string';
}

function rowOf(row: RuleRow, form: ProgrammeForm, say: Say): RuleRow {
  const own = { ...renamed(asOfForm(row, form), say), params: withOwnTests(row.params, form) };
  const filled = filledRow(row.id, form);
  if (filled) return { ...own, ...filled };
  const isOfProtocol = row.clause.startsWith(TEMPLATE_PROTOCOL);
  return {
    ...own,
    jurisdiction: isOfProtocol ? own.jurisdiction : row.jurisdiction,
    source: `${row.source}; ${FROM_TEMPLATE}`,
    certainty: isOfProtocol ? 'toConfirm' : row.certainty,
  };
}

/** A row that lists tests names the form's own in the place of the template's. */
function withOwnTests(params: RuleRow['params'], form: ProgrammeForm): RuleRow['params'] {
  const { tests } = params;
  if (!Array.isArray(tests)) return params;
  const own: Readonly<Record<string, readonly string[]>> = {
    [TEMPLATE_NAT]: form.nat === null ? [] : [form.nat.test],
    [TEMPLATE_ANTIBODY]: [form.antibody.test],
  };
  return { ...params, tests: tests.map(String).flatMap((test) => own[test] ?? [test]) };
}

/** The row as a value of the new programme: its protocol, its first day, nobody's confirmation yet. */
function asOfForm(row: RuleRow, form: ProgrammeForm): RuleRow {
  return {
    ...row,
    jurisdiction: 'site',
    source: FROM_FORM,
    clause: row.clause.replace(TEMPLATE_PROTOCOL, form.protocol),
    inForceFrom: form.inForceFrom,
    inForceTo: null,
    certainty: 'toConfirm',
    confirmedBy: null,
    confirmedOn: null,
  };
}

/**
 * The kind of donation stays the template's, so that intervals and yearly limits count over all
 * programmes together: what the body gives is the same, whichever disease the donor had.
 */
function donationTypeOf(type: DonationTypeRow, form: ProgrammeForm): DonationTypeRow {
  const [like] = type.products;
  const name = {
    zh: `${form.disease.zh}恢复期血浆`,
    en: `${form.disease.en} convalescent plasma`,
  };
  return {
    ...type,
    name,
    targetsMl: form.giving.targetsMl.toSorted((a, b) => a - b),
    products:
      like === undefined ? [] : form.products.map((product) => productOf(product, form, like)),
    panel: type.panel.flatMap((test) => testOf(test, form)),
  };
}

function productOf(
  { productCode, name, labelText, inactivated }: ProgrammeForm['products'][number],
  { storage: { maxTenthsC, shelfLifeMonths, freezeWithinMinutes } }: ProgrammeForm,
  like: ProductRow,
): ProductRow {
  const degrees = `${maxTenthsC / 10} ℃`.replace('-', '−');
  return {
    ...like,
    productCode,
    name,
    labelText,
    inactivated,
    storage: { zh: `${degrees} 以下`, en: `below ${degrees}` },
    storageMaxTenthsC: maxTenthsC,
    shelfLifeMonths,
    freezeWithinMinutes,
  };
}

function testOf(test: RequiredTest, form: ProgrammeForm): readonly RequiredTest[] {
  const own = { ...test, clause: test.clause.replace(TEMPLATE_PROTOCOL, form.protocol) };
  if (test.test === TEMPLATE_NAT) return form.nat === null ? [] : [{ ...own, ...form.nat }];
  const { test: code, name } = form.antibody;
  if (test.test === TEMPLATE_ANTIBODY)
    return [{ ...own, test: code, name, limit: titreWords(form) }];
  return [own];
}

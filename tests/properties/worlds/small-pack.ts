import type { RequiredTest, RulePack, RuleRow } from '#shared/features/rulesets/model.ts';

const said = (text: string) => ({ zh: text, en: text });

/** A row of figures that no criterion judges. */
export function rule(id: string, params: RuleRow['params']): RuleRow {
  return {
    id,
    clause: id,
    source: 'none',
    confidence: 'verified',
    criterion: 'parameter',
    item: said(id),
    limit: said(id),
    params,
    overridableBy: null,
    stage: 'site',
  } as unknown as RuleRow;
}

function requirement(
  test: string,
  kind: RequiredTest['kind'],
  more: Partial<RequiredTest> = {},
): RequiredTest {
  return {
    test,
    name: said(test),
    kind,
    acceptable: ['nonreactive'],
    rounds: 1,
    differentReagents: false,
    limit: said(test),
    clause: test,
    deferralMarker: kind === 'marker' ? test : null,
    ...more,
  };
}

export const PRODUCT = 'E4693V00';

const BENCH_RULES = [
  rule('SITE-RETEST', { validNonreactiveRepeats: 2, kinds: ['marker'] }),
  rule('SITE-FREEZER', { maxAgeMinutes: 60 }),
  rule('PREP-2', { minMl: 100, maxMl: 300 }),
  rule('PREP-5', { maxTenthsC: -200 }),
  rule('LAB-3', { maxUnitsPerLitre: 50 }),
  rule('SITE-INTAKE', { percent: 10 }),
  rule('SITE-DISCARD', { maxDiffGrams: 5 }),
];

/**
 * The least pack of a programme with everything that laboratory, label and shelf ask of one: a marker
 * in two rounds of different reagents, the groups, one product. Policy is data; a small one keeps a world
 * small enough to be seen whole.
 */
export function smallPack(more: Partial<RulePack> & { rounds?: number } = {}): RulePack {
  const { rounds = 1, ...fields } = more;
  return {
    packId: 'small',
    programme: 'convalescentPlasma',
    revision: 1,
    title: said('small'),
    demo: true,
    inForceFrom: '2020-01-01',
    inForceTo: null,
    rules: BENCH_RULES,
    donationTypes: [
      {
        id: 'convalescentPlasma',
        name: said('plasma'),
        targetsMl: [200],
        products: [
          {
            productCode: PRODUCT,
            name: said('plasma'),
            anticoagulant: 'ACD-A',
            storage: said('−20 ℃'),
            storageMaxTenthsC: -200,
            shelfLifeMonths: 12,
            freezeWithinMinutes: 360,
            inactivated: false,
            labelText: [],
          },
        ],
        panel: [
          requirement('HBV', 'marker', { rounds, differentReagents: rounds > 1 }),
          requirement('ABO', 'abo', { acceptable: [] }),
          requirement('RhD', 'rhd', { acceptable: [] }),
        ],
        tubes: ['serology', 'group'],
      },
    ],
    questionnaire: null,
    consent: null,
    ...fields,
  };
}

/** The general donor check without a rule: numbers are given on the visit's own gates alone. */
export function emptyGeneralPack(): RulePack {
  return smallPack({ packId: 'general', programme: 'generalDonor', rules: [], donationTypes: [] });
}

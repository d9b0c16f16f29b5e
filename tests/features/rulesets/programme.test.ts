import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { contentHash } from '#electron/features/rulesets/hash.ts';
import { offeredPacks, templatePack } from '#electron/features/rulesets/offers.ts';
import { unknownCriteria } from '#shared/features/rulesets/criteria/registry.ts';
import type { RulePack } from '#shared/features/rulesets/model.ts';
import { ruleOf } from '#shared/features/rulesets/params.ts';
import { implausible } from '#shared/features/rulesets/plausible.ts';
import { blankForm } from '#shared/features/rulesets/programme/blank-form.ts';
import { type ProgrammeForm, programmeForm } from '#shared/features/rulesets/programme/form.ts';
import { programmePack } from '#shared/features/rulesets/programme/pack.ts';
import { formProblems } from '#shared/features/rulesets/programme/problems.ts';
import { readRulePack } from '#shared/features/rulesets/schema.ts';
import { marksIn } from '#shared/features/rulesets/sources.ts';
import { boundary } from './boundaries/boundary.ts';
import { mersForm } from './programme-form.ts';

const template = templatePack();
const shelves = mersForm.places.map((code, n) => ({
  code,
  kind: n === 0 ? 'quarantine' : 'qualified',
  active: true,
}));
const packs = offeredPacks().map(({ pack }) => pack);
const problems = (form: ProgrammeForm, others: readonly RulePack[] = packs) =>
  formProblems(form, { packs: others, template, shelves }).map(({ code }) => code);

test('a filled form becomes a whole pack: its values in the rows, the template named for the others', () => {
  const pack = programmePack(template, mersForm, 1);
  assert.deepEqual(readRulePack(pack), pack);
  assert.deepEqual([unknownCriteria(pack.rules), implausible(pack)], [[], []]);
  assert.match(contentHash(pack), /^[0-9a-f]{64}$/);
  const params = (id: string) => ruleOf(pack, id)?.params;
  assert.deepEqual(params('CCP-1'), { minDays: 28, minDaysSincePositive: 35 });
  assert.equal(params('CCP-12')?.['minDays'], 28);
  assert.deepEqual(params('CCP-11'), { minMl: 200, maxMl: 300 });
  assert.deepEqual(params('LAB-5'), { iggTitre: 80 }, 'an assay that does not count has no figure');
  assert.deepEqual(params('SITE-STOCK'), { places: mersForm.places });
  assert.equal(ruleOf(pack, 'CCP-1')?.clause, '示范方案 2020 § 供者');
  assert.equal(ruleOf(pack, 'USE-1'), undefined, 'clinical use that nobody told is not taken over');
  for (const row of pack.rules)
    assert.ok(marksIn(row.source).length > 0, `${row.id}: ${row.source}`);
  const unconfirmed = pack.rules.filter((row) => row.certainty === 'toConfirm').map(({ id }) => id);
  for (const id of ['CCP-1', 'CCP-4', 'CCP-12', 'LAB-1', 'LAB-5', 'SITE-STOCK'])
    assert.ok(unconfirmed.includes(id), `${id} is to be confirmed anew`);
  assert.equal(ruleOf(pack, 'SITE-FREEZER')?.certainty, 'verified', 'a general standard stays');
  const [type] = pack.donationTypes;
  assert.equal(type?.id, 'convalescentPlasma', 'intervals count over all programmes');
  assert.deepEqual(type?.products[0]?.labelText, ['仅供示范方案使用']);
  const tests = type?.panel.map((each) => each.test) ?? [];
  assert.deepEqual(tests.slice(-2), ['MERS-NAT', 'MERS-AB']);
});

test('clinical use that the protocol tells becomes rows of the programme, to be confirmed', () => {
  const clinicalUse = {
    severities: ['severe' as const, 'critical' as const],
    maxCourseDays: 14,
    ...{ minMl: 250, maxMl: 400, minMlPerKg: 3, maxMlPerKg: 5 },
  };
  const told = { ...mersForm, clinicalUse };
  assert.deepEqual(problems(told), []);
  const pack = programmePack(template, told, 1);
  const row = (id: string) => ruleOf(pack, id);
  assert.deepEqual(row('USE-1')?.params, { severities: ['severe', 'critical'] });
  assert.equal(row('USE-1')?.limit.zh, '重型、危重型');
  assert.deepEqual(row('USE-2')?.params, { maxDays: 14 });
  assert.equal(row('USE-4')?.limit.en, '250–400 mL (3–5 mL/kg)');
  assert.deepEqual(row('USE-6')?.params, ruleOf(template, 'USE-6')?.params);
  assert.equal(row('USE-6')?.clause, '示范方案 2020 § 临床');
  for (const id of ['USE-1', 'USE-2', 'USE-4', 'USE-6']) {
    const found = row(id);
    assert.ok(found && boundary(pack, found) > 0, id);
    assert.equal(found.certainty, 'toConfirm', id);
  }
  const silent = programmePack(
    template,
    { ...told, clinicalUse: { ...clinicalUse, maxCourseDays: null } },
    1,
  );
  assert.equal(ruleOf(silent, 'USE-2'), undefined);
  const upsideDown = { ...clinicalUse, minMl: 500 };
  assert.deepEqual(problems({ ...told, clinicalUse: upsideDown }), ['rulesets.formDose']);
});

test('a test beforehand counts as the donation’s own where the form says so, and is else never taken over', () => {
  const row = (form: ProgrammeForm) => {
    const pack = programmePack(template, form, 1);
    const found = ruleOf(pack, 'SITE-OWNTEST');
    assert.ok(found && boundary(pack, found) > 0);
    return found;
  };
  assert.deepEqual(row(mersForm).params, { days: 0, tests: [] });
  const both = { days: 14, tests: ['antibody' as const, 'nat' as const] };
  const told = row({ ...mersForm, beforehand: both });
  assert.deepEqual(told.params, { days: 14, tests: ['MERS-AB', 'MERS-NAT'] });
  assert.equal(told.limit.en, 'MERS-CoV antibody, MERS-CoV NAT: up to 14 days before');
  assert.equal(told.certainty, 'toConfirm');
  const asked = (patch: object) => problems({ ...mersForm, beforehand: { ...both, ...patch } });
  assert.deepEqual([asked({}), asked({ days: 28 })], [[], []]);
  const twice = { tests: ['nat', 'nat'] };
  for (const wrong of [asked({ days: 29 }), asked(twice)])
    assert.deepEqual(wrong, ['rulesets.formBeforehand'], 'longer than it is valid; named twice');
  assert.deepEqual(problems({ ...mersForm, nat: null, beforehand: both }), [
    'rulesets.formBeforehand',
  ]);
});

test('no text of a programme made by form still names the template’s disease, protocol or volumes', () => {
  const text = JSON.stringify(programmePack(template, mersForm, 1));
  const bare = programmePack(template, { ...mersForm, nat: null }, 1).consent?.paragraphs ?? [];
  assert.ok(
    bare.some(({ zh, en }) => /血型、中东呼吸综合征抗体/.test(zh) && /MERS by antibody/.test(en)),
  );
  for (const word of [
    '新冠',
    'COVID',
    'SARS',
    '试行第二版',
    '200 到 400',
    '200 to 400',
    'D0001V00',
  ])
    assert.ok(!text.includes(word), word);
});

test('every row of every programme that can be filled in has its boundary cases', () => {
  const figures = fc.record({
    minDaysSinceOnset: fc.integer({ min: 2, max: 400 }),
    minDaysSincePositive: fc.option(fc.integer({ min: 2, max: 400 })),
    intervalDays: fc.integer({ min: 7, max: 200 }),
    maxPerYear: fc.integer({ min: 2, max: 24 }),
    targetsMl: fc.uniqueArray(fc.integer({ min: 100, max: 600 }), { minLength: 2, maxLength: 4 }),
    maxYears: fc.integer({ min: 40, max: 55 }),
    iggTitre: fc.option(fc.integer({ min: 1, max: 5000 })),
    hasNat: fc.boolean(),
    daysBefore: fc.option(fc.integer({ min: 0, max: 28 })),
  });
  fc.assert(
    fc.property(figures, (of) => {
      const form: ProgrammeForm = {
        ...mersForm,
        donor: {
          ...mersForm.donor,
          minDaysSinceOnset: of.minDaysSinceOnset,
          minDaysSincePositive: of.minDaysSincePositive,
          maxYears: of.maxYears,
        },
        giving: {
          intervalDays: of.intervalDays,
          maxPerYear: of.maxPerYear,
          targetsMl: of.targetsMl,
          ceilingMl: 660,
        },
        nat: of.hasNat ? mersForm.nat : null,
        antibody: { ...mersForm.antibody, iggTitre: of.iggTitre, totalTitre: 320 },
        beforehand: of.daysBefore === null ? null : { days: of.daysBefore, tests: ['antibody'] },
      };
      assert.ok(programmeForm.safeParse(form).success);
      assert.deepEqual(problems(form), []);
      const pack = programmePack(template, form, 1);
      assert.deepEqual(readRulePack(pack), pack);
      for (const row of pack.rules) assert.ok(boundary(pack, row) > 0, row.id);
    }),
    { numRuns: 15 },
  );
});

test('a form that contradicts itself or takes what is another’s is refused, each with its own reason', () => {
  assert.deepEqual(problems(mersForm), []);
  const patched = (patch: Partial<ProgrammeForm>) => problems({ ...mersForm, ...patch });
  const { donor, giving, antibody, products } = mersForm;
  assert.deepEqual(patched({ donor: { ...donor, maxYears: 19 } }), ['rulesets.formYears']);
  assert.deepEqual(patched({ donor: { ...donor, hardMaxYears: 49 } }), ['rulesets.formYears']);
  assert.deepEqual(patched({ donor: { ...donor, hardMaxYears: 60 } }), []);
  assert.deepEqual(patched({ donor: { ...donor, hardMaxYears: 61 } }), ['rulesets.formAge']);
  assert.deepEqual(patched({ giving: { ...giving, ceilingMl: 299 } }), ['rulesets.formTargets']);
  assert.deepEqual(patched({ giving: { ...giving, targetsMl: [200, 200] } }), [
    'rulesets.formTargets',
  ]);
  assert.deepEqual(patched({ antibody: { ...antibody, iggTitre: null } }), ['rulesets.formTitres']);
  assert.deepEqual(patched({ programme: 'convalescentPlasma' }), ['rulesets.programmeReserved']);
  const taken = products.map((each) => ({ ...each, productCode: 'D0001V00' }));
  assert.deepEqual(patched({ products: taken }), ['rulesets.productTaken']);
  assert.deepEqual(patched({ products: [...products, ...products] }), ['rulesets.productTwice']);
  const same = { ...antibody, test: 'MERS-NAT' };
  assert.deepEqual(patched({ antibody: same }), ['rulesets.formTest']);
  const nat = { test: 'HBV', name: { zh: '乙', en: 'b' } };
  assert.deepEqual(patched({ nat }), ['rulesets.formTest']);
  assert.deepEqual(patched({ places: ['P-NONE'] }), ['rulesets.shelfUnknown']);
  assert.deepEqual(patched({ places: ['P-MERS-Q'] }), ['rulesets.shelvesMissing']);
  const neighbour = programmePack(
    template,
    { ...mersForm, programme: 'ebolaPlasma', products: [] },
    1,
  );
  assert.deepEqual(problems(mersForm, [...packs, neighbour]), ['rulesets.shelfTaken']);
});

test('a new form begins with the template’s values', () => {
  const blank = blankForm(template);
  assert.equal(blank?.donor.minDaysSinceOnset, 21);
  assert.deepEqual(blank?.giving, {
    intervalDays: 14,
    maxPerYear: 24,
    targetsMl: [200, 300, 400],
    ceilingMl: 440,
  });
  assert.deepEqual(blank?.antibody, { iggTitre: 160, totalTitre: 320 });
  assert.deepEqual(blank?.clinicalUse?.severities, ['fastProgression', 'severe', 'critical']);
  assert.deepEqual([blank?.clinicalUse?.minMl, blank?.clinicalUse?.maxMl], [200, 500]);
  assert.equal(blankForm({ ...template, rules: template.rules.slice(1) }), undefined);
});

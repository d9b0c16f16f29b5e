import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RulePackRow } from '#shared/features/rulesets/model.ts';
import { listedReasons } from '#shared/features/visits/reasons.ts';
import { packs } from '../rulesets/good-subject.ts';

const rows = packs().map(
  (content): RulePackRow => ({
    id: content.packId,
    packId: content.packId,
    programme: content.programme,
    revision: content.revision,
    demo: false,
    inForceFrom: content.inForceFrom,
    inForceTo: null,
    content,
    adoptedAt: '',
    adoptedBy: '',
    adoptedSecond: '',
  }),
);
const codes = (on: string, donationType: string) =>
  listedReasons({ packs: rows, kind: donationType }, on).map((row) => row.id);

test('COVID-19 lines of routine donation count on their own days and for their own kinds', () => {
  const covid = (on: string, donationType = 'wholeBlood') =>
    codes(on, donationType).filter((code) => /^C2\d-/.test(code));
  assert.deepEqual(covid('2021-03-28'), []);
  assert.deepEqual(covid('2021-03-29'), ['C21-V1', 'C21-V2', 'C21-I1']);
  assert.deepEqual(covid('2022-12-16', 'platelets'), ['C21-V1', 'C21-V2', 'C21-I1']);
  assert.deepEqual(covid('2022-12-17'), ['C22-V1', 'C22-I1', 'C22-I2']);
  assert.deepEqual(covid('2022-12-26'), ['C22-V1', 'C22-I1', 'C22-I2', 'C22-I3']);
  assert.deepEqual(covid('2022-12-26', 'convalescentPlasma'), []);
});

test('an antiplatelet drug defers platelets only; everything else on the lists concerns every kind', () => {
  assert.ok(codes('2020-03-10', 'platelets').includes('T19'));
  const plasma = codes('2020-03-10', 'convalescentPlasma');
  assert.ok(!plasma.includes('T19'));
  for (const code of ['P01', 'P23', 'T01', 'T16B', 'T23', 'V01', 'V06'])
    assert.ok(plasma.includes(code), code);
});

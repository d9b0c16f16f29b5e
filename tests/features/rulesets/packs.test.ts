import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { load, offeredPacks } from '#electron/features/rulesets/offers.ts';
import { unknownCriteria } from '#shared/features/rulesets/criteria/registry.ts';
import type { RulePackRow } from '#shared/features/rulesets/model.ts';
import {
  donationTypeOf,
  numberParam,
  packInForce,
  ruleParam,
} from '#shared/features/rulesets/params.ts';
import { readRulePack } from '#shared/features/rulesets/schema.ts';
import { temporaryFolder } from '#tests/support/station.ts';
import { packs } from './good-subject.ts';

test('every pack on offer is well-formed and names only criteria that exist', () => {
  assert.equal(offeredPacks().length, 2);
  for (const { pack, hash } of offeredPacks()) {
    assert.deepEqual(unknownCriteria(pack.rules), [], pack.packId);
    assert.match(hash, /^[0-9a-f]{64}$/);
    for (const rule of pack.rules) assert.ok(rule.source, `${rule.id} names its source`);
  }
});

test('values from memory are marked to be confirmed', () => {
  const [own, general] = packs();
  const certainty = (id: string) =>
    [...own.rules, ...general.rules].find((rule) => rule.id === id)?.certainty;
  for (const id of ['CCP-11', 'LAB-3', 'PREP-2', 'PREP-4', 'T20', 'INT-7', 'SITE-BP2'])
    assert.equal(certainty(id), 'toConfirm', id);
  for (const id of ['CCP-1', 'CCP-3', 'CCP-12', 'BP-1', 'HB-1', 'LAB-5'])
    assert.equal(certainty(id), 'verified', id);
});

test('the panel of the donation type ships complete', () => {
  const type = donationTypeOf(packs()[0], 'convalescentPlasma');
  assert.deepEqual(type?.targetsMl, [200, 300, 400]);
  assert.deepEqual(type?.tubes, ['serology', 'nat', 'group', 'retention']);
  const rounds = Object.fromEntries(type?.panel.map((each) => [each.test, each.rounds]) ?? []);
  assert.deepEqual(rounds, {
    HBV: 2,
    HCV: 2,
    HIV: 2,
    'HBV-NAT': 1,
    'HCV-NAT': 1,
    'HIV-NAT': 1,
    syphilis: 2,
    ALT: 1,
    ABO: 2,
    RhD: 2,
    'SARS2-NAT': 1,
    AB: 1,
  });
});

test('a parameter that is absent is undefined, also where JavaScript has a name for it', () => {
  const [own] = packs();
  assert.equal(numberParam(own, 'CCP-12', 'minDays'), 14);
  assert.equal(ruleParam(own, 'CCP-12', 'toString'), undefined);
  assert.equal(ruleParam(own, 'NONE', 'minDays'), undefined);
  assert.equal(ruleParam(undefined, 'CCP-12', 'minDays'), undefined);
  assert.equal(numberParam(own, 'PREP-3', 'nameContains'), undefined);
});

test('a file of another shape stops the start and is named', () => {
  const folder = join(temporaryFolder(), 'rules');
  mkdirSync(folder);
  writeFileSync(join(folder, 'odd.json'), JSON.stringify({ ...packs()[0], extra: 1 }));
  assert.throws(() => load(pathToFileURL(`${folder}/`)), /odd\.json/);
  const twice = { ...packs()[0], rules: [...packs()[0].rules, packs()[0].rules[0]] };
  assert.equal(readRulePack(twice), undefined);
});

test('of packs in force the newest day, then revision, then hash counts; the last day is included', () => {
  const row = (id: string, from: string, to: string | null, revision: number): RulePackRow => ({
    id,
    packId: 'p',
    programme: 'x',
    revision,
    demo: false,
    inForceFrom: from,
    inForceTo: to,
    content: packs()[0],
    adoptedAt: '',
    adoptedBy: '',
    adoptedSecond: '',
  });
  const rows = [row('a', '2020-01-01', '2020-03-10', 1), row('b', '2020-03-11', null, 1)];
  assert.equal(packInForce(rows, 'x', '2020-03-10')?.id, 'a');
  assert.equal(packInForce(rows, 'x', '2020-03-11')?.id, 'b');
  assert.equal(packInForce(rows, 'x', '2019-12-31'), undefined);
  assert.equal(packInForce(rows, 'y', '2020-03-11'), undefined);
  const alike = [row('b', '2020-01-01', null, 1), row('c', '2020-01-01', null, 2)];
  assert.equal(packInForce(alike.toReversed(), 'x', '2020-03-10')?.id, 'c');
});

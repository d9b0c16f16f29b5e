import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { load, offeredPacks } from '#electron/features/rulesets/offers.ts';
import { unknownCriteria } from '#shared/features/rulesets/criteria/registry.ts';
import type { RulePack, RulePackRow, RuleRow } from '#shared/features/rulesets/model.ts';
import { resolveOverlay } from '#shared/features/rulesets/offer-file.ts';
import {
  donationTypeOf,
  numberParam,
  packInForce,
  ruleOf,
  ruleParam,
} from '#shared/features/rulesets/params.ts';
import { implausible } from '#shared/features/rulesets/plausible.ts';
import { FIGURES, possibleFigures } from '#shared/features/rulesets/possible.ts';
import { readRulePack } from '#shared/features/rulesets/schema.ts';
import { RULE_SOURCES } from '#shared/features/rulesets/sources.ts';
import { temporaryFolder } from '#tests/support/station.ts';
import { packs } from './good-subject.ts';

const ids = (pack: RulePack) => new Set(pack.rules.map((row) => row.id));
const offer = (packId: string): RulePack => {
  const found = offeredPacks().find(({ pack }) => pack.packId === packId)?.pack;
  assert.ok(found, packId);
  return found;
};

test('every pack on offer is well-formed, plausible and names only criteria that exist', () => {
  assert.deepEqual(
    offeredPacks().map(({ pack }) => [pack.packId, pack.kind]),
    [
      ['convalescent-plasma-ed2', 'standard'],
      ['convalescent-plasma-ed3', 'standard'],
      ['convalescent-plasma-wuhan', 'alternative'],
      ['convalescent-plasma-zhejiang', 'alternative'],
      ['general-donor-gb18467-2011', 'standard'],
      ['group-drives', 'standard'],
      ['source-plasma-contrast', 'contrast'],
    ],
  );
  for (const { pack, hash } of offeredPacks()) {
    assert.deepEqual(unknownCriteria(pack.rules), [], pack.packId);
    assert.deepEqual(implausible(pack), [], pack.packId);
    assert.match(hash, /^[0-9a-f]{64}$/);
    for (const rule of pack.rules) {
      assert.ok(rule.source, `${rule.id} names its source`);
      for (const [mark] of rule.source.matchAll(/\bR\d+\b/g))
        assert.ok(RULE_SOURCES[mark], `${rule.id}: ${mark} is explained`);
      assert.ok(rule.jurisdiction, `${rule.id} says whose rule it is`);
      assert.ok((rule.inForceFrom ?? '') >= '2012-07-01', `${rule.id} names its first day`);
      assert.ok(rule.confirmedBy !== undefined && rule.confirmedOn !== undefined, rule.id);
    }
  }
});

test('a later edition and the practice variants take over the rows that they do not change', () => {
  const second = offer('convalescent-plasma-ed2');
  const third = offer('convalescent-plasma-ed3');
  assert.equal(third.succeeds, second.packId);
  assert.equal(third.inForceFrom, '2021-10-27');
  assert.deepEqual(
    [...ids(second)].filter((id) => !ids(third).has(id)),
    [],
  );
  assert.equal(ruleOf(third, 'CCP-1')?.criterion, 'minDaysSinceInfection');
  assert.equal(ruleOf(third, 'CCP-1')?.certainty, 'verified');
  assert.equal(ruleOf(third, 'CCP-4')?.certainty, 'toConfirm');
  assert.match(ruleOf(third, 'CCP-4')?.source ?? '', /; ed\. 2$/);
  assert.equal(numberParam(offer('convalescent-plasma-wuhan'), 'SITE-DISCHARGE', 'minDays'), 15);
  assert.equal(numberParam(offer('convalescent-plasma-zhejiang'), 'CCP-12', 'minDays'), 15);
});

test('every listed reason of the regulations is a row', () => {
  const general = offer('general-donor-gb18467-2011');
  const numbered = (letter: string, last: number) =>
    Array.from({ length: last }, (_each, n) => `${letter}${String(n + 1).padStart(2, '0')}`);
  for (const id of [...numbered('P', 23), ...numbered('T', 23), ...numbered('V', 6)])
    assert.ok(ids(general).has(id), id);
});

test('between any two kinds of donation there is a spacing row', () => {
  const rows = [offer('general-donor-gb18467-2011'), offer('convalescent-plasma-ed2')]
    .flatMap((pack) => pack.rules)
    .filter((row) => row.criterion === 'intervalSinceLast');
  const names = (row: RuleRow, side: string) => row.params[side] as readonly string[];
  const given = ['wholeBlood', 'platelets', 'plasma', 'convalescentPlasma'];
  for (const from of [...given, 'sourcePlasma'])
    for (const to of given)
      assert.ok(
        rows.some((row) => names(row, 'from').includes(from) && names(row, 'to').includes(to)),
        `${from} → ${to}`,
      );
});

test('every figure that a gate reads is bounded, and every confidential rule exists', () => {
  const [own, general] = packs();
  assert.deepEqual(Object.keys(possibleFigures([own, general])), [...FIGURES]);
  for (const pack of [own, general])
    for (const id of ruleParam(pack, 'SITE-HIDDEN', 'rules') as string[])
      assert.ok(ids(pack).has(id), `${pack.packId}: ${id}`);
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
  const [undated, ...rest] = packs()[0].rules.map(({ inForceFrom: _from, ...row }) => row);
  const old = { ...packs()[0], rules: [undated, ...rest] };
  writeFileSync(join(folder, 'odd.json'), JSON.stringify(old));
  assert.throws(() => load(pathToFileURL(`${folder}/`)), /odd\.json.*rules\.0\.inForceFrom/);
  assert.deepEqual(readRulePack(old)?.rules.length, old.rules.length, 'as adopted earlier');
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
  const third = { ...row('d', '2020-01-01', null, 1), content: offer('convalescent-plasma-ed3') };
  const both = [third, row('e', '2020-01-01', null, 9)];
  assert.equal(packInForce(both, 'x', '2022-01-01')?.id, 'd', 'a later edition before a revision');
  const alike = [row('b', '2020-01-01', null, 1), row('c', '2020-01-01', null, 2)];
  assert.equal(packInForce(alike.toReversed(), 'x', '2020-03-10')?.id, 'c');
});

test('an overlay without its base’s row, or without its base, is no pack', () => {
  const [own] = packs();
  const { donationTypes: _types, questionnaire: _form, consent: _consent, ...head } = own;
  const overlay = {
    ...head,
    kind: 'alternative' as const,
    succeeds: null,
    rules: [],
    basedOn: own.packId,
    carriedMark: 'ed. 2',
    without: ['CCP-1'],
    carriedToConfirm: false,
  };
  assert.ok(!resolveOverlay(overlay, own)?.rules.some((row) => row.id === 'CCP-1'));
  assert.equal(resolveOverlay({ ...overlay, without: ['NONE'] }, own), undefined);
});

test('a contrast pack is never in force, however it was adopted', () => {
  const content = offer('source-plasma-contrast');
  const row: RulePackRow = {
    id: 'c',
    packId: content.packId,
    programme: content.programme,
    revision: 1,
    demo: false,
    inForceFrom: '2020-01-01',
    inForceTo: null,
    content,
    adoptedAt: '',
    adoptedBy: '',
    adoptedSecond: '',
  };
  assert.equal(packInForce([row], content.programme, '2022-01-01'), undefined);
});

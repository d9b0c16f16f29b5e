import assert from 'node:assert/strict';
import { test } from 'node:test';
import { event, type NewEvent } from '#shared/contract/events.ts';
import type { RuleRow } from '#shared/features/rulesets/model.ts';
import { eligibilityForNumber } from '#shared/features/visits/eligibility.ts';
import { act, NURSE, registered, site, told } from './worlds/cast.ts';
import { decide } from './worlds/core.ts';
import type { Rows } from './worlds/rows.ts';
import { screened } from './worlds/screened.ts';
import { emptyGeneralPack, rule, smallPack } from './worlds/small-pack.ts';

const YESTERDAY = '2020-03-09T02:00:00.000Z';
const TODAY = '2020-03-10T02:00:00.000Z';

/** A rule on weight as packs write it; women of 45 kg and more. */
function weightRule(overridableBy: 'physician' | null, criterion: string): RuleRow {
  const said = { zh: '体重', en: 'Weight' };
  const params = { maleGrams: 50_000, femaleGrams: 45_000 };
  const row = { id: 'WT-1', stage: 'vitals', criterion, params, item: said, limit: said };
  return { ...row, clause: 'x', overridableBy } as unknown as RuleRow;
}

/** What a weight can be at all. */
const POSSIBLE = rule('SITE-POSSIBLE', { weightGrams: [25_000, 300_000] });

const ITEMS = { in: 45_000, out: 44_999, absent: null } as const;
const DECISIONS = ['none', 'eligible', 'deferred', 'yesterday'] as const;

interface Case {
  readonly item: keyof typeof ITEMS;
  readonly overridableBy: 'physician' | null;
  readonly isOverridden: boolean;
  readonly day: string;
  readonly decision: (typeof DECISIONS)[number];
  readonly hasLookAlike: boolean;
  /** A step of the visit that was left out. */
  readonly without: string;
  readonly criterion?: string;
}

const STEPS = ['', ...new Set(screened('v', 'd').map(({ type }) => type))].filter(
  (type) => type !== 'visits.checkedIn' && type !== 'visits.decided',
);

function rowsOf(one: Case): Rows {
  const weight = weightRule(one.overridableBy, one.criterion ?? 'minWeightBySex');
  const packs = [smallPack({ rules: [weight, POSSIBLE] }), emptyGeneralPack()];
  const others = one.hasLookAlike ? [registered('other')] : [];
  const lease = event('collection.numbersLeased', {
    leaseId: 'lease',
    station: 'S1',
    facility: 'A9999',
    year: '20',
    first: 1,
    last: 9,
  });
  const all = screened('v1', 'don').map((step) => bent(step, one));
  const steps = all.filter(({ type }) => type !== one.without && type !== 'visits.decided');
  const decisions = all.filter(({ type }) => type === 'visits.decided');
  const founded = told([...site(YESTERDAY, packs), lease, registered('don'), ...others], YESTERDAY);
  const judged =
    one.decision === 'yesterday'
      ? told(decisions, YESTERDAY, told(steps, one.day, founded))
      : founded;
  if (one.decision === 'yesterday') return judged;
  const rows = told(steps, one.day, founded);
  return one.decision === 'none' ? rows : told(decisions, TODAY, rows);
}

function bent(step: NewEvent, one: Case): NewEvent {
  if (step.type === 'visits.vitalsMeasured')
    return { ...step, body: { ...step.body, weightGrams: ITEMS[one.item] } };
  if (step.type !== 'visits.decided') return step;
  const overrides = one.isOverridden ? [{ ruleId: 'WT-1', reason: 'x' }] : [];
  const verdict = one.decision === 'deferred' ? ('deferred' as const) : ('eligible' as const);
  return { ...step, body: { ...step.body, verdict, overrides } };
}

function mayTake(one: Case): boolean {
  const isCleared = one.item === 'out' && one.isOverridden && one.overridableBy === 'physician';
  return (
    one.day === TODAY &&
    one.without === '' &&
    one.decision === 'eligible' &&
    !one.hasLookAlike &&
    (one.item === 'in' || isCleared)
  );
}

function opens(rows: Rows): boolean {
  const open = eligibilityForNumber(rows, 'v1', TODAY).filter(
    ({ verdict }) => verdict !== 'met' && verdict !== 'notApplicable',
  );
  return open.length === 0;
}

test('INV-05 INV-07 exhaustive: each item absent, in, out or overridden × day × decision × look-alike × step left out', () => {
  let count = 0;
  let opened = 0;
  for (const item of Object.keys(ITEMS) as (keyof typeof ITEMS)[])
    for (const overridableBy of ['physician', null] as const)
      for (const isOverridden of [false, true])
        for (const day of [YESTERDAY, TODAY])
          for (const decision of DECISIONS)
            for (const hasLookAlike of [false, true])
              for (const without of STEPS) {
                const one = {
                  item,
                  overridableBy,
                  isOverridden,
                  day,
                  decision,
                  hasLookAlike,
                  without,
                };
                const rows = rowsOf(one);
                const should = mayTake(one);
                count += 1;
                if (should) opened += 1;
                assert.equal(opens(rows), should, JSON.stringify(one));
                const input = { visitId: 'v1' } as never;
                const outcome = decide(
                  rows,
                  'collection.assignNumber',
                  input,
                  act('n', NURSE, TODAY),
                );
                assert.equal(outcome.kind === 'accepted', should, JSON.stringify(one));
              }
  assert.ok(count > 900 && opened > 2, `${opened}/${count}`);
});

test('INV-07 a rule whose criterion nobody knows, or whose figures are missing, is never met nor overridden', () => {
  const good: Case = {
    item: 'in',
    overridableBy: 'physician',
    isOverridden: true,
    day: TODAY,
    decision: 'eligible',
    hasLookAlike: false,
    without: '',
  };
  assert.equal(opens(rowsOf(good)), true);
  for (const criterion of ['nobodyKnows', '', 'constructor', 'intervalSinceLast'])
    assert.equal(opens(rowsOf({ ...good, criterion })), false, criterion);
});

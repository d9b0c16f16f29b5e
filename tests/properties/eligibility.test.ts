import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BodyOf } from '#shared/contract/events.ts';
import type { RuleRow, RuleVerdict } from '#shared/features/rulesets/model.ts';
import { eligibilityForNumber } from '#shared/features/visits/eligibility.ts';
import { adopted } from './worlds/cast.ts';
import type { Rows } from './worlds/rows.ts';
import { chairPack, NOW, needle, type Seat, seated } from './worlds/seated.ts';
import { rule } from './worlds/small-pack.ts';

const judged = (rows: Rows, visitId = 'v1', now = NOW) => eligibilityForNumber(rows, visitId, now);
const open = (rows: Rows, visitId?: string, now?: string) =>
  judged(rows, visitId, now)
    .filter(({ verdict }) => verdict !== 'met' && verdict !== 'notApplicable')
    .map(({ ruleId }) => ruleId);

const BASE = seated();

/** The rows with fields of a row changed: what no event of today would write. */
function bent(table: string, id: string, change: object, rows = BASE): Rows {
  const row = rows.get(table as never, id) as unknown as object;
  return rows.with([{ table, row: { ...row, ...change } } as never]);
}

test('INV-07 the visit is known, open, of today at the site, and past every step', () => {
  assert.deepEqual(open(BASE), []);
  for (const state of ['closed', 'cancelled', 'refused'])
    assert.deepEqual(open(bent('visit', 'v1', { state })), ['SITE-VISIT'], state);
  assert.deepEqual(open(bent('visit', 'v1', { step: 'decision' })), ['SITE-VISIT']);
  assert.deepEqual(open(bent('visit', 'v1', { localDate: '2020-03-09' })), ['SITE-VISIT']);
  const all = ['SITE-VISIT', 'SITE-DECISION', 'SITE-LOOKALIKE'];
  assert.deepEqual(open(BASE, 'ghost'), all);
  const orphan = bent('visitDecision', 'd-v1', { visitId: 'ghost' });
  assert.ok(open(orphan, 'ghost').includes('SITE-VISIT'));
  assert.ok(open(BASE, 'v1', '2020-03-10T16:00:00.000Z').includes('SITE-DECISION'));
  assert.deepEqual(open(BASE, 'v1', '2020-03-10T15:59:59.999Z'), []);
});

test('INV-07 the decision is the physician’s, eligible, of today, and told as it is', () => {
  const said = (change: object) => {
    const verdicts = judged(bent('visitDecision', 'd-v1', change));
    return verdicts.find(({ ruleId }) => ruleId === 'SITE-DECISION');
  };
  assert.equal(said({})?.verdict, 'met');
  assert.ok(said({})?.input.zh.endsWith('：合格'), said({})?.input.zh);
  const deferred = said({ verdict: 'deferred' });
  assert.equal(deferred?.verdict, 'notMet');
  assert.ok(deferred?.input.zh.endsWith('：未合格') && deferred.input.en.endsWith('deferred'));
  assert.equal(said({ localDate: '2020-03-09' })?.verdict, 'notMet');
});

/** Weight of women from 80 kg on, which this donor has not: the physician may clear it. */
const HEAVY = {
  ...rule('HEAVY', { maleGrams: 80_000, femaleGrams: 80_000 }),
  criterion: 'minWeightBySex',
  overridableBy: 'physician',
} as RuleRow;
const ELSEWHERE = {
  ...rule('ELSEWHERE', { from: ['platelets'], to: ['convalescentPlasma'], minDays: 14 }),
  criterion: 'intervalSinceLast',
  overridableBy: 'physician',
} as RuleRow;
const EXAMINED = { ...rule('GEN-1', {}), criterion: 'attestedByPhysician' } as RuleRow;
const BOUNDS = rule('SITE-POSSIBLE', { weightGrams: [25_000, 300_000] });

function under(rules: readonly RuleRow[], decided: Partial<BodyOf<'visits.decided'>>): Rows {
  const seat: Seat = { pack: { rules: [...chairPack().rules, BOUNDS, ...rules] }, decided };
  return seated(seat);
}

const named = (rows: Rows, ruleId: string): RuleVerdict | undefined =>
  judged(rows).find((one) => one.ruleId === ruleId);

test('INV-07 an override clears the rule that it names, says so, and touches no rule that holds', () => {
  const cleared = (ruleId: string) => ({ overrides: [{ ruleId, reason: '已复查' }] });
  const rules = [HEAVY, ELSEWHERE];
  assert.deepEqual(open(under(rules, {})), ['HEAVY']);
  assert.deepEqual(open(under(rules, cleared('other'))), ['HEAVY']);
  assert.deepEqual(open(under(rules, cleared('HEAVY'))), []);
  const row = named(under(rules, cleared('HEAVY')), 'HEAVY');
  assert.equal(row?.verdict, 'met');
  assert.ok(row.input.zh.includes('已复查') && row.limit.en === 'HEAVY');
  const held = named(under(rules, cleared('ELSEWHERE')), 'ELSEWHERE');
  assert.equal(held?.verdict, 'notApplicable');
  const nobody = { ...HEAVY, overridableBy: null } as RuleRow;
  assert.deepEqual(open(under([nobody], cleared('HEAVY'))), ['HEAVY']);
});

test('INV-07 what the physician saw sound stays seen; what she did not see does not', () => {
  const seen = (verdict: RuleVerdict['verdict']) => {
    const said = { zh: '', en: '' };
    const row = { ruleId: 'GEN-1', clause: '', item: said, input: said, limit: said, verdict };
    const rules = [{ ...row, replaced: [], overridableBy: null }];
    return open(under([EXAMINED], { rules }));
  };
  assert.deepEqual(seen('met'), []);
  for (const verdict of ['notMet', 'missing', 'caution', 'notApplicable'] as const)
    assert.deepEqual(seen(verdict), ['GEN-1'], verdict);
});

/** Half past midnight at the site, the day before in Greenwich. */
const NIGHT = '2020-03-09T16:30:00.000Z';

test('INV-07 the needle keeps with which verdicts and by which packs of the site’s day the gate opened', () => {
  const evidence = (seat: Seat) => {
    const outcome = needle(seated({ now: NIGHT, ...seat }), {}, { now: NIGHT });
    const entry = outcome.kind === 'accepted' ? outcome.entries[0] : undefined;
    return [entry?.packs, (entry?.inputs as { verdicts?: unknown } | undefined)?.verdicts];
  };
  const GATES = ['SITE-VISIT', 'SITE-DECISION', 'SITE-LOOKALIKE'].map((each) => ({
    rule: each,
    verdict: 'met',
  }));
  const own = [...chairPack().rules, ELSEWHERE];
  assert.deepEqual(evidence({ pack: { rules: own } }), [
    ['1'.repeat(64), '2'.repeat(64)],
    [...GATES, { rule: 'ELSEWHERE', verdict: 'notApplicable' }],
  ]);
  const later = adopted({ ...chairPack(), revision: 2 }, '3'.repeat(64));
  const today = { ...later, body: { ...later.body, inForceFrom: '2020-03-10' } };
  assert.deepEqual(evidence({ facts: [today as typeof later] })[0], [
    '3'.repeat(64),
    '2'.repeat(64),
  ]);
  const alone = needle(bent('rulePack', '2'.repeat(64), { inForceTo: '2020-03-09' }));
  assert.deepEqual(alone.kind === 'accepted' && alone.entries[0]?.packs, ['1'.repeat(64)]);
});

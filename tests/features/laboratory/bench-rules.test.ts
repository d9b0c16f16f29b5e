import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AllRows } from '#shared/contract/rows.ts';
import { correctResult, enterResult } from '#shared/features/laboratory/rules/entry.ts';
import {
  concludeRun,
  invalidateRun,
  lotProblem,
  openRun,
  verdictOf,
} from '#shared/features/laboratory/rules/runs.ts';
import type { Decision } from '#shared/kernel/decision.ts';
import { DIN, person, reagent, result, run, TODAY, type World, world } from './world.ts';

const [ONE, TWO] = [person('甲'), person('乙')];
/** Half past midnight at the site, the day before in Greenwich. */
const NIGHT = '2026-11-21T16:30:00.000Z';

const said = (decision: Decision<unknown, unknown>) => {
  if (decision.kind === 'accepted') return ['accepted'];
  return decision.reasons.map(({ code, params }) => (params ? [code, params] : code));
};

const qualified = (at: World, until: string, who = ONE) =>
  at.put('qualification', {
    id: `${who.staffId}:laboratory`,
    until,
  } as AllRows['qualification']);

test('INV-11 a lot serves a test: a reagent, not withdrawn, up to its last day, for this test', () => {
  const problem = (more: object, name = 'HBV') => {
    const at = world().put('lot', { ...reagent('x'), ...more });
    return lotProblem(at.rows, 'x', name, TODAY);
  };
  assert.equal(problem({}), undefined);
  assert.equal(lotProblem(world().rows, 'nothing', 'HBV', TODAY), 'lotUnknown');
  assert.equal(problem({ kind: 'kit' }), 'lotUnknown');
  assert.equal(problem({ withdrawn: true, expires: '2020-01-01' }), 'lotWithdrawn');
  assert.equal(problem({ expires: TODAY }), undefined);
  assert.equal(problem({ expires: '2026-11-21' }), 'lotExpired');
  assert.equal(problem({ serves: ['HBV', 'HCV'] }), undefined);
  assert.equal(problem({ serves: ['HBV', 'HCV'] }, 'HIV'), 'lotOtherTest');
  assert.equal(problem({ serves: ['HBV'] }, 'HIV'), 'lotOtherTest');
});

test('a run is opened by somebody qualified, with a lot in order, on an analyser in use or by hand', () => {
  const open = (at = world(), more: object = {}) =>
    said(
      openRun(
        { test: 'HBV', method: 'ELISA', reagentLotId: 'lot-1', deviceId: null, ...more },
        at.ctx(ONE),
      ),
    );
  assert.deepEqual(open(), ['accepted']);
  assert.deepEqual(open(qualified(world(), TODAY)), ['accepted']);
  assert.deepEqual(open(qualified(world(), '2026-11-21')), ['laboratory.qualificationLapsed']);
  assert.deepEqual(open(qualified(world(), '2026-11-21', TWO)), ['accepted']);
  assert.deepEqual(open(world(), { reagentLotId: 'x' }), [
    ['laboratory.lotUnknown', { lot: 'x', test: 'HBV' }],
  ]);
  const old = () => world().put('lot', { ...reagent('lot-1'), expires: '2026-11-21' });
  const expired = [['laboratory.lotExpired', { lot: 'LOT-1', test: 'HBV' }]];
  assert.deepEqual(open(old()), expired);
  const night = old();
  night.now = NIGHT;
  assert.deepEqual(open(night), expired, 'by the site’s day');
  const lapsed = qualified(world(), '2026-11-21');
  lapsed.now = NIGHT;
  assert.deepEqual(open(lapsed), ['laboratory.qualificationLapsed']);
  assert.deepEqual(open(world(), { deviceId: 'analyser-1' }), ['accepted']);
  assert.deepEqual(open(world(), { deviceId: 'nothing' }), ['laboratory.deviceUnknown']);
  const analyser = (more: object) => {
    const at = world();
    const device = at.rows.get('device', 'analyser-1');
    assert.ok(device);
    return open(at.put('device', { ...device, ...more }), { deviceId: 'analyser-1' });
  };
  assert.deepEqual(analyser({ active: false }), ['laboratory.deviceUnknown']);
  assert.deepEqual(analyser({ kind: 'scale' }), ['laboratory.deviceUnknown']);
});

const CONTROL = { name: '阳性', ok: true } as LabControl;
type LabControl = AllRows['labRun']['controls'][number];

test('INV-11 a run is concluded once, by controls that are all good and a lot still in order', () => {
  const conclude = (at: World, controls: readonly LabControl[], runId = 'r') => {
    const decision = concludeRun({ runId, controls }, at.ctx(ONE));
    return decision.kind === 'accepted' ? decision.output : said(decision);
  };
  const open = (lotId = 'lot-1') => world().put('labRun', run('r', 'HBV', lotId, 'open'));
  const bad = { ...CONTROL, ok: false };
  assert.deepEqual(conclude(open(), [CONTROL]), { valid: true, code: null });
  assert.deepEqual(conclude(open(), [CONTROL, bad]), { valid: false, code: 'controlsFailed' });
  assert.deepEqual(conclude(open(), []), ['laboratory.controlsMissing']);
  assert.deepEqual(conclude(open(), [CONTROL], 'x'), ['laboratory.runUnknown']);
  assert.deepEqual(conclude(open('gone'), [CONTROL]), { valid: false, code: 'lotUnknown' });
  for (const state of ['valid', 'invalid'] as const)
    assert.deepEqual(conclude(world().put('labRun', run('r', 'HBV', 'lot-1', state)), [CONTROL]), [
      ['laboratory.runNotOpen', { state }],
    ]);
  const night = open().put('lot', { ...reagent('lot-1'), expires: '2026-11-21' });
  night.now = NIGHT;
  assert.deepEqual(conclude(night, [CONTROL]), { valid: false, code: 'lotExpired' });
  const judged = verdictOf(open().rows, run('r', 'HBV', 'lot-1'), [bad], TODAY);
  assert.deepEqual(judged, { valid: false, code: 'controlsFailed' });
});

test('INV-11 a run is declared invalid once, whether it was open or valid', () => {
  const invalidate = (state: 'open' | 'valid' | 'invalid', runId = 'r') => {
    const at = world().put('labRun', run('r', 'HBV', 'lot-1', state));
    return said(invalidateRun({ runId, code: 'x' }, at.ctx(ONE)));
  };
  assert.deepEqual(invalidate('open'), ['accepted']);
  assert.deepEqual(invalidate('valid'), ['accepted']);
  assert.deepEqual(invalidate('invalid'), [['laboratory.runNotOpen', { state: 'invalid' }]]);
  assert.deepEqual(invalidate('open', 'x'), ['laboratory.runUnknown']);
});

const SAMPLE = `${DIN}:serology`;
const GROUP = `${DIN}:group`;
const BASE = () =>
  world()
    .put('labRun', run('hbv', 'HBV', 'lot-1', 'open'))
    .put('labRun', run('abo', 'ABO', 'lot-1', 'open'));

const NON = { kind: 'qualitative', value: 'nonreactive', figure: '' } as const;
const REACTIVE = { kind: 'qualitative', value: 'reactive', figure: '' } as const;
const GROUP_A = { kind: 'abo', forward: 'A', reverse: 'A' } as const;

const enter = (at: World, who = ONE, more: object = {}) =>
  enterResult({ sampleId: SAMPLE, runId: 'hbv', reading: NON, ...more }, at.ctx(who));

test('INV-09 a typed reading is of a sound sample, a run that counts, a test of the panel, by somebody qualified', () => {
  assert.deepEqual(said(enter(BASE())), ['accepted']);
  assert.deepEqual(said(enter(qualified(BASE(), '2026-11-21'))), [
    'laboratory.qualificationLapsed',
  ]);
  assert.deepEqual(said(enter(BASE(), ONE, { sampleId: 'x' })), [
    ['laboratory.sampleUnknown', { sampleId: 'x' }],
  ]);
  const spoilt = BASE();
  const sample = spoilt.rows.get('sample', SAMPLE);
  assert.ok(sample);
  spoilt.put('sample', { ...sample, ok: false });
  assert.deepEqual(said(enter(spoilt)), [['laboratory.sampleUnfit', { sampleId: SAMPLE }]]);
  assert.deepEqual(said(enter(BASE(), ONE, { runId: 'x' })), ['laboratory.runUnknown']);
  const at = (state: 'valid' | 'invalid', name = 'HBV') =>
    BASE().put('labRun', run('hbv', name, 'lot-1', state));
  assert.deepEqual(said(enter(at('valid'))), ['accepted']);
  assert.deepEqual(said(enter(at('invalid'))), [['laboratory.runNotOpen', { state: 'invalid' }]]);
  assert.deepEqual(said(enter(at('valid', 'nothing'))), [
    ['laboratory.testNotInPanel', { test: 'nothing' }],
  ]);
  const lapsed = qualified(BASE(), '2026-11-21');
  lapsed.now = NIGHT;
  assert.deepEqual(said(enter(lapsed)), ['laboratory.qualificationLapsed'], 'by the site’s day');
});

test('INV-12 a reading waits for a second person, who agrees or disputes; the first may not be both', () => {
  const at = BASE();
  const first = at.take(enter(at), ONE);
  assert.equal(first.outcome, 'waiting');
  assert.deepEqual(said(enter(at)), [['laboratory.samePersonTwice', { sampleId: SAMPLE }]]);
  const again = at.put('person', { id: '丙', human: '甲' } as AllRows['person']);
  const joined = { ...person('丙'), personId: '甲' };
  assert.deepEqual(said(enter(again, joined)), [
    ['laboratory.samePersonTwice', { sampleId: SAMPLE }],
  ]);
  const disputed = enter(at, TWO, { reading: REACTIVE });
  assert.equal(disputed.kind === 'accepted' && disputed.output.outcome, 'disputed');
  assert.equal(
    disputed.kind === 'accepted' && disputed.events[0]?.type,
    'laboratory.entryDisputed',
  );
  const figured = enter(at, TWO, { reading: { ...NON, figure: '0.1' } });
  assert.equal(figured.kind === 'accepted' && figured.output.outcome, 'disputed', 'the figure too');
  const agreed = at.take(enter(at, TWO), TWO);
  assert.equal(agreed.outcome, 'agreed');
  assert.deepEqual(at.rows.get('result', agreed.id)?.readers, ['甲', '乙']);
  assert.equal(at.take(enter(at), ONE).outcome, 'waiting', 'a repeat in duplicate');
  const other = enter(at, TWO, { sampleId: `${DIN}:nat` });
  assert.equal(other.kind === 'accepted' && other.output.outcome, 'waiting', 'another sample');
});

test('INV-13 a group is recorded at once, and read once by one person in one run', () => {
  const at = BASE();
  const group = (who = ONE, sampleId = GROUP) =>
    enter(at, who, { sampleId, runId: 'abo', reading: GROUP_A });
  const first = group();
  if (first.kind === 'refused') assert.fail(JSON.stringify(first.reasons));
  assert.equal(first.output.outcome, 'recorded');
  at.take(first);
  assert.deepEqual(said(group()), [['laboratory.alreadyRead', { sampleId: GROUP }]]);
  assert.deepEqual(said(group(TWO)), ['accepted']);
  assert.deepEqual(said(group(ONE, SAMPLE)), ['accepted']);
  at.put('labRun', run('rhd', 'RhD', 'lot-1', 'open'));
  const rhd = () =>
    enter(at, ONE, {
      sampleId: GROUP,
      runId: 'rhd',
      reading: { kind: 'rhd', value: 'positive' },
    });
  at.take(rhd());
  assert.deepEqual(said(rhd()), [['laboratory.alreadyRead', { sampleId: GROUP }]]);
  const both = BASE();
  const labRun = run('abo', 'ABO', 'lot-1', 'open');
  both.put('result', result('r-001', labRun, 'A', { sampleId: GROUP, readers: ['乙', '甲'] }));
  const again = enter(both, ONE, { sampleId: GROUP, runId: 'abo', reading: GROUP_A });
  assert.deepEqual(said(again), [['laboratory.alreadyRead', { sampleId: GROUP }]]);
});

test('INV-34 what the panel asks is asked of the pack of the site’s day', () => {
  const at = BASE();
  const row = at.rows.get('rulePack', 'f'.repeat(64));
  assert.ok(row);
  at.put('rulePack', { ...row, inForceFrom: TODAY });
  at.now = NIGHT;
  assert.deepEqual(said(enter(at)), ['accepted']);
  const labRun = run('hbv', 'HBV', 'lot-2');
  at.put('result', result('r-001', labRun, 'nonreactive'));
  const correct = { resultId: 'r-001', reading: REACTIVE, why: '看错' };
  assert.deepEqual(said(correctResult(correct, at.ctx(ONE, TWO))), ['accepted']);
});

test('INV-09 a correction names the newest reading, keeps its run and lot, and both persons', () => {
  const labRun = run('hbv', 'HBV', 'lot-2');
  const at = world()
    .put('labRun', labRun)
    .put('result', result('r-001', labRun, 'reactive'));
  const correct = (resultId: string, second?: typeof TWO) =>
    correctResult({ resultId, reading: NON, why: '看错' }, at.ctx(ONE, second));
  assert.deepEqual(said(correct('x')), ['laboratory.resultUnknown']);
  const decision = correct('r-001', TWO);
  assert.equal(decision.kind, 'accepted');
  if (decision.kind !== 'accepted') return;
  const [event] = decision.events;
  assert.equal(event?.reason, '看错');
  const body = event?.body as unknown as AllRows['result'];
  assert.deepEqual(
    [body.supersedes, body.runId, body.reagentLotId, body.value, body.readers],
    ['r-001', 'hbv', 'lot-2', 'nonreactive', ['甲', '乙']],
  );
  const alone = correct('r-001');
  const [only] = alone.kind === 'accepted' ? alone.events : [];
  assert.deepEqual((only?.body as { readers?: readonly string[] } | undefined)?.readers, ['甲']);
  at.take(decision);
  assert.deepEqual(said(correct('r-001')), ['laboratory.alreadyCorrected']);
  at.put('result', result('r-009', run('hbv', 'nothing', 'lot-2'), 'x'));
  assert.deepEqual(said(correct('r-009')), [['laboratory.testNotInPanel', { test: 'nothing' }]]);
  const wrong = correctResult(
    { resultId: decision.output.resultId, reading: GROUP_A, why: 'x' },
    at.ctx(ONE),
  );
  assert.equal(wrong.kind, 'refused');
});

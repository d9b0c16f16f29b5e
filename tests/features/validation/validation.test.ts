import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { BY_STATION } from '#electron/station/core.ts';
import { slices } from '#electron/station/slices.ts';
import { verifyRecords } from '#electron/station/verify-records.ts';
import { event } from '#shared/contract/events.ts';
import { operations } from '#shared/contract/index.ts';
import { CHECKS } from '#shared/features/validation/protocol.ts';
import { validationTexts } from '#shared/features/validation/texts.ts';
import { codes, founded, value } from '#tests/support/station.ts';

const at = await founded();
let runId: string;

const two = () => at.staff.qualityRelease.as({ signed: true, with: at.staff.supervisor });
const whole = async () => {
  const asked = await at.query('validation.run', { runId }, at.staff.admin.as());
  const run = value(asked);
  assert.ok(run);
  return run;
};
const stepOf = async (stepId: string) => {
  const step = (await whole()).steps.find((one) => one.stepId === stepId);
  assert.ok(step, stepId);
  return step;
};
const check = (stepId: string, scanned: string[] = []) =>
  at.command('validation.check', { runId, stepId, scanned }, { proof: at.staff.admin.as() });

type Said = { result?: 'pass' | 'fail' | 'notApplicable'; observed?: string; note?: string };
async function sign(
  stepId: string,
  said: Said & { deviation?: string; contentHash?: string } = {},
) {
  const { contentHash } = await stepOf(stepId);
  const input = { runId, stepId, result: 'pass' as const, contentHash, ...said };
  return at.command('validation.signStep', input, { proof: two() });
}

test('a run binds program, protocol and rule packs; only one is open', async () => {
  const proof = at.staff.admin.as();
  ({ runId } = value(await at.command('validation.start', {}, { proof })));
  assert.deepEqual(codes(await at.command('validation.start', {}, { proof })), [
    'validation.runOpen',
  ]);
  const { run, steps, intact } = await whole();
  assert.equal(run.product, at.station.core.machine.version);
  assert.deepEqual([run.outdated, run.signed, run.verdict, intact], [[], 0, null, null]);
  assert.equal(run.steps, steps.length);
  assert.deepEqual(
    [...new Set(steps.flatMap((step) => step.check ?? []))].toSorted(),
    [...CHECKS].toSorted(),
    'the protocol asks for every look that the station has',
  );
});

test('INV-10 INV-24 nothing is passed that this station has not looked at itself', async () => {
  assert.equal((await stepOf('IQ-01')).checked, null);
  assert.deepEqual(codes(await sign('IQ-01')), ['validation.notChecked']);
  value(await check('IQ-03'));
  assert.deepEqual(codes(await sign('IQ-01')), ['validation.notChecked'], 'another step was');
});

test('the station finds what it can by itself and says what does not hold', async () => {
  const words: Readonly<Record<string, string>> = validationTexts.zh.evidence;
  for (const step of (await whole()).steps.filter((one) => one.check !== null)) {
    const { ok, evidence } = value(await check(step.stepId));
    assert.ok(evidence.length > 0, step.stepId);
    for (const { item } of evidence) assert.ok(words[item], `${item} has no words`);
    assert.ok(!evidence.some(({ item }) => item === 'brokeOff'), JSON.stringify(evidence));
    assert.equal(
      ok,
      evidence.every((one) => one.ok),
    );
  }
  const { checked } = await stepOf('OQ-03');
  const { core } = at.station;
  assert.ok(checked?.ok, JSON.stringify(checked));
  assert.ok(checked.evidence.some(({ item, value: v }) => item === 'stateHash' && v.length === 64));
  assert.ok(!existsSync(join(at.folder, 'restore-drill')), 'nothing of the drill stays');
  assert.deepEqual(verifyRecords(core.store, slices).findings, []);
  assert.equal((await stepOf('IQ-02')).checked?.ok, false, 'no recovery key was printed');
});

test('every kind of device has its words', () => {
  const words: Readonly<Record<string, string>> = validationTexts.zh.evidence;
  const { options } = operations['equipment.setDevice'].input.shape.kind;
  assert.deepEqual(
    options.filter((kind) => words[`device.${kind}`] === undefined),
    [],
  );
});

test('the test sheet must be read whole and nothing beside it', async () => {
  const sheet = (await whole()).testCodes.map(({ text }) => text);
  assert.equal(value(await check('OQ-07', sheet)).ok, true);
  assert.equal(value(await check('OQ-07', sheet.slice(1))).ok, false);
  assert.equal(value(await check('OQ-07', [...sheet, 'CH-OTHER'])).ok, false);
  assert.equal(value(await check('OQ-07', [...sheet, ...sheet])).ok, true);
});

test('INV-31 two sign what they saw: another picture, a missing word or a wrong pass is refused', async () => {
  const other = '0'.repeat(64);
  const refusals: readonly (readonly [string, Parameters<typeof sign>, string])[] = [
    ['another picture', ['IQ-01', { contentHash: other }], 'validation.changed'],
    ['pass against the finding', ['IQ-02', {}], 'validation.foundOtherwise'],
    [
      'not applicable against the finding',
      ['IQ-02', { result: 'notApplicable', note: '无须' }],
      'validation.foundOtherwise',
    ],
    ['failed without deviation', ['IQ-02', { result: 'fail' }], 'validation.deviationMissing'],
    ['nothing observed', ['OQ-08', {}], 'validation.observedMissing'],
    ['no reason', ['OQ-08', { result: 'notApplicable' }], 'validation.whyMissing'],
  ];
  for (const [why, given, code] of refusals)
    assert.deepEqual(codes(await sign(...given)), [code], why);
  assert.deepEqual(codes(await check('OQ-08')), ['validation.byPerson']);
  assert.deepEqual(codes(await check('XX-01')), ['validation.stepUnknown']);
});

test('INV-30 one person alone, or twice, signs nothing', async () => {
  const { contentHash } = await stepOf('IQ-01');
  const input = { runId, stepId: 'IQ-01', result: 'pass' as const, contentHash };
  const { admin } = at.staff;
  const alone = await at.command('validation.signStep', input, {
    proof: admin.as({ signed: true }),
  });
  assert.deepEqual(codes(alone), ['station.secondNeeded']);
  const twice = await at.command('validation.signStep', input, {
    proof: admin.as({ signed: true, with: admin }),
  });
  assert.deepEqual(codes(twice), ['station.secondSamePerson']);
});

test('a failed step stays on record beside its later result', async () => {
  value(await sign('OQ-08', { result: 'fail', observed: '门开着', deviation: '改锁，次日复查' }));
  value(await sign('OQ-08', { observed: '已锁' }));
  const { results } = await stepOf('OQ-08');
  assert.deepEqual(
    results.map(({ result, intact }) => [result, intact]),
    [
      ['pass', true],
      ['fail', true],
    ],
  );
  value(await check('IQ-01'));
  value(await sign('IQ-01'));
  value(await check('IQ-01'));
  assert.equal((await stepOf('IQ-01')).results[0]?.intact, true, 'a later look changes nothing');
});

test('INV-24 the whole is signed when each step is, as it stands now, by two of whom one is of the quality role', async () => {
  const conclude = async (
    verdict: 'accepted' | 'acceptedWithDeviations' | 'rejected',
    proof = two(),
    seen?: string,
  ) => {
    const contentHash = seen ?? (await whole()).contentHash;
    const input = { runId, verdict, conclusion: '可以使用', contentHash };
    return at.command('validation.conclude', input, { proof });
  };
  assert.deepEqual(codes(await conclude('accepted')), ['validation.stepsOpen']);
  for (const step of (await whole()).steps.filter((one) => one.results.length === 0)) {
    if (step.checked?.ok === false)
      value(await sign(step.stepId, { result: 'fail', deviation: '装好设备后复查' }));
    else value(await sign(step.stepId, { observed: '如应见' }));
  }
  assert.deepEqual(codes(await conclude('accepted')), ['validation.hasDeviations']);
  // INV-24: whoever signs the whole signs what stands now, not what stood when the screen was drawn.
  const { contentHash: seen } = await whole();
  value(await sign('OQ-08', { observed: '复看，仍锁' }));
  assert.deepEqual(codes(await conclude('acceptedWithDeviations', two(), seen)), [
    'validation.changed',
  ]);
  const { admin, supervisor } = at.staff;
  const noQuality = admin.as({ signed: true, with: supervisor });
  assert.deepEqual(codes(await conclude('acceptedWithDeviations', noQuality)), [
    'validation.qualityMustSign',
  ]);
  value(await conclude('acceptedWithDeviations'));
  const { run, intact } = await whole();
  assert.deepEqual([run.verdict, run.outdated, intact], ['acceptedWithDeviations', [], true]);
  assert.deepEqual(codes(await check('IQ-01')), ['validation.runConcluded']);
});

test('paper and test sheet are drawn in both languages', async () => {
  for (const language of ['zh-CN', 'en'] as const)
    for (const asked of [
      at.query('validation.paper', { runId, language }, at.staff.admin.as()),
      at.query('validation.testSheet', { language }, at.staff.admin.as()),
    ]) {
      const { pdf, problem } = value(await asked);
      assert.equal(problem, null);
      assert.equal(
        Buffer.from(pdf ?? '', 'base64')
          .subarray(0, 5)
          .toString(),
        '%PDF-',
      );
    }
});

test('INV-31 an altered result shows its signature as broken', async () => {
  const { core } = at.station;
  const id = `${runId} IQ-01`;
  const alter = (from: string, to: string) => {
    const { db } = core.store;
    const checks = db.prepare('SELECT checks FROM validationStep WHERE id = ?').pluck().get(id);
    const other = String(checks).replaceAll(from, to);
    db.prepare('UPDATE validationStep SET checks = ? WHERE id = ?').run(other, id);
    core.reopen();
  };
  alter('"ok":true', '"ok":false');
  assert.equal((await stepOf('IQ-01')).results[0]?.intact, false);
  alter('"ok":false', '"ok":true');
  assert.equal((await stepOf('IQ-01')).results[0]?.intact, true);
});

test('a change of rule packs puts the run out of date; a new one can be begun', async () => {
  const hash = '7'.repeat(64);
  const { core } = at.station;
  const body = { packId: 'other', programme: 'other', revision: 1, demo: false, content: {} };
  const days = { inForceFrom: '2020-01-01', inForceTo: null, confirmed: [], note: '' };
  core.transaction(() =>
    core.record([event('rulesets.packAdopted', { hash, ...body, ...days })], BY_STATION),
  );
  const before = await whole();
  assert.deepEqual(before.run.outdated, ['packs']);
  const proof = at.staff.admin.as();
  ({ runId } = value(await at.command('validation.start', {}, { proof })));
  const runs = value(await at.query('validation.runs', {}, proof));
  assert.deepEqual(
    runs.map((run) => run.outdated),
    [[], ['packs']],
  );
});

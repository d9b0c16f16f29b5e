import assert from 'node:assert/strict';
import { test } from 'node:test';
import { event } from '#shared/contract/events.ts';
import { activeHolds } from '#shared/features/components/holds.ts';
import { enterResult } from '#shared/features/laboratory/rules/entry.ts';
import { resolveGroup } from '#shared/features/laboratory/rules/group.ts';
import { invalidateRun } from '#shared/features/laboratory/rules/runs.ts';
import { unitRow } from './unit-row.ts';
import { DIN, DONATION, NOW, person, reagent, run, type World, world } from './world.ts';

const 甲 = person('甲');
const 乙 = person('乙');

type Qualitative = 'nonreactive' | 'reactive' | 'indeterminate' | 'invalid';

function twice(at: World, runId: string, value: Qualitative, sample = `${DIN}:serology`): void {
  const input = {
    sampleId: sample,
    runId,
    reading: { kind: 'qualitative' as const, value, figure: '' },
  };
  at.take(enterResult(input, at.ctx(甲)), 甲);
  at.take(enterResult(input, at.ctx(乙)), 乙);
}

const OTHER = 'A999926000050';

function withEarlierDonation(at: World): World {
  return at
    .put('donation', { ...DONATION, id: OTHER, localDate: '2026-11-01' })
    .put('unit', unitRow(`${OTHER}:D0001V00:A0`, OTHER, 'released'))
    .put('unit', unitRow(`${OTHER}:D0001V00:B0`, OTHER, 'discarded'))
    .put('labRun', run('hbv-1', 'HBV', 'lot-1'))
    .put('labRun', run('hbv-2', 'HBV', 'lot-2'));
}

test('INV-11 initial reactive holds the donation; repeat reactive defers the person and looks back', () => {
  const at = withEarlierDonation(world());
  twice(at, 'hbv-1', 'reactive');
  assert.deepEqual(
    at.rows.by('hold', 'target', DIN).map((hold) => hold.code),
    ['reactiveResult'],
  );
  assert.deepEqual(at.rows.by('deferral', 'donorId', 'donor-1'), []);
  assert.deepEqual(activeHolds(at.rows, `${OTHER}:D0001V00:A0`), []);
  twice(at, 'hbv-2', 'reactive');
  const [deferral] = at.rows.by('deferral', 'donorId', 'donor-1');
  assert.equal(deferral?.marker, 'HBV');
  assert.equal(deferral?.kind, 'permanent');
  assert.equal(deferral?.hidden, true);
  const held = activeHolds(at.rows, `${OTHER}:D0001V00:A0`).map((hold) => hold.code);
  assert.deepEqual(held, ['lookBack']);
  assert.equal(at.rows.get('unit', `${OTHER}:D0001V00:A0`)?.state, 'labelled');
});

test('INV-11 two clean repeats resolve; no deferral ever comes', () => {
  const at = withEarlierDonation(world());
  twice(at, 'hbv-1', 'reactive');
  twice(at, 'hbv-1', 'nonreactive');
  twice(at, 'hbv-2', 'nonreactive');
  assert.deepEqual(at.rows.by('deferral', 'donorId', 'donor-1'), []);
  assert.equal(at.rows.by('hold', 'target', DIN).length, 1);
});

test('INV-11 a reactive NAT defers at once', () => {
  const at = withEarlierDonation(world()).put('labRun', run('nat-1', 'HCV-NAT', 'lot-1'));
  twice(at, 'nat-1', 'reactive', `${DIN}:nat`);
  assert.equal(at.rows.by('deferral', 'donorId', 'donor-1')[0]?.marker, 'HCV');
});

test('INV-21 a donation without units yet is looked back too, and units made later are held', () => {
  const at = world()
    .put('donation', { ...DONATION, id: OTHER })
    .put('labRun', run('nat-1', 'HIV-NAT', 'lot-1'));
  twice(at, 'nat-1', 'reactive', `${DIN}:nat`);
  at.put('unit', unitRow(`${OTHER}:D0001V00:00`, OTHER, 'inProcess'));
  assert.deepEqual(
    activeHolds(at.rows, `${OTHER}:D0001V00:00`).map((hold) => hold.code),
    ['lookBack'],
  );
});

test('blind double entry: disagreement disputes and neither counts; one person cannot be both', () => {
  const at = world().put('labRun', run('hbv-1', 'HBV', 'lot-1'));
  const input = (value: Qualitative) => ({
    sampleId: `${DIN}:serology`,
    runId: 'hbv-1',
    reading: { kind: 'qualitative' as const, value, figure: '' },
  });
  at.take(enterResult(input('nonreactive'), at.ctx(甲)), 甲);
  const again = enterResult(input('nonreactive'), at.ctx({ ...甲, staffId: 'other-account' }));
  assert.equal(again.kind === 'refused' && again.reasons[0]?.code, 'laboratory.samePersonTwice');
  const outcome = at.take(enterResult(input('reactive'), at.ctx(乙)), 乙);
  assert.equal(outcome.outcome, 'disputed');
  assert.deepEqual(at.rows.all('result'), []);
  twice(at, 'hbv-1', 'nonreactive');
  assert.deepEqual(at.rows.all('result')[0]?.readers, ['甲', '乙']);
});

function abo(at: World, runId: string, letter: 'A' | 'B', by = 甲): void {
  const reading = { kind: 'abo' as const, forward: letter, reverse: letter };
  at.take(enterResult({ sampleId: `${DIN}:group`, runId, reading }, at.ctx(by)), by);
}

function grouped(at: World): World {
  at.put('labRun', run('abo-1', 'ABO', 'lot-1')).put('labRun', run('abo-2', 'ABO', 'lot-2'));
  at.put('labRun', run('rhd-1', 'RhD', 'lot-1')).put('labRun', run('rhd-2', 'RhD', 'lot-2'));
  for (const [runId, by] of [
    ['1', 甲],
    ['2', 乙],
  ] as const) {
    abo(at, `abo-${runId}`, 'A', by);
    const reading = { kind: 'rhd' as const, value: 'positive' as const };
    const input = { sampleId: `${DIN}:group`, runId: `rhd-${runId}`, reading };
    at.take(enterResult(input, at.ctx(by)), by);
  }
  return at;
}

function label(serial: string): Parameters<World['put']>[1] {
  return {
    id: serial,
    unitId: `${DIN}:D0001V00:00`,
    din: DIN,
    content: { abo: 'A', rhd: 'positive' },
    contentHash: '',
    printerId: 'p',
    printedAt: NOW,
    printedBy: 'x',
    reprintOf: null,
    state: 'applied',
    voidCode: null,
  } as never;
}

test('INV-13 two concordant readings confirm and are recorded for the person once', () => {
  const at = grouped(world());
  assert.deepEqual(
    at.rows
      .by('donorGroup', 'donorId', 'donor-1')
      .map(({ abo, rhd, source }) => [abo, rhd, source]),
    [['A', 'positive', DIN]],
  );
  assert.equal(at.types().filter((type) => type === 'donors.groupRecorded').length, 1);
});

test('INV-13 INV-16 a discordant reading disputes, holds, voids the label; resolve closes it', () => {
  const at = grouped(world())
    .put('lot', reagent('lot-3'))
    .put('labRun', run('abo-3', 'ABO', 'lot-3'))
    .put('unit', unitRow(`${DIN}:D0001V00:00`, DIN, 'labelled'))
    .put('label', label('L000000001') as never);
  abo(at, 'abo-3', 'B', person('丙'));
  const dispute = at.rows.by('groupDispute', 'din', DIN)[0];
  assert.equal(dispute?.resolvedAt, null);
  assert.ok(at.rows.by('hold', 'target', DIN).some((hold) => hold.code === 'groupDiscrepant'));
  assert.ok(at.types().includes('labeling.labelVoided'));
  assert.equal(at.rows.get('unit', `${DIN}:D0001V00:00`)?.state, 'quarantine');
  const base = { disputeId: dispute?.id ?? '', resolution: 'retested' };
  const nothing = resolveGroup({ ...base, setAside: [] }, at.ctx());
  assert.equal(
    nothing.kind === 'refused' && nothing.reasons[0]?.code,
    'laboratory.stillDiscrepant',
  );
  const foreign = resolveGroup({ ...base, setAside: ['id-of-elsewhere'] }, at.ctx());
  assert.equal(foreign.kind === 'refused' && foreign.reasons[0]?.code, 'laboratory.notEvidence');
  const wrong = at.rows.by('result', 'runId', 'abo-3')[0]?.id ?? '';
  const { confirmed } = at.take(resolveGroup({ ...base, setAside: [wrong] }, at.ctx()));
  assert.equal(confirmed, true);
});

test('INV-13 finger-prick A against laboratory B holds everything drawn at the same time', () => {
  const at = world().put('visitBloodTest', {
    id: 'bt-1',
    visitId: 'visit-1',
    testedAt: NOW,
    by: 'x',
    haemoglobinGramsPerLitre: 140,
    abo: 'A',
    stripLotId: 's',
    others: {},
    sources: {},
  });
  at.put('labRun', run('abo-1', 'ABO', 'lot-1'));
  abo(at, 'abo-1', 'B');
  assert.deepEqual(
    at.rows.by('hold', 'target', DIN).map((hold) => [hold.code, hold.scope]),
    [['groupDiscrepant', 'donation']],
  );
});

test('INV-19 a run that turns out invalid takes its label and release with it', () => {
  const at = grouped(world())
    .put('unit', unitRow(`${DIN}:D0001V00:00`, DIN, 'released'))
    .put('label', label('L000000001') as never);
  at.take(invalidateRun({ runId: 'abo-1', code: 'controlError' }, at.ctx()));
  assert.ok(at.types().includes('labeling.labelVoided'));
  assert.notEqual(at.rows.get('unit', `${DIN}:D0001V00:00`)?.state, 'released');
  assert.ok(activeHolds(at.rows, `${DIN}:D0001V00:00`).length > 0);
});

test('INV-11 a withdrawn reagent lot invalidates its runs', () => {
  const at = grouped(world());
  at.record([event('equipment.lotWithdrawn', { lotId: 'lot-1', why: 'recall' })]);
  const states = at.rows.by('labRun', 'reagentLotId', 'lot-1').map((row) => row.state);
  assert.deepEqual(new Set(states), new Set(['invalid']));
});

test('an unfit bag and an unfit tube hold the donation', () => {
  const at = world();
  at.record([
    event('laboratory.bagReceived', {
      din: DIN,
      netGrams: 430,
      leak: true,
      haemolysis: 'none',
      colourOk: true,
      ok: false,
    }),
  ]);
  assert.deepEqual(
    at.rows.by('hold', 'target', DIN).map((hold) => hold.code),
    ['bagUnfit'],
  );
});

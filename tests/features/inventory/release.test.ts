import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { rasterCheck } from '#electron/printing/labels/on-record.ts';
import { encodeStationCode } from '#shared/codes/station-codes.ts';
import { event, type NewEvent } from '#shared/contract/events.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { codes, enrolled, value } from '../../support/station.ts';
import { labelledUnit } from '../labeling/reading-back.ts';
import { dinOf, readyUnit, result } from '../labeling/ready-units.ts';
import { assertSound, type LabelWorld, labelWorld, temperature } from '../labeling/world.ts';

after(() => rasterCheck.close());

const reader = (at: LabelWorld) => at.station.core.store.reader;
const state = (at: LabelWorld, unitId: string) => reader(at).get('unit', unitId)?.state;

type Visual = 'ok' | 'notOk' | 'notLooked';

function release(at: LabelWorld, units: readonly string[], visual: Visual = 'ok') {
  const { qualityRelease, supervisor } = at.staff;
  return at.command(
    'inventory.releaseUnits',
    { units: units.map((unitId) => ({ unitId, visual })) },
    { proof: qualityRelease.as({ signed: true, with: supervisor }) },
  );
}

async function refusedFor(at: LabelWorld, unitId: string, visual: Visual = 'ok') {
  const answer = await release(at, [unitId], visual);
  assert.deepEqual([...new Set(codes(answer))], ['inventory.unitNotReleasable']);
  assert.equal(answer.status, 'refused');
  return answer.reasons.map((reason) => reason.params?.['rule']);
}

test('INV-18 a list is released by one signature and a second person, each unit judged alone', async () => {
  const at = await labelWorld();
  const good = await labelledUnit(at, 118);
  const held = await labelledUnit(at, 119);
  at.record([hold('unit', held, 119)]);
  const list = value(await at.query('inventory.releaseList', {}, at.staff.qualityRelease.as()));
  assert.deepEqual(
    list.units.map(({ unitId, open }) => [unitId, open.map(({ ruleId }) => ruleId)]),
    [
      [held, ['SITE-HOLD']],
      [good, []],
    ],
  );
  const output = value<OutputOf<'inventory.releaseUnits'>>(await release(at, [good, held, good]));
  assert.deepEqual(output.released, [good]);
  assert.deepEqual(
    output.refused.map(({ unitId, reasons }) => [unitId, reasons.map(({ rule }) => rule)]),
    [[held, ['SITE-HOLD']]],
  );
  assert.equal(state(at, good), 'released');
  assert.equal(state(at, held), 'labelled');
  const [row] = reader(at).by('release', 'unitId', good);
  assert.ok(row && row.checks.length > 20);
  assert.equal(row.secondBy, at.staff.supervisor.staffId);
  assertSound(at);
});

const SPOILERS: readonly (readonly [
  rule: string,
  spoil: (at: LabelWorld) => readonly NewEvent[],
])[] = [
  ['SITE-HOLD', () => [hold('donation', dinOf(118), 118)]],
  ['SITE-FREEZER', (at) => [temperature('shelf-q', -199, at.clock.now())]],
  ['SITE-DONOR', () => [deferral(118)]],
];

for (const [rule, spoil] of SPOILERS) {
  test(`INV-18 ${rule} alone keeps a unit from release`, async () => {
    const at = await labelWorld();
    const unitId = await labelledUnit(at, 118);
    at.record(spoil(at));
    assert.deepEqual(await refusedFor(at, unitId), [rule]);
    assert.equal(state(at, unitId), 'labelled');
  });
}

test('INV-18 an old freezer reading, a missing look, an expired unit: refused', async () => {
  const at = await labelWorld();
  const unitId = await labelledUnit(at, 118);
  assert.deepEqual(await refusedFor(at, unitId, 'notLooked'), ['SITE-VISUAL']);
  assert.deepEqual(await refusedFor(at, unitId, 'notOk'), ['SITE-VISUAL']);
  at.clock.set('2026-11-22T10:00:00.000Z');
  value<OutputOf<'inventory.releaseUnits'>>(await release(at, [unitId]));
  const other = await labelledUnit(at, 119);
  at.clock.set('2026-11-22T10:05:00.000Z');
  assert.deepEqual(await refusedFor(at, other), ['SITE-FREEZER']);
  at.clock.set('2027-11-22T02:42:00.000Z');
  at.record([temperature('shelf-q', -312, at.clock.now())]);
  assert.deepEqual(await refusedFor(at, other), ['SITE-EXPIRY']);
});

test('INV-18 a unit without a read-back label is never released', async () => {
  const at = await labelWorld();
  const unitId = readyUnit(at, 118);
  assert.deepEqual(await refusedFor(at, unitId), ['SITE-LABEL', 'SITE-LABELLED']);
});

test('INV-18 INV-30 releaser and second must not have tested, by person and not by account', async () => {
  const at = await labelWorld();
  const unitId = await labelledUnit(at, 118);
  const { admin, labTech, qualityRelease } = at.staff;
  const input = { units: [{ unitId, visual: 'ok' as const }] };
  const asTester = qualityRelease.as({ signed: true, with: labTech });
  const answer = await at.command('inventory.releaseUnits', input, { proof: asTester });
  assert.equal(answer.status, 'refused');
  assert.deepEqual(
    answer.reasons.map((reason) => reason.params?.['rule']),
    ['SITE-SECOND'],
  );
  const other = await enrolled(
    at,
    admin,
    'tester2',
    ['qualityRelease'],
    '604477',
    labTech.personId,
  );
  const proof = other.as({ signed: true, with: at.staff.supervisor });
  const own = await at.command('inventory.releaseUnits', input, { proof });
  assert.equal(own.status, 'refused');
  assert.deepEqual(
    own.reasons.map((reason) => reason.params?.['rule']),
    ['SITE-RELEASER'],
  );
  const alone = await at.command('inventory.releaseUnits', input, {
    proof: qualityRelease.as({ signed: true }),
  });
  assert.deepEqual(codes(alone), ['station.secondNeeded']);
  const twice = other.as({ signed: true, with: labTech });
  assert.deepEqual(codes(await at.command('inventory.releaseUnits', input, { proof: twice })), [
    'station.secondSamePerson',
  ]);
});

const AFTER: readonly (readonly [what: string, fact: (at: LabelWorld) => readonly NewEvent[]])[] = [
  ['a hold on the donation', () => [hold('donation', dinOf(118), 118)]],
  ['a hold on the unit', () => [hold('unit', `${dinOf(118)}:D0001V00:00`, 118)]],
  ['a deferral of the donor', () => [deferral(118)]],
  ['a reactive reading', (at) => result(at, { din: dinOf(118), test: 'HIV', reading: 'reactive' })],
  ['another group', (at) => result(at, { din: dinOf(118), test: 'ABO', reading: 'O' })],
];

for (const [what, fact] of AFTER) {
  test(`INV-19 a release ends with ${what}, in the same transaction`, async () => {
    const at = await labelWorld();
    const unitId = await labelledUnit(at, 118);
    value<OutputOf<'inventory.releaseUnits'>>(await release(at, [unitId]));
    at.record(fact(at));
    assert.notEqual(state(at, unitId), 'released');
    const [row] = reader(at).by('release', 'unitId', unitId);
    assert.notEqual(row?.withdrawnAt, null);
    assert.equal(reader(at).all('release').length, 1);
    assertSound(at);
  });
}

test('INV-26 only a released unit comes to a qualified shelf; withdrawn it is out of place', async () => {
  const at = await labelWorld();
  const unitId = await labelledUnit(at, 118);
  const { labTech, qualityRelease } = at.staff;
  const put = (placeId: string) =>
    at.command('inventory.putAway', { unitId, placeId }, { proof: labTech.as() });
  assert.deepEqual(codes(await put('shelf-ok')), ['inventory.notForQualified']);
  assert.deepEqual(codes(await put('shelf-q')), ['inventory.alreadyThere']);
  assert.deepEqual(codes(await put('nowhere')), ['inventory.placeUnknown']);
  value<OutputOf<'inventory.releaseUnits'>>(await release(at, [unitId]));
  assert.deepEqual(codes(await put('shelf-hold')), ['inventory.needsQualified']);
  value(await put('shelf-ok'));
  assert.equal(reader(at).get('unit', unitId)?.placeId, 'shelf-ok');
  value(
    await at.command(
      'inventory.withdrawRelease',
      { unitId, why: '医院电话' },
      { proof: qualityRelease.as({ signed: true }) },
    ),
  );
  assert.equal(state(at, unitId), 'labelled');
  const stock = value(await at.query('inventory.stock', { show: 'outOfPlace' }, labTech.as()));
  assert.deepEqual(
    stock.units.map((card) => card.unitId),
    [unitId],
  );
  value(await put('shelf-q'));
});

test('INV-27 INV-28 a discard is final: two persons, the label goes with the bag, nothing vanishes', async () => {
  const at = await labelWorld();
  const unitId = await labelledUnit(at, 118);
  const { labTech, labTech2 } = at.staff;
  const input = { unitId, code: 'leak' as const, netGrams: 205, wasteBag: 'YF-1' };
  // 25 g of rule SITE-DISCARD.
  const atLimit = (reader(at).get('unit', unitId)?.netGrams ?? 0) + 25;
  const proof = labTech.as({ signed: true, with: labTech2 });
  const alone = { proof: labTech.as({ signed: true }) };
  assert.deepEqual(codes(await at.command('inventory.discardUnit', input, alone)), [
    'station.secondNeeded',
  ]);
  assert.deepEqual(
    codes(
      await at.command('inventory.discardUnit', { ...input, netGrams: atLimit + 1 }, { proof }),
    ),
    ['inventory.weightDiffers'],
  );
  value(await at.command('inventory.discardUnit', { ...input, netGrams: atLimit }, { proof }));
  assert.equal(state(at, unitId), 'discarded');
  assert.equal(reader(at).by('label', 'unitId', unitId)[0]?.state, 'destroyed');
  assert.deepEqual(codes(await at.command('inventory.discardUnit', input, { proof })), [
    'inventory.unitGone',
  ]);
  const answer = await release(at, [unitId]);
  assert.ok(codes(answer).every((code) => code === 'inventory.unitNotReleasable'));
  const history = value(await at.query('inventory.unitHistory', { unitId }, labTech.as()));
  assert.equal(history?.entries.at(-1)?.type, 'inventory.discarded');
  assert.equal(history?.entries.at(-1)?.second, at.staff.labTech2.name);
  assert.ok(!JSON.stringify(history).includes('nonreactive'));
  assertSound(at);
});

test('a scan at the shelf names the unit by label, number or in-process label, or the place', async () => {
  const at = await labelWorld();
  const unitId = await labelledUnit(at, 118);
  const scan = async (text: string) =>
    value(await at.query('inventory.readScan', { text }, at.staff.labTech.as()));
  const serial = reader(at).by('label', 'unitId', unitId)[0]?.id;
  for (const text of [`&a${serial}`, `=${dinOf(118)}00`, '=<D0001V00'])
    assert.deepEqual(
      (await scan(text)).units.map((card) => card.unitId),
      text.startsWith('=<') ? [] : [unitId],
    );
  const shelf = encodeStationCode('place', 'OK') ?? '';
  assert.equal((await scan(shelf)).place?.placeId, 'shelf-ok');
  assert.equal((await scan('OK')).place?.placeId, 'shelf-ok');
  assert.equal((await scan('？')).place, null);
});

function hold(scope: 'unit' | 'donation', target: string, sequence: number): NewEvent {
  const body = { holdId: `h-${target}`, scope, target, din: dinOf(sequence), source: 'x' };
  return event('components.held', { ...body, code: 'identityDoubt' });
}

function deferral(sequence: number): NewEvent {
  return event('donors.deferred', {
    deferralId: `deferral-${sequence}`,
    donorId: `donor-${sequence}`,
    kind: 'temporary',
    code: 'T01',
    marker: null,
    programme: null,
    startsOn: '2026-11-22',
    until: '2027-11-22',
    hidden: false,
  });
}

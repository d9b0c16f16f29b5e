import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { rasterCheck } from '#electron/printing/labels/on-record.ts';
import type { DecideContext } from '#shared/contract/context.ts';
import { event, type NewEvent } from '#shared/contract/events.ts';
import { issueUnit } from '#shared/features/inventory/rules/issue.ts';
import { localDateOf } from '#shared/kernel/civil-date.ts';
import { codes, value } from '../../support/station.ts';
import { codesOf, contentOf, labelledUnit } from '../labeling/reading-back.ts';
import { dinOf } from '../labeling/ready-units.ts';
import { assertSound, type LabelWorld, labelWorld, temperature } from '../labeling/world.ts';

after(() => rasterCheck.close());

const reader = (at: LabelWorld) => at.station.core.store.reader;
const stateOf = (at: LabelWorld, unitId: string) => reader(at).get('unit', unitId)?.state;

/** A released unit on a qualified shelf, and a hospital on the list. */
async function shelved(at: LabelWorld, sequence: number): Promise<string> {
  const unitId = await labelledUnit(at, sequence);
  const { labTech, qualityRelease, supervisor } = at.staff;
  value(
    await at.command(
      'inventory.releaseUnits',
      { units: [{ unitId, visual: 'ok' }] },
      { proof: qualityRelease.as({ signed: true, with: supervisor }) },
    ),
  );
  at.record([temperature('shelf-ok', -312, at.clock.now())]);
  const move = { unitId, placeId: 'shelf-ok' };
  value(await at.command('inventory.putAway', move, { proof: labTech.as() }));
  return unitId;
}

async function hospital(at: LabelWorld, more: object = {}): Promise<string> {
  const line = { name: '测试医院输血科', phone: '022-0000', active: true, ...more };
  const proof = at.staff.supervisor.as();
  return value(await at.command('inventory.setConsignee', line, { proof })).consigneeId;
}

interface Handed {
  readonly unitId: string;
  readonly consigneeId: string;
  readonly scans?: readonly [string, string];
  readonly boxTenthsC?: number;
}

/** The two codes of the unit's own label. */
function scansOf(at: LabelWorld, unitId: string): [string, string] {
  const serial = reader(at).by('label', 'unitId', unitId).at(-1)?.id ?? '';
  return [codesOf(contentOf(at, serial)).compound, `&a${serial}`];
}

function issue(at: LabelWorld, { unitId, consigneeId, scans, boxTenthsC = -250 }: Handed) {
  const [first, second] = scans ?? scansOf(at, unitId);
  return at.command(
    'inventory.issueUnit',
    { unitId, consigneeId, receiver: '取血人', boxTenthsC, scans: [first, second] },
    { proof: at.staff.labTech.as({ signed: true }) },
  );
}

test('INV-26 a unit leaves once, to a hospital on the list, by its own label read twice', async () => {
  const at = await labelWorld();
  const unitId = await shelved(at, 118);
  const other = await shelved(at, 119);
  const consigneeId = await hospital(at);
  const retired = await hospital(at, { name: '停用医院', active: false });
  const [compound, serial] = scansOf(at, unitId);
  const wrong = async (more: Partial<Handed>) =>
    codes(await issue(at, { unitId, consigneeId, ...more }));
  assert.deepEqual(await wrong({ consigneeId: retired }), ['inventory.consigneeUnknown']);
  assert.deepEqual(await wrong({ boxTenthsC: -179 }), ['inventory.issueBox']);
  for (const scans of [
    [compound, scansOf(at, other)[0]],
    [scansOf(at, other)[1], serial],
    [compound, dinOf(118)],
  ] as const)
    assert.deepEqual(await wrong({ scans }), ['inventory.issueScan']);
  assert.equal(stateOf(at, unitId), 'released');
  value(await issue(at, { unitId, consigneeId, boxTenthsC: -180 }));
  assert.equal(stateOf(at, unitId), 'issued');
  assert.equal(reader(at).get('unit', unitId)?.placeId, null);
  assert.deepEqual(await wrong({}), ['inventory.unitGone']);
  const gone = value(await at.query('inventory.issued', {}, at.staff.labTech.as()));
  assert.deepEqual(
    gone.map(({ din, consignee, receiver, boxTenthsC }) => [din, consignee, receiver, boxTenthsC]),
    [[dinOf(118), '测试医院输血科', '取血人', -180]],
  );
  assert.deepEqual(
    codes(
      await at.command(
        'inventory.setConsignee',
        { name: '测试医院输血科', phone: '022-1111', active: true },
        { proof: at.staff.supervisor.as() },
      ),
    ),
    ['inventory.consigneeTwice'],
  );
  assertSound(at);
});

const held = (): NewEvent =>
  event('components.held', {
    holdId: 'h',
    scope: 'donation',
    target: dinOf(118),
    din: dinOf(118),
    code: 'boxTemperature',
    source: 'x',
  });

test('INV-26 held, withdrawn, warm, on the wrong shelf or out of date: it stays', async () => {
  const at = await labelWorld();
  const unitId = await shelved(at, 118);
  const consigneeId = await hospital(at);
  const refused = async () => codes(await issue(at, { unitId, consigneeId }));
  at.record([temperature('shelf-ok', -150, at.clock.now())]);
  assert.deepEqual(await refused(), ['inventory.notIssuable']);
  at.clock.forward(1);
  at.record([temperature('shelf-ok', -312, at.clock.now())]);
  at.record([event('inventory.moved', { unitId, fromPlaceId: 'shelf-ok', toPlaceId: 'shelf-q' })]);
  assert.deepEqual(await refused(), ['inventory.issueOutOfPlace']);
  at.record([held()]);
  assert.deepEqual(await refused(), ['inventory.issueNotReleased']);
  assert.equal(stateOf(at, unitId), 'labelled');
});

test('INV-22 a unit past its expiry is not issued', async () => {
  const at = await labelWorld();
  const unitId = await shelved(at, 118);
  const consigneeId = await hospital(at);
  const expiresAt = reader(at).get('unit', unitId)?.expiresAt ?? '';
  const openAt = (now: string) => {
    const input = { unitId, consigneeId, receiver: '取血人', boxTenthsC: -250 };
    at.record([temperature('shelf-ok', -312, now)]);
    const decision = issueUnit({ ...input, scans: scansOf(at, unitId) }, contextAt(at, now));
    return decision.kind === 'accepted'
      ? []
      : decision.reasons.map(({ params }) => params?.['rule']);
  };
  assert.deepEqual(openAt(new Date(Date.parse(expiresAt) - 1).toISOString()), []);
  assert.deepEqual(openAt(expiresAt), ['SITE-EXPIRY']);
});

function contextAt(at: LabelWorld, now: string): DecideContext {
  return {
    read: reader(at),
    now,
    zone: 'Asia/Shanghai',
    today: localDateOf(now, 'Asia/Shanghai'),
    station: at.station.core.station,
    commandId: 'c',
    actor: { staffId: 's', personId: 'p', name: '甲', roles: ['labTech'] },
    second: undefined,
    newId: () => 'issue',
  };
}

test('INV-21 whatever holds an issued unit recalls it, once for each cause, from where it went', async () => {
  const at = await labelWorld();
  const unitId = await shelved(at, 118);
  value(await issue(at, { unitId, consigneeId: await hospital(at) }));
  at.record([held()]);
  at.record([held()]);
  const recalls = value(await at.query('aftercare.recalls', {}, at.staff.labTech.as()));
  assert.deepEqual(
    recalls.map((one) => [one.unitId, one.consignee, one.phone]),
    [[unitId, '测试医院输血科', '022-0000']],
  );
  const nurse = { proof: at.staff.nurse.as() };
  const told = { din: dinOf(118), code: 'fever' as const, note: '' };
  const answer = value(await at.command('aftercare.recordInformation', told, nurse));
  assert.equal(answer.recalls, 1);
  assert.equal(reader(at).all('recall').length, 2);
  assertSound(at);
});

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { rulesWatch } from '#electron/features/inventory/rules-watch.ts';
import { contentHash } from '#electron/features/rulesets/hash.ts';
import { offeredPacks } from '#electron/features/rulesets/offers.ts';
import { rasterCheck } from '#electron/printing/labels/on-record.ts';
import { event, type NewEvent } from '#shared/contract/events.ts';
import { activeHolds } from '#shared/features/components/holds.ts';
import type { RulePack } from '#shared/features/rulesets/model.ts';
import { codes, value } from '../../support/station.ts';
import { labelledUnit } from '../labeling/reading-back.ts';
import { dinOf, result } from '../labeling/ready-units.ts';
import { assertSound, type LabelWorld, labelWorld } from '../labeling/world.ts';

after(() => rasterCheck.close());

const EXTRA = {
  test: 'HEV',
  name: { zh: '戊肝核酸', en: 'HEV NAT' },
  kind: 'nat',
  acceptable: ['nonreactive'],
  rounds: 1,
  differentReagents: false,
  limit: { zh: '无反应性', en: 'non-reactive' },
  clause: '试行第三版',
  deferralMarker: null,
} as const;

/** The shipped pack in its next revision, with one test more where asked. */
function nextPack(inForceFrom: string, asksMore = true): NewEvent {
  const offered = offeredPacks().find(({ pack }) => pack.programme === 'convalescentPlasma');
  assert.ok(offered);
  const donationTypes = offered.pack.donationTypes.map((type) => ({
    ...type,
    panel: asksMore ? [...type.panel, EXTRA] : type.panel,
  }));
  const revision = offered.pack.revision + 1;
  const content: RulePack = { ...offered.pack, revision, demo: true, inForceFrom, donationTypes };
  return event('rulesets.packAdopted', {
    hash: contentHash(content),
    packId: content.packId,
    programme: content.programme,
    revision,
    demo: true,
    inForceFrom,
    inForceTo: null,
    content: JSON.parse(JSON.stringify(content)),
    confirmed: [],
    note: '',
  });
}

function adopt(at: LabelWorld, pack: NewEvent): void {
  const { core } = at.station;
  const { admin, admin2 } = at.staff;
  const by = { actor: admin.staffId, second: admin2.staffId, commandId: null };
  core.transaction(() => core.record([pack], by));
}

async function release(at: LabelWorld, unitId: string) {
  const proof = at.staff.qualityRelease.as({ signed: true, with: at.staff.supervisor });
  const units = [{ unitId, visual: 'ok' as const }];
  return at.command('inventory.releaseUnits', { units }, { proof });
}

async function releasedUnit(at: LabelWorld, sequence: number): Promise<string> {
  const unitId = await labelledUnit(at, sequence);
  assert.deepEqual(value(await release(at, unitId)).released, [unitId]);
  return unitId;
}

const state = (at: LabelWorld, unitId: string) =>
  at.station.core.store.reader.get('unit', unitId)?.state;
const holds = (at: LabelWorld, unitId: string) =>
  activeHolds(at.station.core.store.reader, unitId).map(({ code }) => code);

test('INV-19 a pack adopted after label and release holds what it does not let stand', async () => {
  const at = await labelWorld();
  const [released, labelled] = [await releasedUnit(at, 118), await labelledUnit(at, 119)];
  const tested = await labelledUnit(at, 120);
  at.record(result(at, { din: dinOf(120), test: 'HEV', reading: 'nonreactive' }));
  adopt(at, nextPack('2026-11-22'));
  assert.equal(state(at, released), 'labelled');
  for (const unitId of [released, labelled]) {
    assert.deepEqual(holds(at, unitId), ['rulesChanged']);
    assert.ok(codes(await release(at, unitId)).includes('inventory.unitNotReleasable'));
  }
  assert.deepEqual(holds(at, tested), []);
  assert.deepEqual(value(await release(at, tested)).released, [tested]);
  const [hold] = activeHolds(at.station.core.store.reader, released);
  const lift = async () => {
    const proof = at.staff.qualityRelease.as({ signed: true, with: at.staff.supervisor });
    const input = { holdId: hold?.id ?? '', why: 'tested since' };
    return at.command('components.liftHold', input, { proof });
  };
  assert.deepEqual(codes(await lift()), ['components.causeStands']);
  at.record(result(at, { din: dinOf(118), test: 'HEV', reading: 'nonreactive' }));
  assert.equal((await lift()).status, 'ok');
  assert.deepEqual(value(await release(at, released)).released, [released]);
  assertSound(at);
});

test('a pack that asks for nothing more leaves releases alone; its retirement without another does not', async () => {
  const at = await labelWorld();
  const unitId = await releasedUnit(at, 118);
  adopt(at, nextPack('2026-11-22', false));
  assert.equal(state(at, unitId), 'released');
  const packs = at.station.core.store.reader.all('rulePack');
  const retire = packs.map(({ id: hash }) =>
    event('rulesets.packRetired', { hash, inForceTo: '2026-11-22', why: 'withdrawn' }),
  );
  at.record(retire);
  assert.equal(state(at, unitId), 'released');
  at.clock.set('2026-11-22T16:00:00.000Z');
  const service = await rulesWatch({ station: at.station, folder: at.folder, publish: () => {} });
  await service.stop();
  assert.equal(state(at, unitId), 'labelled');
  assert.deepEqual(holds(at, unitId), ['rulesChanged']);
});

test('a pack of a later day: nothing moves before it, the clock holds on its first look that day', async () => {
  const at = await labelWorld();
  const unitId = await releasedUnit(at, 118);
  adopt(at, nextPack('2026-11-23'));
  const look = async () => {
    const service = await rulesWatch({ station: at.station, folder: at.folder, publish: () => {} });
    await service.stop();
  };
  at.clock.set('2026-11-22T15:59:00.000Z');
  const before = at.station.core.store.journal.head(at.station.core.station).seq;
  await look();
  assert.equal(at.station.core.store.journal.head(at.station.core.station).seq, before);
  assert.equal(state(at, unitId), 'released');
  at.clock.set('2026-11-22T16:00:00.000Z');
  await look();
  await look();
  assert.equal(state(at, unitId), 'labelled');
  assert.deepEqual(holds(at, unitId), ['rulesChanged']);
  assertSound(at);
});

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { contentHash } from '#electron/features/rulesets/hash.ts';
import { offeredPacks } from '#electron/features/rulesets/offers.ts';
import { rasterCheck } from '#electron/printing/labels/on-record.ts';
import { asIfInForce, unitsOtherwise } from '#shared/features/reports/pack-replay.ts';
import type { RulePack } from '#shared/features/rulesets/model.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import { codes, founded, value } from '#tests/support/station.ts';
import { labelledUnit } from '../labeling/reading-back.ts';
import { labelWorld } from '../labeling/world.ts';
import { adoptPacks, decidedDonor } from '../visits/journey.ts';

after(() => rasterCheck.close());

const offer = (packId: string): RulePack => {
  const found = offeredPacks().find(({ pack }) => pack.packId === packId)?.pack;
  assert.ok(found, packId);
  return found;
};

test('a draft is tried on the decisions of the past: which visits and donors it would have refused, and why', async () => {
  const station = await founded();
  await adoptPacks(station);
  const { donorId, visitId } = await decidedDonor(station);
  const { journal, reader } = station.station.core.store;
  const decided = [...journal.chain(station.station.core.station)].find(
    (entry) => entry.type === 'visits.decided',
  );
  const packIds = decided?.packs.map((hash) => reader.get('rulePack', hash)?.packId);
  assert.deepEqual(packIds, ['convalescent-plasma-ed2', 'general-donor-gb18467-2011']);
  const inputs = decided?.inputs as { examined: unknown } | undefined;
  assert.deepEqual(inputs?.examined, ['GEN-1', 'GEN-2']);
  const proof = station.staff.supervisor.as();
  const tryOut = async (packId: string) => {
    const { revision } = offer(packId);
    return value(await station.command('rulesets.replayPack', { packId, revision }, { proof }));
  };
  const same = await tryOut('convalescent-plasma-ed3');
  assert.deepEqual([same.visits, same.otherwise], [1, []]);
  assert.equal(same.inForceFrom, '2021-10-27');
  const wuhan = await tryOut('convalescent-plasma-wuhan');
  assert.equal(wuhan.donors, 1);
  const { donorNumber, on, ...told } = wuhan.otherwise[0] ?? {};
  assert.deepEqual(told, {
    kind: 'visit',
    target: visitId,
    donorId,
    din: null,
    change: 'wouldRefuse',
    rules: ['WH-FEVER', 'WH-NOFEVER', 'WH-CONTACT'],
  });
  assert.match(donorNumber ?? '', /^D-\d{6}$/);
  assert.equal(on, '2020-03-10');
  const { packId, revision } = offer('convalescent-plasma-wuhan');
  const listed = await station.query('rulesets.pages', { packId, revision }, proof);
  assert.deepEqual(value(listed)?.replay, wuhan, 'the report is kept');
  const contrast = await station.command(
    'rulesets.replayPack',
    { packId: 'source-plasma-contrast', revision: 1 },
    { proof },
  );
  assert.deepEqual(codes(contrast), ['rulesets.contrastOnly']);
  const nurse = { proof: station.staff.nurse.as() };
  assert.deepEqual(
    codes(await station.command('rulesets.replayPack', { packId, revision }, nurse)),
    ['station.notPermitted'],
  );
});

test('the history is judged with the facts of its own moment, not with what was entered later', async () => {
  const station = await founded();
  await adoptPacks(station);
  const { donorId } = await decidedDonor(station);
  station.clock.forward(1);
  value(
    await station.command(
      'collection.recordHistory',
      {
        donorId,
        donationType: 'wholeBlood',
        collectedOn: '2020-03-01',
        volumeMl: 400,
        completed: true,
        redCellsReturned: true,
      },
      { proof: station.staff.nurse.as() },
    ),
  );
  const { packId, revision } = offer('convalescent-plasma-ed3');
  const proof = station.staff.supervisor.as();
  const report = value(
    await station.command('rulesets.replayPack', { packId, revision }, { proof }),
  );
  assert.deepEqual(report.otherwise, []);
});

test('labelled units that a draft would not let stand are named', async () => {
  const at = await labelWorld();
  const unitId = await labelledUnit(at, 11);
  const { reader } = at.station.core.store;
  const own = offer('convalescent-plasma-ed2');
  const extra = own.donationTypes.map((type) => ({
    ...type,
    panel: [...type.panel, ...type.panel.slice(0, 1).map((each) => ({ ...each, test: 'HEV' }))],
  }));
  const today = at.clock.now().slice(0, 10) as CivilDate;
  const tried = (pack: RulePack) =>
    unitsOtherwise(
      reader,
      asIfInForce(reader, contentHash(pack), pack, today),
      today,
      'Asia/Shanghai',
    );
  assert.deepEqual(tried(own), { judged: 1, otherwise: [] });
  const { otherwise } = tried({ ...own, donationTypes: extra });
  assert.deepEqual(
    otherwise.map(({ kind, target, change }) => [kind, target, change]),
    [['unit', unitId, 'wouldRefuse']],
  );
  assert.ok((otherwise[0]?.rules.length ?? 0) > 0);
});

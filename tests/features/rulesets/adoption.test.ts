import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offeredPacks } from '#electron/features/rulesets/offers.ts';
import type { RulePack } from '#shared/features/rulesets/model.ts';
import { unverifiedIds } from '#shared/features/rulesets/rules.ts';
import { codes, founded, value } from '#tests/support/station.ts';
import { adoptPacks } from '../visits/journey.ts';
import { packs } from './good-subject.ts';

const station = await founded();
const [own] = packs();
const input = {
  packId: own.packId,
  revision: own.revision,
  confirmed: [...unverifiedIds(own)],
};
const signed = station.staff.supervisor.as({ signed: true, with: station.staff.physician });
const adopt = (more: object, proof = signed) =>
  station.command('rulesets.adoptPack', { ...input, ...more }, { proof });

test('nothing is in force before two persons adopt', async () => {
  const proof = station.staff.nurse.as();
  assert.equal(
    value(await station.query('rulesets.forms', { programme: 'convalescentPlasma' }, proof)),
    null,
  );
  const { offers, adopted } = value(await station.query('rulesets.packs', {}, proof));
  assert.deepEqual(
    offers.filter((offer) => offer.adopted),
    [],
  );
  assert.deepEqual(adopted, []);
});

test('one person alone, an unnamed value, an unknown pack, an early day and DEMO are refused', async () => {
  assert.deepEqual(codes(await adopt({}, station.staff.supervisor.as({ signed: true }))), [
    'station.secondNeeded',
  ]);
  assert.deepEqual(codes(await adopt({ confirmed: input.confirmed.slice(1) })), [
    'rulesets.valuesNotNamed',
  ]);
  assert.deepEqual(codes(await adopt({ revision: 99 })), ['rulesets.noSuchOffer']);
  assert.deepEqual(codes(await adopt({ inForceFrom: '2019-01-01' })), ['rulesets.tooEarly']);
  assert.deepEqual(codes(await adopt({ demo: true })), ['rulesets.demoOnly']);
});

test('an adopted pack is in force, named by its hash, and kept whole in the journal', async () => {
  const hashes = await adoptPacks(station);
  const forms = value(
    await station.query(
      'rulesets.forms',
      { programme: 'convalescentPlasma' },
      station.staff.nurse.as(),
    ),
  );
  assert.equal(forms?.revision, own.revision);
  assert.ok(hashes.includes(forms?.packHash ?? ''));
  assert.deepEqual(codes(await adopt({})), ['rulesets.alreadyAdopted']);
  const row = station.station.core.store.reader.get('rulePack', forms?.packHash ?? '');
  assert.deepEqual(row?.content, own);
  assert.equal(row?.adoptedSecond, station.staff.physician.staffId);
});

test('a retired pack ends with its last day', async () => {
  const proof = station.staff.nurse.as();
  const forms = value(
    await station.query('rulesets.forms', { programme: 'convalescentPlasma' }, proof),
  );
  const hash = forms?.packHash ?? '';
  const retire = (inForceTo: string) =>
    station.command('rulesets.retirePack', { hash, inForceTo, why: '换版' }, { proof: signed });
  assert.deepEqual(codes(await retire('2020-03-09')), ['rulesets.dayOver']);
  value(await retire('2020-03-10'));
  const again = await station.query('rulesets.forms', { programme: 'convalescentPlasma' }, proof);
  assert.equal(value(again)?.packHash, hash);
  station.clock.set('2020-03-10T16:00:00.000Z');
  const tomorrow = await station.query(
    'rulesets.forms',
    { programme: 'convalescentPlasma' },
    proof,
  );
  assert.equal(tomorrow.status === 'ok' ? tomorrow.value : tomorrow, null);
});

test('contrast packs, alternatives beside a pack in force and editions before their day are refused', async () => {
  const [, third, wuhan, , , , contrast] = offeredPacks().map(({ pack }) => pack);
  const asked = (pack: RulePack | undefined, more: object = {}) =>
    adopt({
      packId: pack?.packId,
      revision: pack?.revision,
      confirmed: pack ? unverifiedIds(pack) : [],
      ...more,
    });
  assert.deepEqual(codes(await asked(contrast)), ['rulesets.contrastOnly']);
  // The pack of the journey above ended on 10 March; on 11 March nothing stands in the way.
  assert.deepEqual(codes(await asked(third, { inForceFrom: '2021-10-26' })), ['rulesets.tooEarly']);
  value(await asked(wuhan));
  assert.deepEqual(codes(await asked(third)), ['rulesets.programmeTaken']);
});

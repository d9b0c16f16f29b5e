import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeStationCode } from '#shared/codes/station-codes.ts';
import type { SentOf } from '#shared/contract/index.ts';
import { codes, type FoundedStation, founded, value } from '#tests/support/station.ts';
import { confirmPack, SITE_PACKS } from '../visits/journey.ts';

type DeviceInput = SentOf<'equipment.setDevice'>;

const device = (
  kind: DeviceInput['kind'],
  code: string,
  link: DeviceInput['link'],
): DeviceInput => ({
  kind,
  code,
  link,
  name: code,
  model: '',
  serial: '',
  profile: '',
  chairId: null,
  active: true,
});

const none = { kind: 'none', address: '' } as const;

async function missing(on: FoundedStation): Promise<string[]> {
  const setUp = value(await on.query('equipment.setUp', {}, on.staff.nurse.as()));
  return setUp.items.filter(({ done }) => !done).map(({ item }) => item);
}

function open(on: FoundedStation) {
  const proof = on.staff.admin.as({ signed: true, with: on.staff.admin2 });
  return on.command('operators.openSite', {}, { proof });
}

async function adopt(on: FoundedStation): Promise<void> {
  const proof = on.staff.admin.as({ signed: true, with: on.staff.physician });
  const { offers } = value(await on.query('rulesets.packs', {}, on.staff.admin.as()));
  const wanted = offers.filter(({ packId }) => SITE_PACKS.includes(packId));
  for (const { packId, revision } of wanted) {
    const input = { packId, revision, inForceFrom: '2020-03-10' };
    await confirmPack(on, packId, revision, input.inForceFrom);
    value(await on.command('rulesets.adoptPack', input, { proof }));
  }
}

test('a fresh site has staff and numbers; the list names everything else and opening is refused', async () => {
  const station = await founded({ open: false });
  const lacking = await missing(station);
  assert.deepEqual(lacking, [
    'chairs',
    'apheresis',
    'analyser',
    'labelPrinter',
    'paperPrinter',
    'testLabel',
    'kitLot',
    'anticoagulantLot',
    'salineLot',
    'stripLot',
    'reagentLot',
    'quarantinePlace',
    'qualifiedPlace',
    'freezerPlace',
    'rulePack',
    'generalPack',
    'panel',
  ]);
  assert.equal(codes(await open(station)).length, lacking.length);
});

test('done in the product step by step, the list becomes empty and two people open the site', async () => {
  const station = await founded({ open: false });
  const { admin } = station.staff;
  const proof = { proof: admin.as() };
  const chair = { code: '1', name: '1 号椅', position: 1, active: true };
  value(await station.command('equipment.setChair', chair, proof));
  const devices = [
    device('apheresis', 'APH1', none),
    device('analyser', 'AN1', none),
    device('labelPrinter', 'LBL1', { kind: 'file', address: 'labels' }),
    device('paperPrinter', 'PRN1', { kind: 'file', address: 'paper' }),
  ];
  for (const input of devices) {
    const { deviceId } = value(await station.command('equipment.setDevice', input, proof));
    assert.ok((await missing(station)).includes(input.kind), 'registered is not tested');
    value(await station.command('equipment.testDevice', { deviceId }, proof));
    if (input.kind !== 'labelPrinter') continue;
    const scanned = encodeStationCode('device', input.code) ?? '';
    assert.ok((await missing(station)).includes('testLabel'));
    value(await station.command('equipment.readTestLabel', { deviceId, scanned }, proof));
  }
  for (const kind of ['kit', 'anticoagulant', 'saline', 'strip', 'reagent'] as const) {
    const lot = { kind, name: kind, catalogue: '', lot: `L-${kind}`, expires: '2020-03-31' };
    const input = { ...lot, quantity: 10, serves: [] };
    value(await station.command('equipment.receiveLot', input, proof));
  }
  for (const kind of ['quarantine', 'qualified', 'freezer'] as const) {
    const limits = { minTenthsC: null, maxTenthsC: -200 };
    const input = { code: kind.slice(0, 5).toUpperCase(), name: kind, kind, ...limits };
    value(await station.command('equipment.setPlace', { ...input, active: true }, proof));
  }
  assert.deepEqual(await missing(station), ['rulePack', 'generalPack', 'panel']);
  await adopt(station);
  assert.deepEqual(await missing(station), []);
  value(await open(station));
  const setUp = value(await station.query('equipment.setUp', {}, admin.as()));
  assert.notEqual(setUp.openedAt, null);
  assert.deepEqual(codes(await open(station)), ['operators.alreadyOpen']);
  station.clock.set('2020-04-01T01:00:00.000Z');
  const signed = value(
    await station.command('operators.signIn', { who: { badge: admin.badge }, pin: admin.pin }),
  );
  const later = value(
    await station.query('equipment.setUp', {}, { actor: { kind: 'session', token: signed.token } }),
  );
  const lapsed = later.items.filter(({ done }) => !done).map(({ item }) => item);
  assert.ok(lapsed.includes('kitLot'), 'the list keeps telling what has run out');
});

test('a second account of the same human is no second tester', async () => {
  const station = await founded({ open: false });
  const { admin, labTech, labTech2 } = station.staff;
  const link = { staffId: labTech2.staffId, personId: labTech.personId };
  value(
    await station.command('operators.linkAccount', link, { proof: admin.as({ signed: true }) }),
  );
  const setUp = value(await station.query('equipment.setUp', {}, admin.as()));
  const roles = setUp.items.find(({ item }) => item === 'roles');
  assert.equal(roles?.missing, 'equipment.missingSecondTester');
});

test('number ranges: two people, never over another range', async () => {
  const station = await founded();
  const { admin, admin2 } = station.staff;
  const proof = { proof: admin.as({ signed: true, with: admin2 }) };
  const lease = (input: { year: string; first: number; last: number }) =>
    station.command('collection.leaseNumbers', input, proof);
  assert.deepEqual(codes(await lease({ year: '20', first: 99_999, last: 120_000 })), [
    'collection.rangeOverlaps',
  ]);
  assert.deepEqual(codes(await lease({ year: '20', first: 200, last: 100 })), [
    'collection.rangeEmpty',
  ]);
  value(await lease({ year: '20', first: 100_000, last: 120_000 }));
  value(await lease({ year: '21', first: 1, last: 99_999 }));
  const leases = value(await station.query('equipment.numberLeases', {}, admin.as()));
  assert.deepEqual(leases.map(({ year, first, own }) => [year, first, own]).sort(), [
    ['20', 1, true],
    ['20', 100_000, true],
    ['21', 1, true],
  ]);
});

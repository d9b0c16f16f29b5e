import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { encodeStationCode } from '#shared/codes/station-codes.ts';
import { codes, type FoundedStation, founded, value } from '#tests/support/station.ts';

const station = await founded();
const { staff } = station;
const admin = () => ({ proof: staff.admin.as() });
const signed = () => ({ proof: staff.admin.as({ signed: true }) });

const labelPrinter = {
  code: 'LBL1',
  kind: 'labelPrinter',
  name: '标签机 LBL-1',
  model: 'ZD421',
  serial: '',
  link: { kind: 'file', address: 'labels' },
  profile: 'unit-100x100-8',
  chairId: null,
  active: true,
} as const;

async function device(on: FoundedStation, deviceId: string) {
  const all = value(await on.query('equipment.devices', {}, staff.admin.as()));
  const found = all.find((row) => row.deviceId === deviceId);
  assert.ok(found);
  return found;
}

test('a label printer counts as ready only when its own test label was scanned back', async () => {
  const { deviceId } = value(await station.command('equipment.setDevice', labelPrinter, admin()));
  const scanned = encodeStationCode('device', 'LBL1') ?? '';
  const early = await station.command('equipment.readTestLabel', { deviceId, scanned }, admin());
  assert.deepEqual(codes(early), ['equipment.notTested']);
  const tested = value(await station.command('equipment.testDevice', { deviceId }, admin()));
  assert.deepEqual(tested, { ok: true, detail: 'sent' });
  const [file] = readdirSync(join(station.folder, 'labels'));
  assert.match(readFileSync(join(station.folder, 'labels', file ?? ''), 'utf8'), /DV-LBL1-/);
  const other = encodeStationCode('device', 'LBL2') ?? '';
  const wrong = await station.command(
    'equipment.readTestLabel',
    { deviceId, scanned: other },
    admin(),
  );
  assert.deepEqual(codes(wrong), ['equipment.testLabelOther']);
  value(await station.command('equipment.readTestLabel', { deviceId, scanned }, admin()));
  const row = await device(station, deviceId);
  assert.equal(row.testedOk, true);
  assert.notEqual(row.labelReadAt, null);
});

test('another address makes a tested device untested', async () => {
  const { deviceId } = value(
    await station.command(
      'equipment.setDevice',
      { ...labelPrinter, code: 'LBL3', link: { kind: 'file', address: 'labels3' } },
      admin(),
    ),
  );
  value(await station.command('equipment.testDevice', { deviceId }, admin()));
  const amended = {
    ...labelPrinter,
    deviceId,
    code: 'LBL3',
    link: { kind: 'file', address: 'elsewhere' },
  } as const;
  value(await station.command('equipment.setDevice', { ...amended }, admin()));
  assert.equal((await device(station, deviceId)).testedOk, false);
});

test('a lost line is told in words, with what to do', async () => {
  const link = { kind: 'serial' as const, address: '/dev/lost' };
  const input = { ...labelPrinter, code: 'APH77', kind: 'apheresis' as const, link };
  const { deviceId } = value(await station.command('equipment.setDevice', input, admin()));
  const { machine } = station.station.core;
  const tell = async (reason: string) => {
    machine.tellLive(deviceId, { state: 'lost', reason, since: station.clock.now() });
    return (await device(station, deviceId)).live?.said;
  };
  assert.equal((await device(station, deviceId)).live, null);
  assert.match((await tell('link.portGone'))?.zh ?? '', /请检查线缆/);
  assert.equal(await tell('toString'), null);
});

test('a serial port that is not there fails its test, and that is recorded', async () => {
  const machine = {
    code: 'APH9',
    kind: 'apheresis',
    name: '采血机 APH-09',
    model: '',
    serial: 'S9',
    link: { kind: 'serial', address: join(station.folder, 'no-port') },
    profile: 'aph1',
    chairId: null,
    active: true,
  } as const;
  const { deviceId } = value(await station.command('equipment.setDevice', machine, admin()));
  const found = value(await station.command('equipment.testDevice', { deviceId }, admin()));
  assert.deepEqual(found, { ok: false, detail: 'portMissing' });
  assert.equal((await device(station, deviceId)).testedDetail, 'portMissing');
  const second = await station.command(
    'equipment.setDevice',
    { ...machine, code: 'APH8' },
    admin(),
  );
  assert.deepEqual(codes(second), ['equipment.addressTaken']);
});

test('links and addresses that a device cannot have are refused', async () => {
  const cases = [
    [{ kind: 'serial', address: 'COM3' }, 'equipment.linkKind'],
    [{ kind: 'tcp', address: 'printer' }, 'equipment.address'],
    [{ kind: 'tcp', address: '10.0.0.1:99999' }, 'equipment.address'],
    [{ kind: 'file', address: ' ' }, 'equipment.address'],
  ] as const;
  for (const [link, code] of cases) {
    const answer = await station.command(
      'equipment.setDevice',
      { ...labelPrinter, code: 'X1', link },
      admin(),
    );
    assert.deepEqual(codes(answer), [code]);
  }
});

test('a daily check needs every item; one failed item fails it for the day', async () => {
  const { deviceId } = value(
    await station.command(
      'equipment.setDevice',
      {
        ...labelPrinter,
        code: 'SC1',
        kind: 'scale',
        name: '秤',
        link: { kind: 'none', address: '' },
      },
      admin(),
    ),
  );
  const check = (items: { item: string; ok: boolean }[]) =>
    station.command('equipment.checkDevice', { deviceId, items }, { proof: staff.nurse.as() });
  assert.deepEqual(codes(await check([{ item: 'zero', ok: true }])), ['equipment.itemMissing']);
  const good = { item: 'zero', ok: true };
  const bad = { item: 'checkWeight', ok: false };
  assert.deepEqual(value(await check([good, bad])), { ok: false });
  assert.equal((await device(station, deviceId)).checkedToday, false);
  value(await check([good, { ...bad, ok: true }]));
  assert.equal((await device(station, deviceId)).checkedToday, true);
});

test('lots: expired ones are not taken in, a lot is registered once, withdrawal is for good', async () => {
  const lot = {
    kind: 'kit',
    name: '一次性血浆分离器',
    catalogue: 'K-1',
    lot: 'K2020A',
    expires: '2020-03-10',
    quantity: 50,
    serves: ['convalescentPlasma'],
  } as const;
  const receive = (input: object) =>
    station.command('equipment.receiveLot', { ...lot, ...input, serves: [...lot.serves] }, admin());
  assert.deepEqual(codes(await receive({ expires: '2020-03-09' })), ['equipment.lotExpiredNow']);
  assert.deepEqual(codes(await receive({ expires: '2020-02-30' })), ['station.malformedInput']);
  const { lotId } = value(await receive({}));
  assert.deepEqual(codes(await receive({})), ['equipment.lotKnown']);
  const withdraw = () =>
    station.command('equipment.withdrawLot', { lotId, why: 'recall' }, signed());
  value(await withdraw());
  assert.deepEqual(codes(await withdraw()), ['equipment.lotWithdrawnAlready']);
  const rows = value(await station.query('equipment.lots', { kind: 'kit' }, staff.nurse.as()));
  assert.equal(rows.find((row) => row.lotId === lotId)?.problem, 'equipment.lotWithdrawn');
});

test('places: cold ones need a limit; a reading outside it shows', async () => {
  const place = {
    code: 'F1',
    name: '冷冻柜 1',
    kind: 'freezer',
    minTenthsC: null,
    maxTenthsC: null,
    active: true,
  } as const;
  const open = await station.command('equipment.setPlace', place, admin());
  assert.deepEqual(codes(open), ['equipment.limitMissing']);
  const crossed = { ...place, minTenthsC: -200, maxTenthsC: -300 };
  assert.deepEqual(codes(await station.command('equipment.setPlace', crossed, admin())), [
    'equipment.limitsCrossed',
  ]);
  const { placeId } = value(
    await station.command('equipment.setPlace', { ...place, maxTenthsC: -200 }, admin()),
  );
  const read = (tenthsC: number, readAt?: string) =>
    station.command(
      'equipment.recordTemperature',
      { placeId, tenthsC, ...(readAt ? { readAt } : {}) },
      { proof: staff.labTech.as() },
    );
  assert.deepEqual(codes(await read(-310, '2020-03-11T00:00:00.000Z')), ['equipment.readInFuture']);
  value(await read(-190, '2020-03-10T00:30:00.000Z'));
  value(await read(-310, '2020-03-10T00:20:00.000Z'));
  const places = value(await station.query('equipment.places', {}, staff.nurse.as()));
  const row = places.find((found) => found.placeId === placeId);
  assert.equal(row?.lastTenthsC, -190);
  assert.equal(row?.withinLimits, false);
});

test('nobody records her own qualification; it is the person who is qualified', async () => {
  const { staffId } = staff.admin;
  const own = { staffId, skill: 'apheresis', until: '2020-12-31' } as const;
  assert.deepEqual(codes(await station.command('equipment.recordQualification', own, signed())), [
    'equipment.ownQualification',
  ]);
  const nurse = { ...own, staffId: staff.nurse.staffId, until: '2020-03-10' };
  value(await station.command('equipment.recordQualification', nurse, signed()));
  const rows = value(await station.query('equipment.qualifications', {}, staff.admin.as()));
  assert.deepEqual(
    rows.map(({ staffId: id, valid }) => [id, valid]),
    [[staff.nurse.staffId, true]],
  );
});

test('a calibration page leaves through the printer of the record', async () => {
  const stock = {
    kind: 'certificate',
    name: '荣誉证书',
    widthTenthsMm: 2100,
    heightTenthsMm: 1480,
    dotsPerMm: null,
    form: 'honour-certificate',
    active: true,
  } as const;
  const { stockId } = value(await station.command('equipment.setStock', stock, admin()));
  const printer = {
    ...labelPrinter,
    code: 'HL2',
    kind: 'paperPrinter',
    link: { kind: 'file', address: 'paper' },
  } as const;
  const { deviceId } = value(await station.command('equipment.setDevice', printer, admin()));
  const offset = { deviceId, stockId, xTenthsMm: 12, yTenthsMm: -7 };
  value(await station.command('equipment.setPrinterOffset', offset, admin()));
  const far = await station.command(
    'equipment.setPrinterOffset',
    { ...offset, xTenthsMm: 201 },
    admin(),
  );
  assert.deepEqual(codes(far), ['equipment.offsetTooFar']);
  const sent = value(
    await station.command('equipment.printCalibration', { deviceId, stockId }, admin()),
  );
  assert.equal(sent.state, 'completed');
  const [file] = readdirSync(join(station.folder, 'paper')).filter((name) => name.endsWith('.pdf'));
  assert.match(readFileSync(join(station.folder, 'paper', file ?? ''), 'latin1'), /^%PDF-/);
});

test('a backup is proved and listed; the support bundle holds nothing about people', async () => {
  const copy = value(await station.command('equipment.backUp', {}, admin()));
  assert.ok(existsSync(copy.file));
  const about = value(await station.query('equipment.about', {}, staff.nurse.as()));
  assert.equal(about.backups[0]?.file, copy.file);
  assert.ok(about.licences.some(({ name, licence }) => name === 'zod' && licence === 'MIT'));
  const { file } = value(await station.command('equipment.makeSupportBundle', {}, admin()));
  const text = readFileSync(file, 'utf8');
  for (const person of Object.values(staff)) {
    for (const secret of [person.name, person.badge, person.staffId, person.personId])
      assert.ok(!text.includes(secret), `the bundle holds ${secret}`);
  }
  assert.ok(!text.includes('示范采浆点'));
  assert.match(text, /"operators.staffEnrolled"/);
});

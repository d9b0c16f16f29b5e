import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { rasterCheck } from '#electron/printing/labels/on-record.ts';
import { event } from '#shared/contract/events.ts';
import { activeHolds } from '#shared/features/components/holds.ts';
import { codes, value } from '../../support/station.ts';
import { bagCode, codesOf, contentOf, print, readBack, scansNow } from './reading-back.ts';
import { dinOf, readyUnit, result, splitUnits } from './ready-units.ts';
import { assertSound, type LabelWorld, labelWorld } from './world.ts';

after(() => rasterCheck.close());

const reader = (at: LabelWorld) => at.station.core.store.reader;
const label = (at: LabelWorld, serial: string) => reader(at).get('label', serial);
const unit = (at: LabelWorld, unitId: string) => reader(at).get('unit', unitId);

function verify(at: LabelWorld, unitId: string, texts: readonly string[]) {
  const input = { unitId, scans: scansNow(at, texts) };
  return at.command('labeling.verifyLabel', input, { proof: at.staff.labTech.as() });
}

test('INV-15 a satisfied gate prints exactly the record; every serial is new', async () => {
  const at = await labelWorld();
  const unitId = readyUnit(at, 118);
  const query = value(await at.query('labeling.unit', { unitId }, at.staff.labTech.as()));
  assert.equal(
    query?.ready,
    true,
    JSON.stringify(query?.verdicts.filter((v) => v.verdict !== 'met')),
  );
  const evidence = (ruleId: string) => query?.verdicts.find((v) => v.ruleId === ruleId)?.input;
  assert.equal(evidence('RhD')?.zh, '阳性 · 阳性 / 阳性', 'evidence is told in words');
  assert.match(evidence('ALT')?.zh ?? '', /^未超上限/);
  assert.match(evidence('ALT')?.en ?? '', /^within the limit/);
  at.clock.forward(1);
  const serial = await print(at, unitId);
  assert.match(serial, /^L\d{9}$/);
  const row = label(at, serial);
  assert.equal(row?.state, 'printed');
  assert.equal(row?.content.productCode, 'D0001V00');
  assert.equal(row?.content.abo, 'A');
  assert.deepEqual(row?.content.specialText.at(-1), 'IgG 1:160 阳性');
  assert.ok(!JSON.stringify(row).includes('测试献血者'));
  assert.equal(unit(at, unitId)?.state, 'quarantine');
  const second = readyUnit(at, 119);
  assert.notEqual(await print(at, second), serial);
  assertSound(at);
});

for (const missing of ['HBV', 'HIV-NAT', 'ALT', 'AB', 'SARS2-NAT', 'ABO', 'RhD']) {
  test(`INV-10 INV-15 without ${missing} nothing is printed and no serial is used`, async () => {
    const at = await labelWorld();
    const unitId = readyUnit(at, 118, { without: [missing] });
    const input = { unitId, printerId: 'printer-1', stockId: 'stock-1' };
    const answer = await at.command('labeling.printLabel', input, { proof: at.staff.labTech.as() });
    assert.ok(codes(answer).includes('labeling.gateNotMet'), JSON.stringify(answer));
    assert.deepEqual(reader(at).all('label'), []);
    assert.deepEqual(reader(at).all('serialRange'), []);
  });
}

test('INV-15 a hold, an expired unit, a foreign printer or stock: refused', async () => {
  const at = await labelWorld();
  const unitId = readyUnit(at, 118);
  const as = { proof: at.staff.labTech.as() };
  const good = { unitId, printerId: 'printer-1', stockId: 'stock-1' };
  const refusal = async (change: Partial<typeof good>) =>
    codes(await at.command('labeling.printLabel', { ...good, ...change }, as));
  assert.deepEqual(await refusal({ printerId: 'printer-9' }), ['labeling.printerUnknown']);
  assert.deepEqual(await refusal({ stockId: 'stock-9' }), ['labeling.stockUnknown']);
  assert.deepEqual(await refusal({ unitId: 'nothing' }), ['labeling.unitUnknown']);
  const body = { holdId: 'h1', scope: 'donation', target: dinOf(118), din: dinOf(118) } as const;
  at.record([event('components.held', { ...body, code: 'identityDoubt', source: 'x' })]);
  assert.deepEqual(await refusal({}), ['labeling.gateNotMet']);
  at.record([
    event('components.holdLifted', { holdId: 'h1', target: dinOf(118), code: 'settled' }),
  ]);
  at.clock.set('2027-11-22T02:42:00.000Z');
  assert.deepEqual(await refusal({}), ['labeling.gateNotMet']);
});

test('INV-15 dead dots under a symbol stop the print before any byte goes out', async () => {
  const at = await labelWorld();
  const unitId = readyUnit(at, 118);
  const device = reader(at).get('device', 'printer-2');
  assert.ok(device);
  const { id: deviceId, name, code, model, serial, kind, link } = device;
  const profile = `deadDots=${Array.from({ length: 6 }, (_none, dot) => 100 + dot).join(',')}`;
  const body = { deviceId, name, code, model, serial, kind, link, profile, chairId: null };
  at.record([event('equipment.deviceSet', { ...body, active: true })]);
  const input = { unitId, printerId: 'printer-2', stockId: 'stock-1' };
  const answer = await at.command('labeling.printLabel', input, { proof: at.staff.labTech.as() });
  assert.ok(codes(answer).includes('labeling.decodeFailed'), JSON.stringify(answer));
  assert.deepEqual(reader(at).all('label'), []);
});

test('INV-17 a read-back of bag, square code and serial makes the unit labelled', async () => {
  const at = await labelWorld();
  const unitId = readyUnit(at, 118);
  at.clock.forward(1);
  const serial = await print(at, unitId);
  at.clock.forward(1);
  assert.deepEqual(await readBack(at, unitId, serial), {
    verified: true,
    serial,
    differences: [],
    otherUnitId: null,
  });
  assert.equal(unit(at, unitId)?.state, 'labelled');
  assert.equal(label(at, serial)?.state, 'applied');
  const again = await verify(at, unitId, [bagCode(dinOf(118)), 'x', `&a${serial}`]);
  assert.deepEqual(codes(again), ['labeling.nothingToVerify']);
  assertSound(at);
});

test('INV-17 a linear scanner reads all four codes, in any order, also as pairs', async () => {
  const at = await labelWorld();
  const unitId = readyUnit(at, 118);
  at.clock.forward(1);
  const serial = await print(at, unitId);
  const [din = '', group = '', product = '', expiry = ''] = codesOf(contentOf(at, serial)).linear;
  const bag = bagCode(dinOf(118));
  const own = `&a${serial}`;
  const refusal = async (texts: readonly string[]) => codes(await verify(at, unitId, texts));
  assert.deepEqual(await refusal([bag, din, group, product, own]), ['labeling.labelIncomplete']);
  assert.deepEqual(await refusal([bag, din, group, product, product, own]), [
    'labeling.sameCodeTwice',
  ]);
  assert.deepEqual(await refusal([bag, din, group, product, `]C0${product}`, own]), [
    'labeling.sameCodeTwice',
  ]);
  assert.deepEqual(await refusal([din, group, product, expiry, own]), ['labeling.containerFirst']);
  assert.deepEqual(await refusal([bag, din, group, product, expiry]), ['labeling.serialLast']);
  assert.deepEqual(await refusal([bag, din + group, expiry, product, 'SB-0017-X', own]), [
    'labeling.scanUnreadable',
  ]);
  const done = value(await verify(at, unitId, [bag, `${din}${group}`, expiry, product, own]));
  assert.equal(done.verified, true);
});

test('INV-17 scans from before the print, from the future or out of order are refused', async () => {
  const at = await labelWorld();
  const unitId = readyUnit(at, 118);
  const before = at.clock.now();
  at.clock.forward(1);
  const serial = await print(at, unitId);
  const texts = [bagCode(dinOf(118)), codesOf(contentOf(at, serial)).compound, `&a${serial}`];
  const now = at.clock.now();
  const at2 = (times: readonly string[]) => texts.map((text, i) => ({ text, at: times[i] ?? now }));
  const refusal = async (times: readonly string[]) =>
    codes(
      await at.command(
        'labeling.verifyLabel',
        { unitId, scans: at2(times) },
        { proof: at.staff.labTech.as() },
      ),
    );
  assert.deepEqual(await refusal([now, before, now]), ['labeling.scanOlderThanPrint']);
  const later = new Date(Date.parse(now) + 30_000).toISOString();
  assert.deepEqual(await refusal([later, now, later]), ['labeling.scanOrder']);
  const future = new Date(Date.parse(now) + 3_600_000).toISOString();
  assert.deepEqual(await refusal([now, now, future]), ['labeling.scanFromFuture']);
  assert.equal(label(at, serial)?.state, 'printed');
});

test('INV-17 swapped labels: both units held, both serials void, an incident open', async () => {
  const at = await labelWorld();
  const [one, two] = [readyUnit(at, 118), readyUnit(at, 119, { abo: 'O' })];
  at.clock.forward(1);
  const [serial1, serial2] = [await print(at, one), await print(at, two)];
  at.clock.forward(1);
  const texts = [bagCode(dinOf(118)), codesOf(contentOf(at, serial2)).compound, `&a${serial2}`];
  const done = value(await verify(at, one, texts));
  assert.equal(done.verified, false);
  assert.equal(done.otherUnitId, two);
  assert.deepEqual(
    done.differences.map(({ field }) => field),
    ['din', 'group', 'serial'],
  );
  for (const serial of [serial1, serial2]) {
    assert.equal(label(at, serial)?.state, 'void');
    assert.equal(label(at, serial)?.voidCode, 'mismatch');
  }
  for (const unitId of [one, two]) {
    assert.deepEqual(
      activeHolds(reader(at), unitId).map(({ code }) => code),
      ['labelMismatch'],
    );
    assert.equal(unit(at, unitId)?.state, 'quarantine');
  }
  const [incident] = reader(at).all('incident');
  assert.deepEqual(incident?.subjects, [one, two]);
  assert.deepEqual(codes(await verify(at, one, texts)), ['labeling.nothingToVerify']);
  assertSound(at);
});

test('INV-17 a wrong label holds everything since the last good read-back on its printer', async () => {
  const at = await labelWorld();
  const units = [118, 119, 120, 121].map((sequence) => readyUnit(at, sequence));
  const [good = '', open = '', wrong = '', elsewhere = ''] = units;
  at.clock.forward(1);
  await readBack(at, good, await print(at, good));
  at.clock.forward(1);
  await print(at, open);
  const serial = await print(at, wrong);
  await print(at, elsewhere, 'printer-2');
  const texts = [bagCode(dinOf(200)), codesOf(contentOf(at, serial)).compound, `&a${serial}`];
  assert.equal(value(await verify(at, wrong, texts)).verified, false);
  const held = units.filter((unitId) => activeHolds(reader(at), unitId).length > 0);
  assert.deepEqual(held, [open, wrong]);
  assert.equal(unit(at, good)?.state, 'labelled');
});

test('INV-17 the serials of in-process labels and of void labels prove nothing', async () => {
  const at = await labelWorld();
  const [a, b] = splitUnits(at, 118, ['L500000001', 'L500000002']);
  assert.ok(a && b);
  at.clock.forward(1);
  const serial = await print(at, a.unitId);
  const { compound } = codesOf(contentOf(at, serial));
  const inProcess = (division: string) => `=+02000=${dinOf(118)}12=,0000${division}`;
  const refusal = async (texts: readonly string[]) => codes(await verify(at, a.unitId, texts));
  assert.deepEqual(await refusal([inProcess('A0'), compound, '&aL500000001']), [
    'labeling.inProcessSerial',
  ]);
  const sister = value(await verify(at, a.unitId, [inProcess('B0'), compound, `&a${serial}`]));
  assert.equal(sister.verified, false);
  assert.deepEqual(
    sister.differences.map(({ field }) => field),
    ['containerDivision'],
  );
  assert.equal(sister.otherUnitId, b.unitId);
});

test('INV-17 a reprint needs reason and second person, voids the earlier, and waits for its end', async () => {
  const at = await labelWorld();
  const unitId = readyUnit(at, 118);
  at.clock.forward(1);
  const first = await print(at, unitId);
  const { labTech, labTech2 } = at.staff;
  const input = { unitId, printerId: 'printer-1', stockId: 'stock-1' };
  const again = { ...input, reprintOf: first };
  const why = '缺点';
  const alone = { proof: labTech.as() };
  const both = { proof: labTech.as({ with: labTech2 }) };
  const refusal = async (...args: Parameters<typeof at.command<'labeling.printLabel'>>) =>
    codes(await at.command(...args));
  const name = 'labeling.printLabel';
  assert.deepEqual(await refusal(name, input, alone), ['labeling.alreadyPrinted']);
  assert.deepEqual(await refusal(name, again, both), ['labeling.reprintNeedsReason']);
  assert.deepEqual(await refusal(name, { ...again, why }, alone), ['labeling.reprintNeedsSecond']);
  const { serial } = value(await at.command(name, { ...again, why }, both));
  assert.equal(label(at, first)?.voidCode, 'reprinted');
  assert.equal(label(at, serial)?.content.flags, '05');
  const bag = bagCode(dinOf(118));
  const { compound } = codesOf(contentOf(at, serial));
  assert.deepEqual(codes(await verify(at, unitId, [bag, compound, `&a${first}`])), [
    'labeling.serialVoid',
  ]);
  const good = [bag, compound, `&a${serial}`];
  assert.deepEqual(codes(await verify(at, unitId, good)), ['labeling.oldLabelNotDestroyed']);
  const destroy = { serial: first };
  const signed = { proof: labTech.as({ signed: true, with: labTech2 }) };
  assert.deepEqual(codes(await at.command('labeling.destroyLabel', { serial }, signed)), [
    'labeling.voidFirst',
  ]);
  value(await at.command('labeling.destroyLabel', destroy, signed));
  assert.deepEqual(codes(await at.command('labeling.destroyLabel', destroy, signed)), [
    'labeling.alreadyDestroyed',
  ]);
  assert.equal(value(await verify(at, unitId, good)).verified, true);
  const proof = labTech.as();
  const { counts } = value(await at.query('labeling.register', { only: 'all' }, proof));
  const expected = { given: 2, waiting: 0, applied: 1, toDestroy: 0, destroyed: 1, notPrinted: 0 };
  assert.deepEqual(counts, expected);
  assertSound(at);
});

test('INV-16 a group that is no longer confirmed kills the label with it', async () => {
  const at = await labelWorld();
  const unitId = readyUnit(at, 118);
  at.clock.forward(1);
  const serial = await print(at, unitId);
  await readBack(at, unitId, serial);
  at.record(result(at, { din: dinOf(118), test: 'ABO', reading: 'O' }));
  assert.equal(label(at, serial)?.state, 'void');
  assert.equal(unit(at, unitId)?.state, 'quarantine');
  assertSound(at);
});

test('nothing sent: the serial is void without paper; an unknown outcome stays open', async () => {
  const at = await labelWorld();
  const [one, two] = [readyUnit(at, 118), readyUnit(at, 119)];
  at.clock.forward(1);
  const [first, second] = [await print(at, one), await print(at, two)];
  const report = (serial: string, outcome: string) =>
    at.station.act('labeling.reportPrint', { serial, outcome, codes: [] }, `report-${serial}`);
  value(await report(first, 'notReady'));
  assert.equal(label(at, first)?.voidCode, 'notPrinted');
  assert.deepEqual(activeHolds(reader(at), one), []);
  await print(at, one);
  value(await report(second, 'unknown'));
  assert.equal(label(at, second)?.state, 'printed');
  const proof = at.staff.labTech.as({ signed: true, with: at.staff.labTech2 });
  assert.deepEqual(codes(await at.command('labeling.destroyLabel', { serial: first }, { proof })), [
    'labeling.noPaper',
  ]);
});

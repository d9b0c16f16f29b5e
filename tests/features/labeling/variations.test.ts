import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { rasterCheck } from '#electron/printing/labels/on-record.ts';
import { encodeDin } from '#shared/codes/din.ts';
import { encodeCompound } from '#shared/codes/isbt.ts';
import { activeHolds } from '#shared/features/components/holds.ts';
import { codes, value } from '../../support/station.ts';
import {
  bagCode,
  codesOf,
  contentOf,
  labelledUnit,
  print,
  readBack,
  scansNow,
} from './reading-back.ts';
import { dinOf, readyUnit, splitUnits } from './ready-units.ts';
import { assertSound, type LabelWorld, labelWorld } from './world.ts';

after(() => rasterCheck.close());

const reader = (at: LabelWorld) => at.station.core.store.reader;
const held = (at: LabelWorld, units: readonly string[]) =>
  units.filter((unitId) => activeHolds(reader(at), unitId).length > 0);
const labelState = (at: LabelWorld, serial: string) => reader(at).get('label', serial)?.state;

function verify(at: LabelWorld, unitId: string, texts: readonly string[]) {
  const input = { unitId, scans: scansNow(at, texts) };
  return at.command('labeling.verifyLabel', input, { proof: at.staff.labTech.as() });
}

/** The Data Matrix of an in-process label. */
function inProcess(din: string, division: string): string {
  return encodeCompound([encodeDin(din, '12') ?? '', `=,0000${division}`]) ?? '';
}

test('INV-17 bag of one, label of another, serial of a third: all four are held, no label lives', async () => {
  const at = await labelWorld();
  const units = [118, 119, 120, 121].map((sequence) => readyUnit(at, sequence));
  const [asked = ''] = units;
  at.clock.forward(1);
  const serials: string[] = [];
  for (const unitId of units) serials.push(await print(at, unitId));
  const [, , labelled = '', third = ''] = serials;
  const texts = [bagCode(dinOf(119)), codesOf(contentOf(at, labelled)).compound, `&a${third}`];
  const done = value(await verify(at, asked, texts));
  assert.equal(done.verified, false);
  assert.deepEqual(
    done.differences.map(({ field }) => field),
    ['containerDin', 'din', 'serial'],
  );
  assert.deepEqual(held(at, units), units);
  for (const serial of serials) assert.equal(labelState(at, serial), 'void');
  assert.deepEqual([...(reader(at).all('incident')[0]?.subjects ?? [])].sort(), [...units].sort());
  assertSound(at);
});

test('INV-17 a label that waited while a later one was read back is a suspect all the same', async () => {
  const at = await labelWorld();
  const [early, good, wrong] = [118, 119, 120].map((sequence) => readyUnit(at, sequence));
  at.clock.forward(1);
  await print(at, early ?? '');
  at.clock.forward(1);
  const goodSerial = await print(at, good ?? '');
  at.clock.forward(1);
  await readBack(at, good ?? '', goodSerial);
  const serial = await print(at, wrong ?? '');
  const texts = [bagCode(dinOf(200)), codesOf(contentOf(at, serial)).compound, `&a${serial}`];
  assert.equal(value(await verify(at, wrong ?? '', texts)).verified, false);
  assert.deepEqual(held(at, [early ?? '', good ?? '', wrong ?? '']), [early, wrong]);
  assertSound(at);
});

test('INV-17 two printers on one table: what either printed and nobody read back is held', async () => {
  const at = await labelWorld();
  const [one = '', two = '', beside = ''] = [118, 119, 120].map((n) => readyUnit(at, n));
  at.clock.forward(1);
  await print(at, one, 'printer-1');
  const other = await print(at, two, 'printer-2');
  await print(at, beside, 'printer-2');
  const texts = [bagCode(dinOf(118)), codesOf(contentOf(at, other)).compound, `&a${other}`];
  assert.equal(value(await verify(at, one, texts)).otherUnitId, two);
  assert.deepEqual(held(at, [one, two, beside]), [one, two, beside]);
});

test('INV-17 the mother’s number never stands for a sub-bag: refused, and nothing is held', async () => {
  const at = await labelWorld();
  const [a, b] = splitUnits(at, 118, ['L500000001', 'L500000002']);
  assert.ok(a && b);
  at.clock.forward(1);
  const serial = await print(at, a.unitId);
  const { compound } = codesOf(contentOf(at, serial));
  const mother = await verify(at, a.unitId, [bagCode(dinOf(118)), compound, `&a${serial}`]);
  assert.deepEqual(codes(mother), ['labeling.motherScanned']);
  assert.deepEqual(held(at, [a.unitId, b.unitId]), []);
  const good = [inProcess(dinOf(118), 'A0'), compound, `&a${serial}`];
  assert.equal(value(await verify(at, a.unitId, good)).verified, true);
  assertSound(at);
});

test('INV-17 the number of another mother speaks of all her sub-bags', async () => {
  const at = await labelWorld();
  const unitId = readyUnit(at, 118);
  const sisters = splitUnits(at, 119, ['L500000001', 'L500000002']).map((one) => one.unitId);
  at.clock.forward(1);
  const serial = await print(at, unitId);
  const { compound } = codesOf(contentOf(at, serial));
  const done = value(await verify(at, unitId, [bagCode(dinOf(119)), compound, `&a${serial}`]));
  assert.equal(done.verified, false);
  assert.deepEqual(held(at, [unitId, ...sisters]), [unitId, ...sisters]);
});

test('INV-17 linear: one code of another label among four is a wrong label, not a misread', async () => {
  const at = await labelWorld();
  const [unitId, otherId] = [readyUnit(at, 118), readyUnit(at, 119, { abo: 'O' })];
  at.clock.forward(1);
  const [serial, otherSerial] = [await print(at, unitId), await print(at, otherId)];
  const [din = '', , product = '', expiry = ''] = codesOf(contentOf(at, serial)).linear;
  const [, foreignGroup = ''] = codesOf(contentOf(at, otherSerial)).linear;
  const texts = [bagCode(dinOf(118)), din, foreignGroup, product, expiry, `&a${serial}`];
  const done = value(await verify(at, unitId, texts));
  assert.deepEqual(
    done.differences.map(({ field, expected, scanned }) => [field, expected !== scanned]),
    [['group', true]],
  );
  assert.deepEqual(held(at, [unitId]), [unitId]);
});

test('INV-17 INV-19 a released bag whose number is read under another label loses its release', async () => {
  const at = await labelWorld();
  const released = await labelledUnit(at, 118);
  const proof = at.staff.qualityRelease.as({ signed: true, with: at.staff.supervisor });
  const list = { units: [{ unitId: released, visual: 'ok' as const }] };
  value(await at.command('inventory.releaseUnits', list, { proof }));
  const unitId = readyUnit(at, 119);
  at.clock.forward(1);
  const serial = await print(at, unitId);
  const { compound } = codesOf(contentOf(at, serial));
  value(await verify(at, unitId, [bagCode(dinOf(118)), compound, `&a${serial}`]));
  assert.equal(reader(at).get('unit', released)?.state, 'quarantine');
  assert.deepEqual(held(at, [released, unitId]), [released, unitId]);
  assertSound(at);
});

test('the way back from a wrong label: destroyed by two, incident closed, hold lifted, printed anew', async () => {
  const at = await labelWorld();
  const unitId = readyUnit(at, 118);
  at.clock.forward(1);
  const wrong = await print(at, unitId);
  const { compound } = codesOf(contentOf(at, wrong));
  value(await verify(at, unitId, [bagCode(dinOf(200)), compound, `&a${wrong}`]));
  const { labTech, labTech2, qualityRelease, supervisor } = at.staff;
  const [hold] = activeHolds(reader(at), unitId);
  const lift = () =>
    at.command(
      'components.liftHold',
      { holdId: hold?.id ?? '', why: 'both bags compared' },
      { proof: qualityRelease.as({ signed: true, with: supervisor }) },
    );
  assert.deepEqual(codes(await lift()), ['components.causeStands']);
  const incidentId = reader(at).all('incident')[0]?.id ?? '';
  const found = { cause: 'person' as const, measure: 'one bag at a time' };
  const close = { incidentId, ...found, conclusion: 'sticker of another bag on the table' };
  value(
    await at.command('quality.closeIncident', close, { proof: supervisor.as({ signed: true }) }),
  );
  value(await lift());
  const serial = await print(at, unitId);
  at.clock.forward(1);
  const content = contentOf(at, serial);
  assert.equal(content.flags, '05');
  const good = [bagCode(dinOf(118)), codesOf(content).compound, `&a${serial}`];
  assert.deepEqual(codes(await verify(at, unitId, good)), ['labeling.oldLabelNotDestroyed']);
  const two = { proof: labTech.as({ signed: true, with: labTech2 }) };
  const alone = { proof: labTech.as({ signed: true }) };
  const destroy = { serial: wrong };
  assert.deepEqual(codes(await at.command('labeling.destroyLabel', destroy, alone)), [
    'station.secondNeeded',
  ]);
  value(await at.command('labeling.destroyLabel', destroy, two));
  assert.equal(value(await verify(at, unitId, good)).verified, true);
  assert.equal(reader(at).get('unit', unitId)?.state, 'labelled');
  assertSound(at);
});

import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { inProcessPrintService } from '#electron/features/components/in-process-print.ts';
import { replay } from '#electron/journal/replay.ts';
import { rasterCheck, zplHash } from '#electron/printing/labels/on-record.ts';
import { slices } from '#electron/station/slices.ts';
import { labelPrinterSet, labelStockSet } from '#tests/support/label-printers.ts';
import { codes, type FoundedStation, temporaryFolder, value } from '#tests/support/station.ts';
import { labStation, seed } from '../laboratory/lab-station.ts';
import { DIN } from '../laboratory/world.ts';

const PARTS = [
  { volumeMl: 200, netGrams: 205 },
  { volumeMl: 200, netGrams: 205 },
];

after(() => rasterCheck.close());

interface Bench {
  readonly station: FoundedStation;
  readonly folder: string;
  readonly labels: string;
}

/** A station with two label printers into folders; the second's head has dead dots. */
async function bench(): Promise<Bench> {
  const station = await labStation();
  const folder = temporaryFolder();
  for (const name of ['labels', 'worn']) mkdirSync(join(folder, name), { recursive: true });
  const dead = Array.from({ length: 12 }, (_none, dot) => 60 + dot).join(',');
  seed(station, [
    printer('printer-1', 'labels'),
    printer('printer-2', 'worn', `deadDots=${dead}`),
    labelStockSet('stock-1'),
  ]);
  return { station, folder, labels: join(folder, 'labels') };
}

const printer = (deviceId: string, address: string, profile = '', active = true) =>
  labelPrinterSet({ deviceId, name: deviceId, address, profile, active });

const serve = ({ station, folder }: Bench) =>
  inProcessPrintService({ station: station.station, folder, publish: () => undefined });

/** Intake and a split into two; gives the units. */
async function split({ station }: Bench, printerId?: string) {
  const proof = station.staff.labTech.as();
  const bag = { din: DIN, netGrams: 431, leak: false, haemolysis: 'none', colourOk: true } as const;
  value(await station.command('laboratory.receiveBag', bag, { proof }));
  const plan = { din: DIN, inactivated: true, parts: PARTS, printerId };
  return value(await station.command('components.planSplit', plan, { proof })).units;
}

async function printAgain({ station }: Bench, unitId: string, why: string, printerId?: string) {
  const proof = station.staff.labTech.as();
  return station.command('components.printInProcess', { unitId, why, printerId }, { proof });
}

async function lastPrint({ station }: Bench, unitId: string) {
  const proof = station.staff.labTech.as();
  const { units } = value(await station.query('components.processing', { din: DIN }, proof));
  return units.find((one) => one.unitId === unitId)?.inProcessPrint;
}

const filesOf = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.zpl'));

test('each sub-bag gets its in-process label on paper, a further copy only with a reason', async () => {
  const at = await bench();
  const service = await serve(at);
  const units = await split(at);
  const unitId = units[0]?.unitId ?? '';
  value(await printAgain(at, unitId, 'torn'));
  assert.equal((await printAgain(at, unitId, '')).status, 'refused');
  await service.stop();
  const texts = filesOf(at.labels).map((name) => readFileSync(join(at.labels, name), 'utf8'));
  const copiesOf = (serial: string | null) =>
    texts.filter((text) => text.includes(serial ?? '?')).length;
  assert.deepEqual(
    units.map((unit) => copiesOf(unit.serial)),
    [2, 1],
  );
  const rows = at.station.station.core.store.reader.by('inProcessPrint', 'unitId', unitId);
  assert.deepEqual(
    rows.map(({ outcome, printerId }) => [outcome, printerId]),
    [
      ['sent', 'printer-1'],
      ['sent', 'printer-1'],
    ],
  );
  const hashes = texts.map(zplHash);
  assert.ok(rows.every((row) => hashes.includes(row.contentHash ?? '')));
  assert.equal((await lastPrint(at, unitId))?.copies, 2);
  const { store } = at.station.station.core;
  assert.deepEqual(replay(store, slices).differing, []);
});

test('a label whose symbols cannot be read never goes out; the person sees it and prints elsewhere', async () => {
  const at = await bench();
  const service = await serve(at);
  const [first] = await split(at, 'printer-2');
  const unitId = first?.unitId ?? '';
  const strange = await printAgain(at, unitId, 'torn', 'analyser-1');
  assert.deepEqual(codes(strange), ['components.printerUnknown']);
  await service.stop();
  assert.deepEqual(filesOf(join(at.folder, 'worn')), []);
  const failed = await lastPrint(at, unitId);
  assert.equal(failed?.outcome, 'notReady');
  assert.equal(failed?.codes[0], 'components.labelCheckFailed');
  assert.ok(failed?.codes.includes('labels.symbolMissing'), failed?.codes.join());
  const again = await serve(at);
  value(await printAgain(at, unitId, 'dead dots', 'printer-1'));
  await again.stop();
  assert.equal((await lastPrint(at, unitId))?.outcome, 'sent');
  assert.equal(filesOf(at.labels).length, 1);
});

test('without a printer or paper nothing is sent and the sentence says which', async () => {
  const at = await bench();
  const service = await serve(at);
  seed(at.station, [
    printer('printer-1', 'labels', '', false),
    printer('printer-2', 'worn', '', false),
  ]);
  const [first] = await split(at);
  await service.stop();
  const print = await lastPrint(at, first?.unitId ?? '');
  assert.deepEqual([print?.outcome, print?.codes], ['notReady', ['components.noLabelPrinter']]);
});

test('a printing without a report is never sent again: unknown, and a person looks', async () => {
  const at = await bench();
  const units = await split(at);
  const service = await serve(at);
  await service.stop();
  for (const { unitId } of units)
    assert.equal((await lastPrint(at, unitId))?.outcome, 'unknown', unitId);
  assert.deepEqual(filesOf(at.labels), []);
});

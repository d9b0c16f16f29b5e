import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sendControl } from '#electron/devices/simulators/control-socket.ts';
import { startLabelPrinterSimulator } from '#electron/devices/simulators/label-printer-start.ts';
import { labelPrintService } from '#electron/features/labeling/print-service.ts';
import { rasterCheck, zplHash } from '#electron/printing/labels/on-record.ts';
import { event } from '#shared/contract/events.ts';
import { print } from './reading-back.ts';
import { readyUnit } from './ready-units.ts';
import { type LabelWorld, labelWorld } from './world.ts';

after(() => rasterCheck.close());

const label = (at: LabelWorld, serial: string) => at.station.core.store.reader.get('label', serial);

/** The print service of a world; stopping waits until every report is journaled. */
function serve(at: LabelWorld) {
  return labelPrintService({ station: at.station, folder: at.folder, publish: () => {} });
}

test('the journaled bytes and no others go out, once; a file is never more than sent', async () => {
  const at = await labelWorld();
  const service = await serve(at);
  const serial = await print(at, readyUnit(at, 118));
  await service.stop();
  const folder = join(at.folder, 'labels');
  assert.deepEqual(readdirSync(folder), [`${serial}.zpl`]);
  assert.equal(
    zplHash(readFileSync(join(folder, `${serial}.zpl`), 'utf8')),
    label(at, serial)?.contentHash,
  );
  assert.equal(label(at, serial)?.outcome, 'sent');
  assert.equal(label(at, serial)?.state, 'printed');
});

test('a printer that answers says printed; out of paper nothing is sent and the serial is void', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pp-prn-'));
  const control = join(folder, 'c.sock');
  const printer = await startLabelPrinterSimulator({ folder: join(folder, 'out'), control });
  after(async () => {
    await sendControl(control, { do: 'quit' });
    rmSync(folder, { recursive: true, force: true });
  });
  const at = await labelWorld(`${printer.host}:${printer.port}`);
  const first = await serve(at);
  const good = await print(at, readyUnit(at, 118));
  await first.stop();
  assert.equal(label(at, good)?.outcome, 'printed');
  await sendControl(control, { do: 'set', paperOut: true });
  const second = await serve(at);
  const bad = await print(at, readyUnit(at, 119));
  await second.stop();
  assert.equal(label(at, bad)?.outcome, 'notReady');
  assert.deepEqual(label(at, bad)?.outcomeCodes, ['codes.printerPaperOut']);
  assert.equal(label(at, bad)?.voidCode, 'notPrinted');
});

test('a label whose report was lost is never sent again: a person looks', async () => {
  const at = await labelWorld();
  const serial = await print(at, readyUnit(at, 118));
  const service = await serve(at);
  await service.stop();
  assert.equal(label(at, serial)?.outcome, 'unknown');
  assert.equal(label(at, serial)?.state, 'printed');
  assert.throws(() => readdirSync(join(at.folder, 'labels')), /ENOENT/);
});

test('labels of another station are not printed here', async () => {
  const at = await labelWorld();
  const service = await serve(at);
  const unitId = readyUnit(at, 118);
  const serial = await print(at, unitId);
  await service.stop();
  const own = label(at, serial);
  assert.ok(own);
  const next = await serve(at);
  const { id: _id, content, contentHash, printerId, din } = own;
  const foreign = serial.startsWith('L999') ? 'L998000001' : 'L999000001';
  const body = { serial: foreign, unitId, din, contentHash, printerId, reprintOf: null };
  const text = { ...content, specialText: [...content.specialText] };
  at.record([event('labeling.labelPrinted', { ...body, content: text })]);
  await next.stop();
  assert.equal(label(at, foreign)?.outcome, null);
  assert.deepEqual(readdirSync(join(at.folder, 'labels')), [`${serial}.zpl`]);
});

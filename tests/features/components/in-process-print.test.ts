import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inProcessPrintService } from '#electron/features/components/in-process-print.ts';
import { event } from '#shared/contract/events.ts';
import { temporaryFolder, value } from '#tests/support/station.ts';
import { labStation, seed } from '../laboratory/lab-station.ts';
import { DIN } from '../laboratory/world.ts';

const PARTS = [
  { volumeMl: 200, netGrams: 205 },
  { volumeMl: 200, netGrams: 205 },
];

test('each sub-bag gets its in-process label on paper, a further copy only with a reason', async () => {
  const station = await labStation();
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'labels'), { recursive: true });
  seed(station, [
    event('equipment.deviceSet', {
      deviceId: 'printer-1',
      code: 'LP1',
      kind: 'labelPrinter',
      name: '标签机',
      model: 'file',
      serial: '1',
      link: { kind: 'file', address: 'labels' },
      profile: '',
      chairId: null,
      active: true,
    }),
    event('equipment.stockSet', {
      stockId: 'stock-1',
      kind: 'label',
      name: '100 × 100',
      widthTenthsMm: 1000,
      heightTenthsMm: 1000,
      dotsPerMm: 8,
      form: '',
      active: true,
    }),
  ]);
  const host = { station: station.station, folder, publish: () => undefined };
  const service = await inProcessPrintService(host);
  const proof = station.staff.labTech.as();
  const bag = { din: DIN, netGrams: 431, leak: false, haemolysis: 'none', colourOk: true } as const;
  value(await station.command('laboratory.receiveBag', bag, { proof }));
  const plan = { din: DIN, inactivated: true, parts: PARTS };
  const { units } = value(await station.command('components.planSplit', plan, { proof }));
  const unitId = units[0]?.unitId ?? '';
  const again = { unitId, why: 'torn' };
  value(await station.command('components.printInProcess', again, { proof }));
  const silent = await station.command('components.printInProcess', { unitId, why: '' }, { proof });
  assert.equal(silent.status, 'refused');
  await service.stop();
  const files = readdirSync(join(folder, 'labels')).filter((name) => name.endsWith('.zpl'));
  const texts = files.map((name) => readFileSync(join(folder, 'labels', name), 'utf8'));
  const copiesOf = (serial: string | null) =>
    texts.filter((text) => text.includes(serial ?? '?')).length;
  assert.deepEqual(
    units.map((unit) => copiesOf(unit.serial)),
    [2, 1],
  );
});

import { event } from '#shared/contract/events.ts';
import { labelPrinterSet, labelStockSet } from '#tests/support/label-printers.ts';
import type { World } from './world.ts';

const SIMULATED = { model: 'SIM', serial: 'P1', active: true };

export interface LabelPrinter {
  readonly deviceId?: string;
  /** Folder into which it prints. */
  readonly address?: string;
  readonly profile?: string;
  readonly chairId?: string | null;
}

/** Registers a label printer that writes into a folder, and the stock of its stickers. */
export function seedLabelPrinter(world: World, given: LabelPrinter = {}): void {
  const { deviceId = 'prn-1', address = 'labels', profile = '', chairId = null } = given;
  world.seed(
    labelPrinterSet({ deviceId, name: '标签机', address, profile, chairId }),
    labelStockSet('stock-small'),
  );
}

/** Registers a printer for papers that writes into a folder. */
export function seedPaperPrinter(world: World): void {
  world.seed(
    event('equipment.deviceSet', {
      ...SIMULATED,
      deviceId: 'prn-2',
      code: 'PRN02',
      kind: 'paperPrinter',
      name: '文书打印机',
      link: { kind: 'file', address: 'papers' },
      profile: '',
      chairId: null,
    }),
  );
}

import { event } from '#shared/contract/events.ts';

/** A label printer that writes into a folder. */
export interface FilePrinter {
  readonly deviceId: string;
  readonly name: string;
  /** Folder into which it prints. */
  readonly address: string;
  /** `deadDots=…` for a worn head. */
  readonly profile: string;
  readonly chairId?: string | null;
  readonly active?: boolean;
}

/** A label printer comes to be, or changes. */
export function labelPrinterSet({ address, chairId = null, active = true, ...given }: FilePrinter) {
  return event('equipment.deviceSet', {
    ...given,
    code: given.deviceId.toUpperCase().replace('-', ''),
    kind: 'labelPrinter',
    model: 'SIM',
    serial: given.deviceId,
    link: { kind: 'file', address },
    chairId,
    active,
  });
}

/** Labels of 60 × 40 mm for a print head of 8 dots a millimetre. */
export function labelStockSet(stockId: string) {
  return event('equipment.stockSet', {
    stockId,
    kind: 'label',
    name: '60 × 40',
    widthTenthsMm: 600,
    heightTenthsMm: 400,
    dotsPerMm: 8,
    form: '',
    active: true,
  });
}

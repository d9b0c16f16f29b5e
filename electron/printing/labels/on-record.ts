import { createHash } from 'node:crypto';
import type { StateReader } from '#shared/contract/rows.ts';
import { RasterCheck } from './raster-check.ts';
import type { LabelPurpose, LabelStock } from './stock.ts';

/** One warm thread for all label checks of this process. */
export const rasterCheck = new RasterCheck();

/** SHA-256 of the bytes of a label, 64 hex digits. */
export function zplHash(zpl: string): string {
  return createHash('sha256').update(zpl, 'utf8').digest('hex');
}

/** Columns of the head that are known to be dead: `deadDots=300,301` in the printer's profile. */
export function deadDotsOf(read: StateReader, printerId: string): readonly number[] {
  const list = /deadDots=([0-9,]+)/.exec(read.get('device', printerId)?.profile ?? '')?.[1];
  return list === undefined ? [] : list.split(',').filter(Boolean).map(Number);
}

/** The narrowest label paper on record that holds a small label, tenths of a millimetre. */
export function smallestStock(
  read: StateReader,
  purpose: LabelPurpose,
  least: { readonly width: number; readonly height: number },
): LabelStock | undefined {
  return read
    .by('stock', 'kind', 'label')
    .filter((row) => row.active)
    .filter((row) => row.widthTenthsMm >= least.width && row.heightTenthsMm >= least.height)
    .toSorted((a, b) => a.widthTenthsMm - b.widthTenthsMm || (a.id < b.id ? -1 : 1))
    .flatMap((row): LabelStock[] =>
      row.dotsPerMm === 8 || row.dotsPerMm === 12
        ? [
            {
              id: row.id,
              purposes: [purpose],
              widthMm: Math.floor(row.widthTenthsMm / 10),
              heightMm: Math.floor(row.heightTenthsMm / 10),
              dotsPerMm: row.dotsPerMm,
            },
          ]
        : [],
    )[0];
}

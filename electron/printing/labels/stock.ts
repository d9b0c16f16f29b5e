import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type LabelProblem, labelProblem } from './problems.ts';

const purpose = z.enum(['unit', 'inProcess', 'chair']);

const stockSchema = z.strictObject({
  id: z.string().min(1),
  purposes: z.array(purpose).min(1),
  widthMm: z.number().int().min(20).max(200),
  heightMm: z.number().int().min(15).max(200),
  dotsPerMm: z.union([z.literal(8), z.literal(12)]),
});

export type LabelPurpose = z.infer<typeof purpose>;
/** A kind of label paper in one printer: its size in millimetres and the printer's resolution. */
export type LabelStock = z.infer<typeof stockSchema>;

/**
 * The narrow bar: 0.25 mm, two dots at 8 dots/mm and three at 12 (ST-001 6.1: target 0.25, least 0.17).
 */
export function moduleDots(stock: LabelStock): number {
  return Math.round(stock.dotsPerMm / 4);
}

/** The stock records shipped with the station; throws when the file is not as its schema says. */
export function loadLabelStocks(): LabelStock[] {
  const url = new URL('../../../resources/labels/stocks.json', import.meta.url);
  return z.array(stockSchema).parse(JSON.parse(readFileSync(url, 'utf8')));
}

/** Refuses a stock that is not meant for the purpose, or smaller than the layout needs. */
export function stockFor(
  stock: LabelStock,
  wanted: LabelPurpose,
  leastMm: readonly [width: number, height: number],
): Result<LabelStock, LabelProblem> {
  const fits = stock.widthMm >= leastMm[0] && stock.heightMm >= leastMm[1];
  return fits && stock.purposes.includes(wanted)
    ? ok(stock)
    : err(labelProblem('labels.stock', `${stock.id} ${wanted}`));
}

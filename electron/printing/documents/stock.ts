import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Result } from '#shared/kernel/result.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { PaperProblem } from './problems.ts';

const mm = z.number().finite();
const length = mm.positive();
const color = z.string().regex(/^#[0-9A-Fa-f]{6}$/);
const face = z.enum(['sans', 'sansBold', 'serif', 'kai']);

const lettering = {
  x: mm,
  y: mm,
  size: length,
  spacing: mm.optional(),
  face,
  color,
  align: z.enum(['left', 'center', 'right']),
};

const artSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('rect'),
    x: mm,
    y: mm,
    w: length,
    h: length,
    fill: color.optional(),
    stroke: color.optional(),
    width: length.optional(),
  }),
  z.strictObject({
    kind: z.literal('path'),
    d: z.string().min(1),
    matrix: z.array(mm).length(6).optional(),
    fill: color.optional(),
    stroke: color.optional(),
    width: length.optional(),
  }),
  z.strictObject({
    kind: z.literal('ellipse'),
    x: mm,
    y: mm,
    rx: length,
    ry: length,
    stroke: color,
    width: length,
    dash: length.optional(),
  }),
  z.strictObject({
    kind: z.literal('rosette'),
    x: mm,
    y: mm,
    count: z.int().min(1).max(60),
    turn: mm,
    rx: z.tuple([length, mm]),
    ry: z.tuple([length, mm]),
    stroke: color,
    width: length,
  }),
  z.strictObject({ kind: z.literal('text'), text: z.string().min(1), ...lettering }),
  // The name of the blood centre whose stock it is.
  z.strictObject({ kind: z.literal('issuer'), ...lettering }),
]);

const fieldSchema = z.strictObject({
  id: z.enum(['donorName', 'donatedOn', 'volumeMl', 'times', 'signedOn']),
  x: mm.nonnegative(),
  y: mm.nonnegative(),
  w: length,
  h: length,
  face,
  size: length,
  minSize: length,
});

const stockSchema = z
  .strictObject({
    id: z.string().min(1),
    version: z.int().positive(),
    name: z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) }),
    width: length,
    height: length,
    /** IPP `media` keyword (PWG 5101.1 custom size names). */
    media: z.string().regex(/^[a-z0-9_.-]+$/),
    fields: z.array(fieldSchema).min(1),
    art: z.array(artSchema),
  })
  .refine((s) => new Set(s.fields.map((f) => f.id)).size === s.fields.length)
  .refine((s) => s.fields.every((f) => f.x + f.w <= s.width && f.y + f.h <= s.height));

/** A pre-printed stock: measured size, the boxes that are printed, the form for the preview. All mm. */
export type Stock = z.infer<typeof stockSchema>;
export type StockField = Stock['fields'][number];
export type StockArt = Stock['art'][number];

/** Checks a stock record; refuses with `printing.badStock` naming the first fault. */
export function parseStock(record: unknown): Result<Stock, PaperProblem> {
  const parsed = stockSchema.safeParse(record);
  if (parsed.success) return ok(parsed.data);
  const first = parsed.error.issues[0];
  return err({ code: 'printing.badStock', detail: `${first?.path.join('.')}: ${first?.message}` });
}

/** The built-in certificate stock, `resources/forms/honour-certificate.json`. */
export function certificateStock(): Result<Stock, PaperProblem> {
  const url = new URL('../../../resources/forms/honour-certificate.json', import.meta.url);
  return parseStock(JSON.parse(readFileSync(url, 'utf8')));
}

/** How far one printer shifts one stock, tenths of a millimetre; right and down are positive. */
export interface PrintOffset {
  readonly x: number;
  readonly y: number;
}

export const NO_OFFSET: PrintOffset = { x: 0, y: 0 };

import { type Face, type FaceId, loadFace } from '#electron/printing/documents/fonts.ts';
import { missingGlyphs } from '#electron/printing/documents/glyphs.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type Bitmap, blankBitmap } from './bitmap.ts';
import { type LabelProblem, labelProblem } from './problems.ts';
import { fillOutline, flatten, type PathCommand, type Polyline } from './scanline.ts';

export type LabelFace = Extract<FaceId, 'sans' | 'sansBold'>;

/** A line of text as dots; offsets lead from the pen's start on the baseline to its top left. */
export interface TextBitmap {
  readonly bitmap: Bitmap;
  readonly offsetX: number;
  readonly offsetY: number;
  /** Dots that the pen advances. */
  readonly advance: number;
}

interface OutlineFace extends Omit<Face, 'layout'> {
  layout(text: string): {
    readonly glyphs: readonly { readonly path: { readonly commands: readonly PathCommand[] } }[];
    readonly positions: readonly {
      readonly xAdvance: number;
      readonly xOffset: number;
      readonly yOffset: number;
    }[];
  };
}

const CACHE_LIMIT = 2000;
const cache = new Map<string, TextBitmap>();

/**
 * Draws one line with the station's own font, `size` dots to the em. Label printers rarely hold a
 * Chinese font, so text travels as graphics. A character without a glyph is refused by name
 * (`labels.missingGlyph`, detail `字 U+…`) and no other font is tried: a box is never printed.
 */
export function drawText(
  text: string,
  face: LabelFace,
  size: number,
): Result<TextBitmap, LabelProblem> {
  if (text.trim() === '') return err(labelProblem('labels.emptyText', ''));
  const key = `${face} ${size} ${text}`;
  const known = cache.get(key);
  if (known) return ok(known);
  const missing = missingGlyphs(text, face, [face])[0];
  if (missing)
    return err(labelProblem('labels.missingGlyph', `${missing.character} ${missing.codePoint}`));
  const drawn = rasterise(text, face, size);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(key, drawn);
  return ok(drawn);
}

/** Dots that a text advances at `size` dots to the em; for line breaking. */
export function textWidth(text: string, face: LabelFace, size: number): number {
  const font = outlineFace(face);
  const units = font.layout(text).positions.reduce((sum, place) => sum + place.xAdvance, 0);
  return (units * size) / font.unitsPerEm;
}

function outlineFace(face: LabelFace): OutlineFace {
  return loadFace(face) as unknown as OutlineFace;
}

function rasterise(text: string, face: LabelFace, size: number): TextBitmap {
  const font = outlineFace(face);
  const scale = size / font.unitsPerEm;
  const run = font.layout(text);
  const lines: Polyline[] = [];
  let pen = 0;
  for (const [i, glyph] of run.glyphs.entries()) {
    const place = run.positions[i];
    if (!place) continue;
    const x = pen + place.xOffset * scale;
    lines.push(...flatten(glyph.path.commands, scale, x, -place.yOffset * scale));
    pen += place.xAdvance * scale;
  }
  return { ...inkOf(lines), advance: Math.ceil(pen) };
}

function inkOf(lines: readonly Polyline[]): Omit<TextBitmap, 'advance'> {
  const xs = lines.flatMap((line) => line.map((point) => point[0]));
  const ys = lines.flatMap((line) => line.map((point) => point[1]));
  if (xs.length === 0) return { bitmap: blankBitmap(1, 1), offsetX: 0, offsetY: 0 };
  const offsetX = Math.floor(Math.min(...xs));
  const offsetY = Math.floor(Math.min(...ys));
  const width = Math.max(1, Math.ceil(Math.max(...xs)) - offsetX);
  const height = Math.max(1, Math.ceil(Math.max(...ys)) - offsetY);
  return { bitmap: fillOutline(lines, { offsetX, offsetY, width, height }), offsetX, offsetY };
}

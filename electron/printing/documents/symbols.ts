import bwip from 'bwip-js/node';
import { PaperProblemError } from './problems.ts';

export type SymbolKind = 'code128' | 'datamatrix' | 'qrcode';

/** A symbol as dark rectangles on a grid of modules, ready to be drawn at any module size. */
export interface SymbolGrid {
  readonly columns: number;
  /** 1 for a linear code: its height is the caller's choice. */
  readonly rows: number;
  readonly bars: readonly {
    readonly x: number;
    readonly y: number;
    readonly w: number;
    readonly h: number;
  }[];
}

interface LinearRaw {
  readonly sbs: readonly number[];
}
interface MatrixRaw {
  readonly pixs: readonly number[];
  readonly pixx: number;
  readonly pixy: number;
}
interface Encoder {
  raw(options: { bcid: string; text: string }): readonly (LinearRaw | MatrixRaw)[];
}

// Scanners disagree on the character set of anything else; all codes of the product are ASCII.
const ASCII = /^[\x00-\x7f]+$/;

/**
 * Encodes `text` byte for byte (no escape is interpreted). Quiet zones are the caller's.
 * Throws `printing.badSymbol` for text that the symbology cannot carry.
 */
export function encodeSymbol(kind: SymbolKind, text: string): SymbolGrid {
  const raw = ASCII.test(text) ? tryEncode(kind, text) : undefined;
  if (!raw) throw new PaperProblemError({ code: 'printing.badSymbol', detail: text });
  return 'sbs' in raw ? linear(raw.sbs) : matrix(raw);
}

function tryEncode(kind: SymbolKind, text: string): LinearRaw | MatrixRaw | undefined {
  try {
    return (bwip as Encoder).raw({ bcid: kind, text })[0];
  } catch {
    return undefined;
  }
}

function linear(widths: readonly number[]): SymbolGrid {
  const bars: { x: number; y: number; w: number; h: number }[] = [];
  let x = 0;
  for (const [i, w] of widths.entries()) {
    if (i % 2 === 0) bars.push({ x, y: 0, w, h: 1 });
    x += w;
  }
  return { columns: x, rows: 1, bars };
}

/** Joins dark neighbours of a row into one rectangle, so that no hairline gaps are printed. */
function matrix(raw: MatrixRaw): SymbolGrid {
  const bars: { x: number; y: number; w: number; h: number }[] = [];
  for (let y = 0; y < raw.pixy; y += 1) {
    for (let x = 0; x < raw.pixx; x += 1) {
      const start = x;
      while (x < raw.pixx && raw.pixs[y * raw.pixx + x]) x += 1;
      if (x > start) bars.push({ x: start, y, w: x - start, h: 1 });
    }
  }
  return { columns: raw.pixx, rows: raw.pixy, bars };
}

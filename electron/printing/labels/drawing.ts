import { wrapText } from '#electron/printing/documents/wrap.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Bitmap } from './bitmap.ts';
import { drawText, type LabelFace, textWidth } from './chinese-text.ts';
import { type LabelProblem, labelProblem } from './problems.ts';
import { type LabelStock, moduleDots } from './stock.ts';
import { writeZpl, type ZplCommand } from './zpl.ts';

export type Symbology = 'code128' | 'dataMatrix';

/** A symbol that must be read from the print. */
export interface ExpectedSymbol {
  readonly name: string;
  readonly symbology: Symbology;
  readonly text: string;
}

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A text whose dots must stand in the print exactly as they were drawn. */
export interface ExpectedText {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly bitmap: Bitmap;
}

/** What a print of the label must show; the raster check compares with nothing else. */
export interface LabelExpectation {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly dotsPerMm: number;
  readonly symbols: readonly ExpectedSymbol[];
  readonly texts: readonly ExpectedText[];
  /** Where ink may stand: symbols, lines and texts. Ink elsewhere is a fault. */
  readonly inked: readonly Area[];
}

/** A label ready for the check and the printer. `zpl` is exactly what is sent. */
export interface DrawnLabel {
  readonly zpl: string;
  readonly expected: LabelExpectation;
}

export interface TextSpot {
  readonly name: string;
  readonly face: LabelFace;
  /** Eighths of a millimetre: em size and the place of the baseline's left end. */
  readonly size: number;
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
}

export interface Paragraph extends TextSpot {
  readonly lineAdvance: number;
  readonly lastBaseline: number;
}

/** Narrow bars of the widest linear symbol of ours (ST-001: a donation number in subset C is 145). */
const WIDEST_SYMBOL = 160;

/**
 * Collects one label. Measures come in eighths of a millimetre, one dot at 8 dots/mm, and are
 * rounded to dots here and nowhere else. The first problem stays and is given by `finish`.
 */
export class LabelDrawing {
  readonly #stock: LabelStock;
  readonly #commands: ZplCommand[] = [];
  readonly #symbols: ExpectedSymbol[] = [];
  readonly #texts: ExpectedText[] = [];
  readonly #inked: Area[] = [];
  #problem: LabelProblem | undefined;

  constructor(stock: LabelStock) {
    this.#stock = stock;
  }

  /** Dots of a measure in eighths of a millimetre. */
  dots(eighths: number): number {
    return Math.round((eighths * this.#stock.dotsPerMm) / 8);
  }

  code128(symbol: ExpectedSymbol, x: number, y: number, height: number): void {
    const place = { x: this.dots(x), y: this.dots(y), height: this.dots(height) };
    const module = moduleDots(this.#stock);
    this.#commands.push({ kind: 'code128', ...place, moduleDots: module, data: symbol.text });
    this.#symbols.push(symbol);
    this.#inked.push({ ...place, width: WIDEST_SYMBOL * module });
  }

  /** `module` in eighths of a millimetre, `side` the greatest number of modules expected. */
  dataMatrix(symbol: ExpectedSymbol, x: number, y: number, module: number, side: number): void {
    const place = { x: this.dots(x), y: this.dots(y) };
    const size = this.dots(module);
    this.#commands.push({ kind: 'dataMatrix', ...place, moduleDots: size, data: symbol.text });
    this.#symbols.push(symbol);
    this.#inked.push({ ...place, width: side * size, height: side * size });
  }

  /** A rectangle's outline, or a filled bar where `thickness` is its height. */
  box(x: number, y: number, width: number, height: number, thickness: number): void {
    const [w, h] = [this.dots(width), this.dots(height)];
    const area = { x: this.dots(x), y: this.dots(y), width: w, height: h };
    const line = Math.max(1, this.dots(thickness));
    this.#commands.push({ kind: 'box', ...area, thickness: line });
    this.#inked.push({ ...area, width: Math.max(w, line), height: Math.max(h, line) });
  }

  /** One line; refused when wider than its spot, for nothing is cut off. Gives the right end. */
  text(text: string, spot: TextSpot, change: (bitmap: Bitmap) => Bitmap = (same) => same): number {
    const size = this.dots(spot.size);
    const drawn = drawText(text, spot.face, size);
    if (!drawn.ok) return this.#refuse({ ...drawn.error, detail: detailOf(spot, drawn.error) });
    const bitmap = change(drawn.value.bitmap);
    const grown = (bitmap.width - drawn.value.bitmap.width) / 2;
    const x = Math.max(0, this.dots(spot.x) + drawn.value.offsetX - Math.min(0, grown));
    const y = this.dots(spot.baseline) + drawn.value.offsetY - grown;
    if (Math.max(drawn.value.advance, bitmap.width) > this.dots(spot.width) || y < 0)
      return this.#refuse(labelProblem('labels.textDoesNotFit', spot.name));
    this.#commands.push({ kind: 'graphic', x, y, bitmap });
    this.#texts.push({ name: spot.name, x, y, bitmap });
    this.#inked.push({ x, y, width: bitmap.width, height: bitmap.height });
    return spot.x + (drawn.value.advance * 8) / this.#stock.dotsPerMm;
  }

  /** Lines broken to the width; gives the baseline of the next line, refuses when out of room. */
  paragraph(text: string, spot: Paragraph): number {
    const size = this.dots(spot.size);
    const lines = wrapText(text, this.dots(spot.width), (part) => textWidth(part, spot.face, size));
    let { baseline } = spot;
    for (const line of lines) {
      if (baseline > spot.lastBaseline)
        this.#refuse(labelProblem('labels.textDoesNotFit', spot.name));
      this.text(line, { ...spot, baseline, width: spot.width + 2 });
      baseline += spot.lineAdvance;
    }
    return baseline;
  }

  /** The whole label, or the first thing that could not be drawn faithfully. */
  finish(): Result<DrawnLabel, LabelProblem> {
    if (this.#problem) return err(this.#problem);
    const { widthMm, heightMm, dotsPerMm } = this.#stock;
    const size = { widthDots: widthMm * dotsPerMm, heightDots: heightMm * dotsPerMm };
    const { widthDots, heightDots } = size;
    const outside = this.#texts.find(
      ({ x, y, bitmap }) => x + bitmap.width > widthDots || y + bitmap.height > heightDots,
    );
    if (outside) return err(labelProblem('labels.textDoesNotFit', outside.name));
    const expected = { symbols: this.#symbols, texts: this.#texts, inked: this.#inked };
    const zpl = writeZpl({ ...size, commands: this.#commands });
    return ok({ zpl, expected: { widthMm, heightMm, dotsPerMm, ...expected } });
  }

  #refuse(problem: LabelProblem): number {
    this.#problem ??= problem;
    return 0;
  }
}

function detailOf(spot: TextSpot, problem: LabelProblem): string {
  return problem.detail === '' ? spot.name : `${spot.name} ${problem.detail}`;
}

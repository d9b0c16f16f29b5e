import type { Result } from '#shared/kernel/result.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { FaceId } from './fonts.ts';
import { graphemes, type MissingGlyph, missingGlyphs, type Segment, segments } from './glyphs.ts';
import type { PaperDocument, PaperProblem } from './problems.ts';
import { encodeSymbol, type SymbolKind } from './symbols.ts';

export const PT_PER_MM = 72 / 25.4;

/** What to do with a character that no face has: refuse the document, or leave a space for it. */
export type MissingPolicy = 'stop' | 'leaveSpace';

export interface SheetOptions {
  readonly title: string;
  /** UTC time text; the only date in the file, so that equal input gives equal bytes. */
  readonly createdAt: string;
  readonly missing?: MissingPolicy;
  /** Chinese where left out: quotes, apostrophes and ellipses are then as wide as a character. */
  readonly language?: 'zh-CN' | 'en';
  /** Every page is marked across: not for use. */
  readonly practice: boolean;
}

export interface TextStyle {
  readonly face: FaceId;
  /** Points. */
  readonly size: number;
  readonly color?: string;
  readonly align?: 'left' | 'center' | 'right';
  /** Extra space after each character, points. */
  readonly spacing?: number;
  readonly opacity?: number;
}

export interface StrokeStyle {
  /** Millimetres. */
  readonly width?: number;
  readonly color?: string;
  readonly dash?: number;
  readonly fill?: string;
  readonly opacity?: number;
}

/** A gap for a hand-written character: x from the left, baseline y, size in mm. */
export interface Gap {
  readonly x: number;
  readonly y: number;
  readonly em: number;
}

const INK = '#000000';

/** Marks that Chinese and Latin text share; the faces hold both forms, the wide one by default. */
const SHARED_MARKS = /[‘’“”…]/;
/** OpenType feature of the forms that stand in Latin text. */
const LATIN_FORMS: PDFKit.Mixins.OpenTypeFeatures[] = ['pwid'];

/**
 * A PDF in millimetres from the upper left corner; text stands on its baseline. Every character is
 * checked against the faces before it is drawn, so a missing glyph is never drawn as a box.
 */
export class Sheet {
  readonly #doc: PDFKit.PDFDocument;
  readonly #chunks: Uint8Array[] = [];
  readonly #done: Promise<void>;
  readonly #missing: MissingGlyph[] = [];
  readonly #policy: MissingPolicy;
  readonly #isLatin: boolean;
  readonly #pages: { readonly width: number; readonly height: number }[] = [];

  constructor(doc: PDFKit.PDFDocument, { missing = 'stop', language }: SheetOptions) {
    this.#doc = doc;
    this.#policy = missing;
    this.#isLatin = language === 'en';
    doc.on('data', (chunk: Uint8Array) => this.#chunks.push(chunk));
    this.#done = new Promise((resolve) => doc.on('end', resolve));
  }

  get pages(): number {
    return this.#pages.length;
  }

  /** Starts a page of the given size in mm. */
  page(width: number, height: number): void {
    this.#doc.addPage({ size: [width * PT_PER_MM, height * PT_PER_MM], margin: 0 });
    this.#pages.push({ width, height });
  }

  /** Goes back to every page to add to it, given its size in mm and its number from 1. */
  onEachPage(draw: (width: number, height: number, page: number) => void): void {
    this.#pages.forEach(({ width, height }, index) => {
      this.#doc.switchToPage(index);
      draw(width, height, index + 1);
    });
  }

  /** Everything drawn inside `draw` is turned about (x, y) mm, clockwise. */
  turned(degrees: number, x: number, y: number, draw: () => void): void {
    this.#doc.save().rotate(degrees, { origin: [x * PT_PER_MM, y * PT_PER_MM] });
    draw();
    this.#doc.restore();
  }

  /** Everything drawn inside `draw` is moved by (x, y) mm. */
  shifted(x: number, y: number, draw: () => void): void {
    this.#doc.save().translate(x * PT_PER_MM, y * PT_PER_MM);
    draw();
    this.#doc.restore();
  }

  /** Width in mm, gaps for hand-written characters included. */
  width(text: string, style: Pick<TextStyle, 'face' | 'size' | 'spacing'>): number {
    let points = 0;
    for (const segment of segments(text, style.face)) points += this.#advance(segment, style);
    return points / PT_PER_MM;
  }

  /** Draws one line; returns the gaps it left. */
  text(text: string, x: number, y: number, style: TextStyle): Gap[] {
    this.#missing.push(...missingGlyphs(text, style.face));
    const total = this.width(text, style) * PT_PER_MM;
    const shift = style.align === 'center' ? total / 2 : style.align === 'right' ? total : 0;
    let left = x * PT_PER_MM - shift;
    const gaps: Gap[] = [];
    for (const segment of segments(text, style.face)) {
      const advance = this.#advance(segment, style);
      if (segment.face) this.#run(segment.text, segment.face, left, y * PT_PER_MM, style);
      else gaps.push({ x: left / PT_PER_MM, y, em: style.size / PT_PER_MM });
      left += advance;
    }
    return gaps;
  }

  line(x1: number, y1: number, x2: number, y2: number, style: StrokeStyle = {}): void {
    this.#doc.save();
    this.#stroke(style);
    this.#doc
      .moveTo(x1 * PT_PER_MM, y1 * PT_PER_MM)
      .lineTo(x2 * PT_PER_MM, y2 * PT_PER_MM)
      .stroke();
    this.#doc.restore();
  }

  rect(x: number, y: number, w: number, h: number, style: StrokeStyle = {}): void {
    const doc = this.#doc.save();
    const box = () => doc.rect(x * PT_PER_MM, y * PT_PER_MM, w * PT_PER_MM, h * PT_PER_MM);
    if (style.fill) {
      doc.fillOpacity(style.opacity ?? 1);
      box().fill(style.fill);
    }
    if (style.width) {
      this.#stroke(style);
      box().stroke();
    }
    doc.restore();
  }

  /** An SVG path in mm; the matrix (mm) is applied first. Filled when `fill` is given, else stroked. */
  path(d: string, style: StrokeStyle, matrix: readonly number[] = [1, 0, 0, 1, 0, 0]): void {
    const [a = 1, b = 0, c = 0, e = 1, tx = 0, ty = 0] = matrix;
    const doc = this.#doc.save();
    doc.transform(a, b, c, e, tx * PT_PER_MM, ty * PT_PER_MM).scale(PT_PER_MM);
    if (style.fill)
      doc
        .fillOpacity(style.opacity ?? 1)
        .path(d)
        .fill(style.fill);
    else {
      doc.strokeOpacity(style.opacity ?? 1).strokeColor(style.color ?? INK);
      doc.lineWidth(style.width ?? 0.2);
      doc.path(d).stroke();
    }
    doc.restore();
  }

  ellipse(
    center: readonly [number, number],
    radii: readonly [number, number],
    style: StrokeStyle,
    degrees = 0,
  ): void {
    const [x, y] = [center[0] * PT_PER_MM, center[1] * PT_PER_MM];
    const doc = this.#doc.save().rotate(degrees, { origin: [x, y] });
    this.#stroke(style);
    doc.ellipse(x, y, radii[0] * PT_PER_MM, radii[1] * PT_PER_MM).stroke();
    doc.restore();
  }

  /** Restricts `draw` to a box in mm. */
  clipped(x: number, y: number, w: number, h: number, draw: () => void): void {
    this.#doc.save();
    this.#doc.rect(x * PT_PER_MM, y * PT_PER_MM, w * PT_PER_MM, h * PT_PER_MM).clip();
    draw();
    this.#doc.restore();
  }

  /**
   * Draws a symbol with its upper left corner at (x, y) and returns its size in mm. `module` is the
   * narrow element in mm; `height` is used for linear codes only.
   */
  symbol(
    kind: SymbolKind,
    text: string,
    at: {
      readonly x: number;
      readonly y: number;
      readonly module: number;
      readonly height?: number;
    },
  ): { readonly width: number; readonly height: number } {
    const grid = encodeSymbol(kind, text);
    const unitX = at.module * PT_PER_MM;
    const unitY = (grid.rows === 1 ? (at.height ?? 10) : at.module) * PT_PER_MM;
    const doc = this.#doc.save().fillColor(INK);
    for (const bar of grid.bars) {
      doc.rect(
        at.x * PT_PER_MM + bar.x * unitX,
        at.y * PT_PER_MM + bar.y * unitY,
        bar.w * unitX,
        bar.h * unitY,
      );
    }
    doc.fill();
    doc.restore();
    return { width: grid.columns * at.module, height: (grid.rows * unitY) / PT_PER_MM };
  }

  /** Ends the file; refuses with `printing.missingGlyph` when the policy is to stop. */
  async finish(): Promise<Result<PaperDocument, PaperProblem>> {
    this.#doc.end();
    await this.#done;
    if (this.#missing.length > 0 && this.#policy === 'stop') {
      const detail = this.#missing.map((m) => m.codePoint).join(', ');
      return err({ code: 'printing.missingGlyph', detail, missing: this.#missing });
    }
    const pdf = new Uint8Array(Buffer.concat(this.#chunks));
    return ok({ pdf, pages: this.pages, handWritten: this.#missing });
  }

  #advance(segment: Segment, style: Pick<TextStyle, 'size' | 'spacing'>): number {
    const spacing = (style.spacing ?? 0) * graphemes(segment.text).length;
    if (!segment.face) return style.size * graphemes(segment.text).length + spacing;
    const forms = this.#formsOf(segment.text);
    const sized = this.#doc.font(segment.face).fontSize(style.size);
    return sized.widthOfString(segment.text, forms) + spacing;
  }

  #run(text: string, face: FaceId, x: number, y: number, style: TextStyle): void {
    this.#doc
      .font(face)
      .fontSize(style.size)
      .fillColor(style.color ?? INK, style.opacity ?? 1)
      .text(text, x, y, {
        lineBreak: false,
        baseline: 'alphabetic',
        characterSpacing: style.spacing ?? 0,
        ...this.#formsOf(text),
      });
  }

  #formsOf(text: string): { features?: PDFKit.Mixins.OpenTypeFeatures[] } {
    return this.#isLatin && SHARED_MARKS.test(text) ? { features: LATIN_FORMS } : {};
  }

  #stroke(style: StrokeStyle): void {
    const doc = this.#doc;
    doc.lineWidth((style.width ?? 0.2) * PT_PER_MM).strokeColor(style.color ?? INK);
    doc.strokeOpacity(style.opacity ?? 1);
    if (style.dash) doc.dash(style.dash * PT_PER_MM, { space: style.dash * PT_PER_MM });
  }
}

import type { Result } from '#shared/kernel/result.ts';
import { drawDocument } from './draw-document.ts';
import type { PaperDocument, PaperProblem } from './problems.ts';
import { PaperProblemError } from './problems.ts';
import type { MissingPolicy, Sheet, TextStyle } from './sheet.ts';
import type { SymbolKind } from './symbols.ts';
import { wrapText } from './wrap.ts';

/** What every flowing document needs besides its own data. */
export interface PaperStamp {
  /** UTC time text; the creation date in the file. */
  readonly createdAt: string;
  /** Local time as printed at the foot, `2026-11-22 14:05`. */
  readonly printedAt: string;
  readonly facilityName: string;
  /** Identifies the print in the foot and in the register; never a person's name. */
  readonly documentId: string;
  readonly language: 'zh-CN' | 'en';
  readonly missing?: MissingPolicy;
  /** Every page is marked: not for use. */
  readonly practice: boolean;
}

export interface Column {
  readonly title: string;
  /** Share of the width. */
  readonly share: number;
  readonly align?: 'left' | 'right';
}

const A4 = { width: 210, height: 297 };
const SIDE = 18;
const TOP = 16;
const BOTTOM = 20;
const WIDTH = A4.width - 2 * SIDE;
/** Width kept for the label of a fact, mm. */
const LABEL = 28;
/** Room for the head of a table with a row of two lines below it, mm: no head stands alone. */
const HEAD_AND_ROW = 18;
/** Room for a small line above a table, mm. */
const LEAD = 7;
const LEADING = 1.55;
const PT = 25.4 / 72;
const body: TextStyle = { face: 'sans', size: 10.5 };
const GREY = '#5A6672';
const HAIRLINE = { color: '#9AA5AE', width: 0.15 };

/** A4 pages filled from the top; blocks that do not fit go to the next page. */
export class Flow {
  readonly #sheet: Sheet;
  #y = 0;

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
    this.#newPage();
  }

  /** Begins a new sheet, for lists that are signed sheet by sheet. */
  sheet(): void {
    this.#newPage();
  }

  title(text: string, sub?: string): void {
    const style: TextStyle = { face: 'serif', size: 20, align: 'center', spacing: 3 };
    this.#need(16);
    this.#sheet.text(text, A4.width / 2, this.#y + 8, style);
    this.#y += 13;
    if (sub) {
      this.#sheet.text(sub, A4.width / 2, this.#y + 2, { ...body, color: GREY, align: 'center' });
      this.#y += 7;
    }
  }

  heading(text: string): void {
    this.#need(18);
    this.#y += 3;
    this.#sheet.text(text, SIDE, this.#y + 4.5, { face: 'sansBold', size: 12 });
    this.#y += 6.2;
    this.#sheet.line(SIDE, this.#y, SIDE + WIDTH, this.#y, { ...HAIRLINE, width: 0.3 });
    this.#y += 1.6;
  }

  paragraph(text: string, style: Partial<TextStyle> & { readonly after?: number } = {}): void {
    const { after = 2, ...rest } = style;
    const full = { ...body, ...rest };
    const line = full.size * PT * LEADING;
    for (const part of wrapText(text, WIDTH, (t) => this.#sheet.width(t, full))) {
      this.#need(line);
      this.#sheet.text(part, SIDE, this.#y + line * 0.72, full);
      this.#y += line;
    }
    this.#y += after;
  }

  /** Label and value pairs in two columns; a long value takes as many lines as it needs. */
  facts(pairs: readonly (readonly [label: string, value: string])[]): void {
    const half = WIDTH / 2;
    for (let i = 0; i < pairs.length; i += 2) {
      const row = pairs.slice(i, i + 2).map(([label, value]) => ({
        labels: wrapText(label, LABEL, (t) => this.#sheet.width(t, body)),
        lines: wrapText(value || '—', half - LABEL - 6, (t) => this.#sheet.width(t, body)),
      }));
      const height =
        Math.max(...row.map((r) => Math.max(r.lines.length, r.labels.length))) * 5.8 + 1;
      this.#need(height);
      for (const [column, cell] of row.entries()) {
        const x = SIDE + column * half;
        const y = this.#y + 4.4;
        for (const [n, line] of cell.labels.entries()) {
          this.#sheet.text(line, x, y + n * 5.8, { ...body, color: GREY });
        }
        for (const [n, line] of cell.lines.entries()) {
          this.#sheet.text(line, x + LABEL + 2, y + n * 5.8, body);
        }
      }
      this.#y += height;
    }
    this.#y += 1;
  }

  /** A table whose head is repeated on each page; a small line that leads to it stays with it. */
  table(columns: readonly Column[], rows: readonly (readonly string[])[], lead?: string): void {
    const total = columns.reduce((sum, c) => sum + c.share, 0);
    const widths = columns.map((c) => (c.share / total) * WIDTH);
    const head = columns.map((c) => c.title);
    this.#need(HEAD_AND_ROW + (lead === undefined ? 0 : LEAD));
    if (lead !== undefined) this.paragraph(lead, { size: 9 });
    this.#row(columns, widths, head, { face: 'sansBold', size: 9.5 });
    for (const row of rows) this.#row(columns, widths, row, { face: 'sans', size: 9.5 }, head);
    this.#y += 2;
  }

  /** Lines to sign on, side by side. */
  signatures(labels: readonly string[]): void {
    this.#need(20);
    this.#y += 12;
    const width = WIDTH / labels.length;
    for (const [i, label] of labels.entries()) {
      const x = SIDE + i * width;
      this.#sheet.text(label, x, this.#y, { ...body, color: GREY });
      const from = x + this.#sheet.width(label, body) + 2;
      this.#sheet.line(from, this.#y + 1, x + width - 4, this.#y + 1, { width: 0.2 });
    }
    this.#y += 6;
  }

  /** A symbol with its text below, quiet zone included. */
  symbol(kind: SymbolKind, text: string, module: number, caption = text): void {
    this.#need(kind === 'code128' ? 26 : 50);
    const at = { x: SIDE + 4, y: this.#y + 3, module, height: 12 };
    const size = this.#sheet.symbol(kind, text, at);
    this.#sheet.text(caption, SIDE + 4, this.#y + size.height + 8, { ...body, size: 9 });
    this.#y += size.height + 12;
  }

  gap(mm: number): void {
    this.#y += mm;
  }

  #row(
    columns: readonly Column[],
    widths: readonly number[],
    cells: readonly string[],
    style: TextStyle,
    head?: readonly string[],
  ): void {
    const wrapped = columns.map((_, i) =>
      wrapText(cells[i] ?? '', (widths[i] ?? 0) - 2, (t) => this.#sheet.width(t, style)),
    );
    const line = style.size * PT * 1.45;
    const height = Math.max(...wrapped.map((lines) => lines.length)) * line + 1.6;
    const turned = this.#need(height);
    if (turned && head) this.#row(columns, widths, head, { face: 'sansBold', size: style.size });
    let x = SIDE;
    for (const [i, lines] of wrapped.entries()) {
      const width = widths[i] ?? 0;
      const align = columns[i]?.align ?? 'left';
      for (const [n, text] of lines.entries()) {
        const at = align === 'right' ? x + width - 2 : x;
        this.#sheet.text(text, at, this.#y + (n + 0.78) * line + 0.6, { ...style, align });
      }
      x += width;
    }
    this.#y += height;
    this.#sheet.line(SIDE, this.#y, SIDE + WIDTH, this.#y, HAIRLINE);
  }

  /** Turns the page when `height` mm are not left; says whether it did. */
  #need(height: number): boolean {
    if (height > A4.height - TOP - BOTTOM) {
      throw new PaperProblemError({ code: 'printing.textTooLong', detail: 'block' });
    }
    if (this.#y + height <= A4.height - BOTTOM) return false;
    this.#newPage();
    return true;
  }

  #newPage(): void {
    this.#sheet.page(A4.width, A4.height);
    this.#y = TOP;
  }
}

/** Draws a flowing A4 document with facility, print time and page number at the foot. */
export function drawFlow(
  title: string,
  stamp: PaperStamp,
  draw: (flow: Flow) => void,
): Promise<Result<PaperDocument, PaperProblem>> {
  const { createdAt, missing, practice, language } = stamp;
  return drawDocument({ title, createdAt, missing, practice, language }, (sheet) => {
    draw(new Flow(sheet));
    sheet.onEachPage((_width, _height, page) => drawFoot(sheet, stamp, page));
  });
}

function drawFoot(sheet: Sheet, stamp: PaperStamp, page: number): void {
  const style: TextStyle = { face: 'sans', size: 8, color: GREY };
  const y = A4.height - 11;
  sheet.line(SIDE, y - 4.5, SIDE + WIDTH, y - 4.5, HAIRLINE);
  sheet.text(`${stamp.facilityName}  ${stamp.documentId}  ${stamp.printedAt}`, SIDE, y, style);
  const zh = stamp.language === 'zh-CN';
  const count = zh ? `第 ${page} 页，共 ${sheet.pages} 页` : `page ${page} of ${sheet.pages}`;
  sheet.text(count, SIDE + WIDTH, y, { ...style, align: 'right' });
}

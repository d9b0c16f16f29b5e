import { assertNever } from '#shared/kernel/assert-never.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import type { Result } from '#shared/kernel/result.ts';
import { chineseDate, formalNumeral, paperDate } from './chinese-numerals.ts';
import { drawDocument } from './draw-document.ts';
import type { PaperDocument, PaperProblem } from './problems.ts';
import { PaperProblemError } from './problems.ts';
import { drawRulerStrip, RULER_STRIP } from './rulers.ts';
import { type Gap, type MissingPolicy, PT_PER_MM, type Sheet } from './sheet.ts';
import { NO_OFFSET, type PrintOffset, type Stock, type StockField } from './stock.ts';
import { drawForm } from './stock-art.ts';
import { fitName } from './wrap.ts';

/** What a certificate says. Nothing here depends on tests or release. */
export interface CertificateContent {
  readonly donorName: string;
  readonly donatedOn: CivilDate;
  /** Millilitres of plasma counted for honours. */
  readonly volumeMl: number;
  /** Donations counted: 200 mL of convalescent plasma = 1 (regulations 6.2). */
  readonly times: number;
  readonly signedOn: CivilDate;
  /** Blood centre whose stock it is; part of the form, so only the preview shows it. */
  readonly issuer: string;
}

export interface CertificateOptions {
  /** `print` holds only the text; `preview` adds the form, frames and a millimetre ruler. */
  readonly variant: 'print' | 'preview';
  readonly createdAt: string;
  readonly missing?: MissingPolicy;
  /** The page is marked: not for use. */
  readonly practice: boolean;
  /** Measured for one printer and one stock; used by the print alone. */
  readonly offset?: PrintOffset;
}

const FRAME = { color: '#005EA8', width: 0.4, dash: 1.1 };
const FRAME_TINT = '#E7F0F8';
const HATCH = '#B3202A';
const INK = '#0B0F13';
/** White kept at each side of a box, mm. */
const SIDE = 1.2;
/** Line advance and the share of it above the baseline, in units of the size, for Kai text. */
const LINE = 1.18;
const ABOVE = 0.86;

/**
 * Certificate text for pre-printed stock, one page. Refuses with `printing.missingGlyph` (unless the
 * policy is to leave a space), `printing.textTooLong`, `printing.belowOneDonation`,
 * `printing.badDate`.
 */
export function renderCertificate(
  content: CertificateContent,
  stock: Stock,
  options: CertificateOptions,
): Promise<Result<PaperDocument, PaperProblem>> {
  const { createdAt, missing, practice, variant } = options;
  return drawDocument({ title: stock.name['zh-CN'], createdAt, missing, practice }, (sheet) => {
    if (variant === 'print') drawPrint(sheet, content, stock, options.offset ?? NO_OFFSET);
    else drawPreview(sheet, content, stock);
  });
}

function drawPrint(sheet: Sheet, content: CertificateContent, stock: Stock, by: PrintOffset): void {
  sheet.page(stock.width, stock.height);
  sheet.shifted(by.x / 10, by.y / 10, () => {
    for (const field of stock.fields) drawField(sheet, field, fieldText(field.id, content));
  });
}

function drawPreview(sheet: Sheet, content: CertificateContent, stock: Stock): void {
  sheet.page(stock.width, stock.height + RULER_STRIP);
  drawRulerStrip(sheet, stock.width);
  sheet.shifted(0, RULER_STRIP, () => {
    drawForm(sheet, stock, content.issuer);
    for (const field of stock.fields) {
      sheet.rect(field.x, field.y, field.w, field.h, { fill: FRAME_TINT, opacity: 0.55 });
      sheet.rect(field.x, field.y, field.w, field.h, FRAME);
      for (const gap of drawField(sheet, field, fieldText(field.id, content))) hatch(sheet, gap);
    }
  });
}

function fieldText(id: StockField['id'], content: CertificateContent): string {
  switch (id) {
    case 'donorName':
      return content.donorName;
    case 'donatedOn':
      return paperDate(content.donatedOn);
    case 'volumeMl':
      return String(content.volumeMl);
    case 'times':
      return countText(content);
    case 'signedOn':
      return chineseDate(content.signedOn);
    default:
      return assertNever(id);
  }
}

function countText(content: CertificateContent): string {
  if (!Number.isInteger(content.times) || content.times < 1 || content.times > 9999) {
    throw new PaperProblemError({
      code: 'printing.belowOneDonation',
      detail: `${content.volumeMl} mL, ${content.times}`,
    });
  }
  return formalNumeral(content.times);
}

/** Sets the text in the middle of its box, as large as it fits; never truncated. */
function drawField(sheet: Sheet, field: StockField, text: string): Gap[] {
  const fitted = fitName(
    text,
    {
      width: field.w - 2 * SIDE,
      height: field.h,
      maxSize: field.size,
      minSize: field.minSize,
      lineAdvance: LINE / PT_PER_MM,
    },
    (line, size) => sheet.width(line, { face: field.face, size }),
  );
  if (!fitted) throw new PaperProblemError({ code: 'printing.textTooLong', detail: field.id });
  const advance = (fitted.size * LINE) / PT_PER_MM;
  const first =
    field.y +
    (field.h - advance * fitted.lines.length) / 2 +
    (advance * ABOVE) / LINE +
    (advance * (LINE - 1)) / (2 * LINE);
  return fitted.lines.flatMap((line, i) =>
    sheet.text(line, field.x + field.w / 2, first + i * advance, {
      face: field.face,
      size: fitted.size,
      align: 'center',
      color: INK,
    }),
  );
}

/** Marks a space for a hand-written character. */
function hatch(sheet: Sheet, gap: Gap): void {
  const [x, y, side] = [gap.x + gap.em * 0.04, gap.y - gap.em * 0.84, gap.em * 0.92];
  sheet.rect(x, y, side, side, { fill: '#FFFFFF' });
  sheet.clipped(x, y, side, side, () => {
    for (let i = -side; i < side; i += 1.2) {
      sheet.line(x + i, y, x + i + side, y + side, { color: HATCH, width: 0.15 });
    }
  });
  sheet.rect(x, y, side, side, { color: HATCH, width: 0.5 });
}

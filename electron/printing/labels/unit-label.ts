import { dinCheckCharacter, printDin } from '#shared/codes/din.ts';
import type { Result } from '#shared/kernel/result.ts';
import { outlined, reversed } from './bitmap.ts';
import { textWidth } from './chinese-text.ts';
import { type DrawnLabel, type ExpectedSymbol, LabelDrawing, type Paragraph } from './drawing.ts';
import { labelWords as words } from './label-words.ts';
import { drawPracticeMark } from './practice-mark.ts';
import type { LabelProblem } from './problems.ts';
import { type LabelStock, stockFor } from './stock.ts';
import { type UnitLabelContent, unitLabelExpected } from './unit-content.ts';

/** Left edges of the two columns and tops of the two rows, in eighths of a millimetre. */
const LEFT = 74;
// 9.1 mm from the right end of the left symbols: a scanner may read each pair in one sweep (ST-001 10.2).
const RIGHT = 436;
const TOP = 24;
const BOTTOM = 424;
const BAR_HEIGHT = 88;
const LEFT_WIDTH = 346;
const RIGHT_WIDTH = 340;

/**
 * Draws the final label of a unit, 100 × 100 mm: number, group, product and expiry in their four
 * places (ST-001 7.3), the Data Matrix of all four and the label's serial in the lower right. Input
 * is one read of the record; refuses content that contradicts itself, a character without a glyph,
 * and a text that would not fit whole.
 */
export function drawUnitLabel(
  content: UnitLabelContent,
  stock: LabelStock,
): Result<DrawnLabel, LabelProblem> {
  const symbols = unitLabelExpected(content);
  if (!symbols.ok) return symbols;
  const fitting = stockFor(stock, 'unit', [100, 100]);
  if (!fitting.ok) return fitting;
  const drawing = new LabelDrawing(stock);
  drawSymbols(drawing, symbols.value);
  drawNumber(drawing, content);
  drawGroup(drawing, content, stock);
  drawProduct(drawing, content);
  drawExpiry(drawing, content);
  drawPracticeMark(drawing, content.din, { x: 640, baseline: 384, size: 20 });
  drawing.box(0, 396, 800, 2, 2);
  return drawing.finish();
}

function drawSymbols(drawing: LabelDrawing, symbols: readonly ExpectedSymbol[]): void {
  for (const symbol of symbols) {
    switch (symbol.name) {
      case 'din':
        drawing.code128(symbol, LEFT, TOP, BAR_HEIGHT);
        break;
      case 'group':
        drawing.code128(symbol, RIGHT, TOP, BAR_HEIGHT);
        break;
      case 'product':
        drawing.code128(symbol, LEFT, BOTTOM, BAR_HEIGHT);
        break;
      case 'expiry':
        drawing.code128(symbol, RIGHT, BOTTOM, BAR_HEIGHT);
        break;
      case 'compound':
        drawing.dataMatrix(symbol, 652, 540, 5, 24);
        break;
      case 'serial':
        drawing.code128(symbol, RIGHT, 690, 56);
        break;
    }
  }
}

/** Starts below its symbol, left aligned with the first bar, at most 2 mm high (ST-001 7.4.2). */
function codeText(drawing: LabelDrawing, name: string, text: string, x: number, y: number): void {
  drawing.text(text, { name, face: 'sans', size: 18, x, baseline: y + 18, width: 300 });
}

function drawNumber(drawing: LabelDrawing, content: UnitLabelContent): void {
  const face = 'sansBold' as const;
  const baseline = 146;
  const width = 300;
  const din = { name: 'dinText', face, size: 32, x: LEFT, baseline, width };
  const end = Math.round(drawing.text(printDin(content.din), din));
  const check = dinCheckCharacter(content.din) ?? '';
  drawing.text(check, { ...din, name: 'dinCheck', x: end + 16, width: 40 });
  drawing.box(end + 8, 118, 36, 36, 2);
  const body: Paragraph = {
    ...{ name: 'facilityName', face, size: 25, x: LEFT, baseline: 200, width: LEFT_WIDTH },
    ...{ lineAdvance: 34, lastBaseline: 384 },
  };
  let next = drawing.paragraph(content.facilityName, body);
  const plain = { ...body, face: 'sans' as const, size: 23 };
  next = drawing.paragraph(content.licence, { ...plain, name: 'licence', baseline: next });
  const collected = words.collected(content.collectedAtLocal);
  drawing.paragraph(collected, { ...plain, name: 'collectedAt', baseline: next });
}

function drawGroup(drawing: LabelDrawing, content: UnitLabelContent, stock: LabelStock): void {
  codeText(drawing, 'groupCode', content.isbtGroup, RIGHT, 116);
  const negative = content.group.rhd === 'negative';
  const { abo } = content.group;
  const wide = textWidth(abo, 'sansBold', 100);
  const size = Math.floor(Math.min(240, (205 / wide) * 100));
  const letter = { name: 'abo', face: 'sansBold' as const, size, x: RIGHT, baseline: 360 };
  // RhD negative must not look like positive from afar: outlined letter, words white on black.
  const stroke = (stock.dotsPerMm * 5) / 8;
  drawing.text(abo, { ...letter, width: 220 }, (bitmap) =>
    negative ? outlined(bitmap, Math.round(stroke)) : bitmap,
  );
  const margin = drawing.dots(10);
  const word = { face: 'sansBold' as const, size: 46, x: 664, width: 128 };
  const change = negative
    ? (bitmap: Parameters<typeof reversed>[0]) => reversed(bitmap, margin)
    : undefined;
  drawing.text('RhD', { ...word, name: 'rhdName', baseline: 262 }, change);
  drawing.text(
    words.rhd[content.group.rhd],
    { ...word, name: 'rhd', baseline: negative ? 338 : 324 },
    change,
  );
}

function drawProduct(drawing: LabelDrawing, content: UnitLabelContent): void {
  codeText(drawing, 'productCode', content.productCode, LEFT, 516);
  const bold: Paragraph = {
    ...{ name: 'productName', face: 'sansBold', size: 27, x: LEFT, baseline: 570 },
    ...{ width: LEFT_WIDTH, lineAdvance: 34, lastBaseline: 790 },
  };
  let next = drawing.paragraph(content.productName, bold);
  const lines: readonly (readonly [string, string])[] = [
    ['division', words.division(content.division)],
    ['volume', words.volume(content.volumeMl, content.anticoagulant)],
    ['storage', words.storage(content.storage)],
    ...content.specialText.map((text) => ['special', words.special(text)] as const),
  ];
  for (const [name, text] of lines) {
    const face = name === 'volume' ? 'sansBold' : 'sans';
    next = drawing.paragraph(text, {
      ...bold,
      face,
      size: 22,
      name,
      baseline: next,
      // Three special lines still end above the label's edge.
      lineAdvance: name === 'special' || name === 'storage' ? 28 : 32,
    });
  }
}

function drawExpiry(drawing: LabelDrawing, content: UnitLabelContent): void {
  codeText(drawing, 'expiryCode', content.expiryIsbt, RIGHT, 516);
  const bold = { face: 'sansBold' as const, size: 34, x: RIGHT, width: RIGHT_WIDTH - 140 };
  drawing.text(words.expiry, {
    ...bold,
    name: 'expiryWord',
    face: 'sans',
    size: 24,
    baseline: 572,
  });
  const [date = '', time = ''] = content.expiryLocal.split(' ');
  drawing.text(date, { ...bold, name: 'expiryDate', baseline: 616 });
  drawing.text(time, { ...bold, name: 'expiryTime', baseline: 656 });
  const serial = `${words.serial} ${content.labelSerial}`;
  const spot = { face: 'sans' as const, size: 20, x: RIGHT, width: RIGHT_WIDTH };
  drawing.text(serial, { ...spot, name: 'serialText', baseline: 772 });
}

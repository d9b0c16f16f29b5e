import type { Result } from '#shared/kernel/result.ts';
import { drawDocument } from './draw-document.ts';
import type { PaperDocument, PaperProblem } from './problems.ts';
import { drawEdgeRulers } from './rulers.ts';
import type { Sheet } from './sheet.ts';
import type { PrintOffset, Stock } from './stock.ts';
import { paperTexts } from './texts.ts';

export interface CalibrationContent {
  readonly printerName: string;
  readonly createdAt: string;
  /** The page is marked: not for use. */
  readonly practice: boolean;
  readonly language: 'zh-CN' | 'en';
  /** The offset in force: a second sheet printed with it shows whether it is right. */
  readonly offset: PrintOffset;
}

/** Cross positions in mm from the upper left corner of a stock: four corners and the middle. */
export function crossPositions(stock: Pick<Stock, 'width' | 'height'>): [number, number][] {
  const [w, h] = [stock.width, stock.height];
  const inset = 30;
  return [
    [inset, inset],
    [w - inset, inset],
    [Math.round(w / 2), Math.round(h / 2)],
    [inset, h - inset],
    [w - inset, h - inset],
  ];
}

/** One page of the stock's size: rulers on two edges and crosses at known millimetres. */
export function renderCalibration(
  content: CalibrationContent,
  stock: Stock,
): Promise<Result<PaperDocument, PaperProblem>> {
  const { createdAt, practice, language } = content;
  const { title } = paperTexts[language].calibration;
  return drawDocument({ title, createdAt, practice, language }, (sheet) => {
    sheet.page(stock.width, stock.height);
    const { x, y } = content.offset;
    sheet.shifted(x / 10, y / 10, () => {
      drawEdgeRulers(sheet, stock.width, stock.height);
      for (const at of crossPositions(stock)) drawCross(sheet, at);
      drawHelp(sheet, content, stock);
    });
  });
}

function drawCross(sheet: Sheet, [x, y]: [number, number]): void {
  sheet.line(x - 5, y, x + 5, y, { width: 0.15 });
  sheet.line(x, y - 5, x, y + 5, { width: 0.15 });
  sheet.ellipse([x, y], [2, 2], { width: 0.15 });
  sheet.text(`${x}, ${y}`, x + 2.5, y - 2.5, { face: 'sans', size: 7 });
}

function drawHelp(sheet: Sheet, content: CalibrationContent, stock: Stock): void {
  const t = paperTexts[content.language].calibration;
  const facts = [
    `${t.stock}: ${stock.name[content.language]} ${stock.width} × ${stock.height} mm`,
    `${t.printer}: ${content.printerName}`,
    `${t.offset}: x ${tenths(content.offset.x)}, y ${tenths(content.offset.y)}`,
  ];
  const left = 40;
  let y = stock.height / 2 - 30;
  sheet.text(t.title, left, y, { face: 'sansBold', size: 12 });
  for (const line of [...facts, ...t.lines]) {
    y += 5;
    if (Math.abs(y - stock.height / 2) < 7) y += 14;
    sheet.text(line, left, y, { face: 'sans', size: 8.5 });
  }
}

function tenths(value: number): string {
  const sign = value > 0 ? '+' : value < 0 ? '−' : '';
  return `${sign}${(Math.abs(value) / 10).toFixed(1)}`;
}

import { encodeStationCode } from '#shared/codes/station-codes.ts';
import { err, type Result } from '#shared/kernel/result.ts';
import { type DrawnLabel, LabelDrawing } from './drawing.ts';
import { labelWords as words } from './label-words.ts';
import { type LabelProblem, labelProblem } from './problems.ts';
import type { LabelStock } from './stock.ts';

/**
 * Draws a test of printer and paper: the paper's edge, a row of bars over the full width that shows
 * dead dots, the printer's own station code, its name and the local time. It has no ISBT 128 symbol.
 */
export function drawTestLabel(
  printer: { readonly deviceId: string; readonly name: string; readonly printedAtLocal: string },
  stock: LabelStock,
): Result<DrawnLabel, LabelProblem> {
  const code = encodeStationCode('device', printer.deviceId);
  if (!code || code.length > 14) return err(labelProblem('labels.serial', printer.deviceId));
  const drawing = new LabelDrawing(stock);
  const [width, height] = [stock.widthMm * 8, stock.heightMm * 8];
  drawing.box(4, 4, width - 8, height - 8, 2);
  for (let x = 24; x < width - 24; x += 16) drawing.box(x, 16, 8, 24, 8);
  drawing.code128({ name: 'device', symbology: 'code128', text: code }, 60, 60, 72);
  const line = { face: 'sansBold' as const, x: 60, width: width - 100 };
  drawing.text(words.test, { ...line, name: 'title', size: 40, baseline: 186 });
  drawing.text(printer.name, { ...line, name: 'name', face: 'sans', size: 26, baseline: 230 });
  drawing.text(printer.printedAtLocal, { ...line, name: 'at', size: 26, baseline: 270 });
  return drawing.finish();
}

import { dinCheckCharacter, encodeDin, printDin } from '#shared/codes/din.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type DrawnLabel, LabelDrawing } from './drawing.ts';
import { drawPracticeMark } from './practice-mark.ts';
import { type LabelProblem, labelProblem } from './problems.ts';
import { type LabelStock, stockFor } from './stock.ts';

/** One numbered sticker of a set: which container it is for, by its flags, and in words. */
export interface ChairLabelContent {
  readonly din: string;
  /** ST-001 table 3, e.g. `01` bag, `07` test tube, `09` NAT sample, `08` donor record. */
  readonly flags: string;
  /** Words for the container, e.g. 血袋, 试管, 登记表. */
  readonly caption: string;
}

/**
 * Draws one sticker of a number set, 60 × 40 mm: the number with the container's flags, in symbol and
 * words, and nothing about the donor.
 */
export function drawChairLabel(
  content: ChairLabelContent,
  stock: LabelStock,
): Result<DrawnLabel, LabelProblem> {
  const din = encodeDin(content.din, content.flags);
  if (!din) return err(labelProblem('labels.din', `${content.din} ${content.flags}`));
  const fitting = stockFor(stock, 'chair', [60, 40]);
  if (!fitting.ok) return fitting;
  const drawing = new LabelDrawing(stock);
  drawing.code128({ name: 'din', symbology: 'code128', text: din }, 60, 24, 130);
  const bold = { face: 'sansBold' as const, x: 60, width: 330 };
  const number = { ...bold, name: 'dinText', size: 30, baseline: 196 };
  const end = Math.round(drawing.text(printDin(content.din), number));
  const check = dinCheckCharacter(content.din) ?? '';
  drawing.text(check, { ...number, name: 'dinCheck', x: end + 16, width: 40 });
  drawing.box(end + 8, 168, 34, 36, 2);
  drawing.text(content.caption, { ...bold, name: 'caption', size: 52, baseline: 278 });
  const flags = { face: 'sans' as const, size: 24, x: 410, baseline: 278, width: 50 };
  drawing.text(content.flags, { ...flags, name: 'flags' });
  drawPracticeMark(drawing, content.din, { x: 60, baseline: 312, size: 20 });
  return drawing.finish();
}

/** Draws a whole set in its order; the first sticker that cannot be drawn refuses the set. */
export function drawChairLabels(
  contents: readonly ChairLabelContent[],
  stock: LabelStock,
): Result<readonly DrawnLabel[], LabelProblem> {
  const drawn: DrawnLabel[] = [];
  for (const content of contents) {
    const label = drawChairLabel(content, stock);
    if (!label.ok) return label;
    drawn.push(label.value);
  }
  return ok(drawn);
}

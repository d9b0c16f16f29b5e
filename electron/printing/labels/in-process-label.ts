import { dinCheckCharacter, encodeDin, printDin } from '#shared/codes/din.ts';
import { encodeCompound } from '#shared/codes/isbt.ts';
import { encodeLabelSerial } from '#shared/codes/label-serial.ts';
import { err, type Result } from '#shared/kernel/result.ts';
import { reversed } from './bitmap.ts';
import { type DrawnLabel, LabelDrawing } from './drawing.ts';
import { labelWords as words } from './label-words.ts';
import { drawPracticeMark } from './practice-mark.ts';
import { type LabelProblem, labelProblem } from './problems.ts';
import { type LabelStock, stockFor } from './stock.ts';

export interface InProcessLabelContent {
  readonly din: string;
  /** Two characters, `A0` … `Z0`. */
  readonly division: string;
  /** Serial of this label, from the same range as final labels. */
  readonly labelSerial: string;
}

/** ST-001 table 3: "affixed partial label". A final label never carries these flags. */
const IN_PROCESS_FLAGS = '12';

/**
 * Draws the label that a sub-bag carries before it is cut, 60 × 40 mm: a Data Matrix of number (flags
 * 12) and division (DS 032), the serial, and the words that it is not final. It has no group, product
 * or expiry, in symbols or in words, so nothing can take it for a final label (INV-15).
 */
export function drawInProcessLabel(
  content: InProcessLabelContent,
  stock: LabelStock,
): Result<DrawnLabel, LabelProblem> {
  const din = encodeDin(content.din, IN_PROCESS_FLAGS);
  if (!din) return err(labelProblem('labels.din', content.din));
  const serial = encodeLabelSerial(content.labelSerial);
  if (!serial) return err(labelProblem('labels.serial', content.labelSerial));
  const division = `=,0000${content.division}`;
  const compound = encodeCompound([din, division]);
  if (!/^[A-Z]0$/.test(content.division) || !compound)
    return err(labelProblem('labels.division', content.division));
  const fitting = stockFor(stock, 'inProcess', [60, 40]);
  if (!fitting.ok) return fitting;
  const drawing = new LabelDrawing(stock);
  drawing.dataMatrix({ name: 'compound', symbology: 'dataMatrix', text: compound }, 350, 96, 5, 20);
  drawing.code128({ name: 'serial', symbology: 'code128', text: serial }, 40, 236, 48);
  drawWords(drawing, content);
  drawPracticeMark(drawing, content.din, { x: 24, baseline: 86, size: 17 });
  return drawing.finish();
}

function drawWords(drawing: LabelDrawing, content: InProcessLabelContent): void {
  const bold = { face: 'sansBold' as const, x: 24, width: 440 };
  const margin = drawing.dots(8);
  drawing.text(
    `${words.inProcess}　${words.notFinal}`,
    { ...bold, name: 'notFinal', size: 40, baseline: 52 },
    (bitmap) => reversed(bitmap, margin),
  );
  const number = { ...bold, name: 'dinText', size: 28, baseline: 122 };
  const end = Math.round(drawing.text(printDin(content.din), { ...number, width: 300 }));
  const check = dinCheckCharacter(content.din) ?? '';
  drawing.text(check, { ...number, name: 'dinCheck', x: end + 14, width: 40 });
  drawing.box(end + 6, 96, 32, 34, 2);
  const division = words.division(content.division);
  drawing.text(division, { ...bold, name: 'division', size: 56, baseline: 200, width: 300 });
  const serial = { face: 'sans' as const, size: 18, x: 40, baseline: 306, width: 400 };
  drawing.text(`${words.serial} ${content.labelSerial}`, { ...serial, name: 'serialText' });
}

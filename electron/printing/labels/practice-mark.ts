import { isPracticeNumber } from '#shared/codes/din.ts';
import { reversed } from './bitmap.ts';
import type { LabelDrawing, TextSpot } from './drawing.ts';
import { labelWords } from './label-words.ts';

/** Says on a label that its number is nobody's, white on black: such a label must never stay on a real bag. */
export function drawPracticeMark(
  drawing: LabelDrawing,
  din: string,
  spot: Pick<TextSpot, 'x' | 'baseline' | 'size'>,
): void {
  if (!isPracticeNumber(din)) return;
  const margin = drawing.dots(2);
  const text = { ...spot, name: 'practice', face: 'sansBold', width: 300 } as const;
  drawing.text(labelWords.practice, text, (bitmap) => reversed(bitmap, margin));
}

import type { Result } from '#shared/kernel/result.ts';
import { drawDocument } from './draw-document.ts';
import type { PaperDocument, PaperProblem } from './problems.ts';

/** One label of a tube: what a scanner reads, and what a person compares. */
export interface TubeLabel {
  readonly code: string;
  readonly number: string;
  readonly tube: string;
  readonly takenOn: string;
}

/** A label of 50 × 25 mm, the size of the tubes of a donation. */
const LABEL = { width: 50, height: 25 };
const SIDE = 3;
/** Narrow element in mm; sixteen characters of Code 128 need 211 of them and a quiet zone. */
const MODULE = 0.19;

/** Labels for the tubes of a test sample, one page each; they carry no name. */
export function renderTubeLabels(
  labels: readonly TubeLabel[],
  { createdAt, practice }: { readonly createdAt: string; readonly practice: boolean },
): Promise<Result<PaperDocument, PaperProblem>> {
  return drawDocument({ title: labels[0]?.number ?? '', createdAt, practice }, (sheet) => {
    for (const { code, number, tube, takenOn } of labels) {
      sheet.page(LABEL.width, LABEL.height);
      sheet.text(number, SIDE, 5, { face: 'sansBold', size: 10 });
      const right = LABEL.width - SIDE;
      sheet.text(tube, right, 5, { face: 'sansBold', size: 9, align: 'right' });
      sheet.symbol('code128', code, { x: SIDE + 2, y: 7, module: MODULE, height: 10 });
      sheet.text(code, SIDE, 20.5, { face: 'sans', size: 7 });
      sheet.text(`${takenOn} 预检 test only`, SIDE, 23.5, { face: 'sans', size: 6.5 });
    }
  });
}

import type { MissingGlyph } from './glyphs.ts';

/** Why a paper document could not be made. Codes are stable. */
export type PaperProblemCode =
  | 'printing.missingGlyph'
  | 'printing.textTooLong'
  | 'printing.badDate'
  | 'printing.badStock'
  | 'printing.badSymbol'
  | 'printing.belowOneDonation';

/** A refusal to draw: nothing was printed and no stock was used. */
export interface PaperProblem {
  readonly code: PaperProblemCode;
  /** The field or text that could not be drawn; never logged, it may be a name. */
  readonly detail: string;
  /** Only for `printing.missingGlyph`: each character that no permitted face has. */
  readonly missing?: readonly MissingGlyph[];
}

/** A finished document. */
export interface PaperDocument {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** Characters left as a space to be written by hand; they belong in the issue register. */
  readonly handWritten: readonly MissingGlyph[];
}

/** What each refusal says, and what to do next. */
export const paperProblemTexts: Readonly<
  Record<PaperProblemCode, Readonly<Record<'zh-CN' | 'en', string>>>
> = {
  'printing.missingGlyph': {
    'zh-CN': '证书字体里没有这个字，已停止打印。请核对姓名，或选择留空打印、手写此字。',
    en: 'The print font lacks this character, so printing stopped. Check the name, or print with a space and write the character by hand.',
  },
  'printing.textTooLong': {
    'zh-CN': '文字放不进这一栏，没有打印。请缩短文字或换用较大的纸张。',
    en: 'The text does not fit its box, so nothing was printed. Shorten the text or use a larger stock.',
  },
  'printing.badDate': {
    'zh-CN': '日期不是有效的年月日，没有打印。请改正日期后再打印。',
    en: 'The date is not a valid calendar date, so nothing was printed. Correct the date and print again.',
  },
  'printing.badStock': {
    'zh-CN': '纸张定义有误，没有打印。请在设置中检查此纸张的尺寸和栏位。',
    en: 'The stock record is faulty, so nothing was printed. Check its size and fields in the settings.',
  },
  'printing.badSymbol': {
    'zh-CN': '条码内容无法编码，没有打印。请核对编号后再打印。',
    en: 'The code cannot be encoded, so nothing was printed. Check the number and print again.',
  },
  'printing.belowOneDonation': {
    'zh-CN': '血浆量不足计一次献血，不打印荣誉证书。请改印感谢信和献血证明。',
    en: 'The volume does not count as one donation, so no certificate was printed. Print the thank-you letter and the proof of donation instead.',
  },
};

/** Carries a problem out of nested drawing code; never leaves this folder. */
export class PaperProblemError extends Error {
  readonly problem: PaperProblem;

  constructor(problem: PaperProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

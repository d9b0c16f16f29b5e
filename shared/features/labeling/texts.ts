import { labelingEnglish } from './texts-en.ts';
import { labelingChinese } from './texts-zh.ts';

/** Words of gate, print and read-back. */
export const labelingTexts = { zh: labelingChinese, en: labelingEnglish } as const;

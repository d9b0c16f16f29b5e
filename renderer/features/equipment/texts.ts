import { adminEnglish } from './texts-en.ts';
import { adminChinese } from './texts-zh.ts';

/** Words of the administration screens. */
export const adminTexts = { zh: adminChinese, en: adminEnglish };

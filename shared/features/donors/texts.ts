import { donorsEnglish } from './texts-en.ts';
import { donorsChinese } from './texts-zh.ts';

export const donorsTexts = { zh: donorsChinese, en: donorsEnglish };

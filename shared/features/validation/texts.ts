import { en } from './texts-en.ts';
import { zh } from './texts-zh.ts';

/** Words of the validation protocol in both languages. */
export const validationTexts = { zh, en } as const;

import { honoursEn } from './texts-en.ts';
import { honoursZh } from './texts-zh.ts';

/** Words of the print desk in both languages. */
export const honoursTexts = { zh: honoursZh, en: honoursEn };

import { collectionEnglish } from './texts-en.ts';
import { collectionChinese } from './texts-zh.ts';

/** Words of numbers, chairs, runs, rest and boxes; English has the Chinese shape. */
export const collectionTexts = { zh: collectionChinese, en: collectionEnglish } as const;

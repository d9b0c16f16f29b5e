import { inventoryEnglish } from './texts-en.ts';
import { inventoryChinese } from './texts-zh.ts';

/** Words of release, put-away, stock and discard. */
export const inventoryTexts = { zh: inventoryChinese, en: inventoryEnglish } as const;

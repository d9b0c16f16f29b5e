import { en } from './texts-en.ts';
import { zh } from './texts-zh.ts';

/** Words of the gallery; all people and numbers are invented. */
export const galleryTexts = { zh, en };

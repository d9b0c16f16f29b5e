import { laboratoryEnglish } from './texts-en.ts';
import { laboratoryChinese } from './texts-zh.ts';

/** Words of the laboratory; English has the Chinese shape. */
export const laboratoryTexts = { zh: laboratoryChinese, en: laboratoryEnglish } as const;

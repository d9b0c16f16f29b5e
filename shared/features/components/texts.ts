import { componentsEnglish } from './texts-en.ts';
import { componentsChinese } from './texts-zh.ts';

/** Words of split, inactivation, freezing and holds. */
export const componentsTexts = { zh: componentsChinese, en: componentsEnglish } as const;

import { equipmentEn } from './texts-en.ts';
import { equipmentZh } from './texts-zh.ts';

/** Words of chairs, devices, lots, places, stocks and set-up. */
export const equipmentTexts = { zh: equipmentZh, en: equipmentEn };

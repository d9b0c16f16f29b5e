import { galleryTexts } from '#renderer/features/gallery/texts.ts';
import { signInTexts } from '#renderer/features/operators/texts.ts';
import { kitTexts } from '#renderer/ui/texts.ts';
import { codesTexts } from '#shared/codes/texts.ts';
import { equipmentTexts } from '#shared/features/equipment/texts.ts';
import { operatorsTexts } from '#shared/features/operators/texts.ts';
import { appTexts } from './texts-app.ts';

/** A tree of sentences; both languages have the same shape by type in the file that holds them. */
export type TextTree = { readonly [key: string]: string | TextTree };

/**
 * Every namespace of words. A slice adds one line: its name and its `<slice>Texts` from
 * `#shared/features/<slice>/texts.ts`.
 */
export const textsByNamespace: Readonly<Record<string, { zh: TextTree; en: TextTree }>> = {
  app: appTexts,
  kit: kitTexts,
  codes: codesTexts,
  gallery: galleryTexts,
  signIn: signInTexts,
  operators: operatorsTexts,
  // The core's own refusals (`station.…`) have their sentences with the operators.
  station: operatorsTexts,
  equipment: equipmentTexts,
};

import { useTranslation } from 'react-i18next';
import { dinCheckCharacter, printDin } from '#shared/codes/din.ts';
import type { Bilingual } from '#shared/features/rulesets/model.ts';

/** Picks the text of a bilingual value in the language of this window. */
export function useSaid(): (text: Bilingual) => string {
  const { i18n } = useTranslation();
  return (text) => (i18n.language === 'en' ? text.en : text.zh);
}

/** A donation number as people compare it: grouped, with its check character apart. */
export function dinText(din: string): { text: string; check: string } {
  return { text: printDin(din), check: dinCheckCharacter(din) ?? '' };
}

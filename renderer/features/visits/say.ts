import { useTranslation } from 'react-i18next';

interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Picks the side of a bilingual record text that the screen speaks. */
export function useSay(): (text: Bilingual) => string {
  const { i18n } = useTranslation();
  return (text) => (i18n.language === 'en' ? text.en : text.zh);
}

import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { textsByNamespace } from './texts.ts';

export type Language = 'zh-CN' | 'en';

/** Starts translation at once, with everything inside the bundle: no text ever arrives late. */
export function startTexts(language: Language): void {
  const take = (side: 'zh' | 'en') =>
    Object.fromEntries(Object.entries(textsByNamespace).map(([name, both]) => [name, both[side]]));
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    ns: Object.keys(textsByNamespace),
    defaultNS: 'app',
    resources: { 'zh-CN': take('zh'), en: take('en') },
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    parseMissingKeyHandler: tellMissing,
  });
}

/** A key without words stands on the screen as it is: told, so that every test of the screens fails. */
function tellMissing(key: string, given?: string): string {
  if (given === undefined) console.error(`no words for the key ${key}`);
  return given ?? key;
}

/** Several words in a row, as the language of the screen lists them. */
export function listWords(words: readonly string[]): string {
  return words.join(i18next.language === 'en' ? ', ' : '、');
}

/** Changes language on the spot, for the page and for assistive technology. */
export function changeLanguage(language: Language): void {
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}

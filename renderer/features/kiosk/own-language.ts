import type { i18n as I18n } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Words in the language of this donor; the station's own stays as it was. `toggle` takes the other. */
export function useOwnLanguage(): { readonly own: I18n; readonly toggle: () => void } {
  const { i18n } = useTranslation();
  const [language, setLanguage] = useState(i18n.language);
  const own = useMemo(() => i18n.cloneInstance({ lng: language }), [i18n, language]);
  return { own, toggle: () => setLanguage(language === 'en' ? 'zh-CN' : 'en') };
}

import { useTranslation } from 'react-i18next';

/**
 * The word of a code: the first of the groups (`slice:group`) that knows it; a code that none knows,
 * a number or a name shows itself.
 */
export function useCodeWord(): (groups: readonly string[] | undefined, code: string) => string {
  const { t, i18n } = useTranslation();
  return (groups, code) => {
    const key = groups?.map((group) => `${group}.${code}`).find((one) => i18n.exists(one));
    return key === undefined ? code : t(key);
  };
}

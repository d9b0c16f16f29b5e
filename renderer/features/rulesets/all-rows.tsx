import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { go } from '#renderer/app/router-link.ts';
import { Button } from '#renderer/ui/button.tsx';

/** Opens the list of every row of a pack. */
export function AllRows(props: { hash: string }): ReactElement {
  const { t } = useTranslation('rulesets');
  return <Button onPress={() => go(`/rules/rows/${props.hash}`)}>{t('rows.open')}</Button>;
}

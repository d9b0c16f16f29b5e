import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '#renderer/ui/select.tsx';
import { CORRECT_CODES } from '#shared/contract/correct-codes.ts';

export type CorrectCode = (typeof CORRECT_CODES)[number];

/** Why something that was typed is typed anew. */
export function CorrectReason(props: {
  value: CorrectCode | undefined;
  onChange: (code: CorrectCode) => void;
}): ReactElement {
  const { t } = useTranslation('collection');
  return (
    <Select
      label={t('correct.code')}
      value={props.value}
      onChange={props.onChange}
      choices={CORRECT_CODES.map((value) => ({ value, label: t(`correct.codes.${value}`) }))}
    />
  );
}

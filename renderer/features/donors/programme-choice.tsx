import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '#renderer/ui/select.tsx';
import { useProgrammes } from '../rulesets/programmes.ts';

/** One of the programmes in force; nothing is chosen beforehand. Nothing to see where there is only one. */
export function ProgrammeChoice(props: {
  value: string | undefined;
  onChange: (programme: string) => void;
}): ReactElement | null {
  const { t } = useTranslation('donors');
  const { programmes } = useProgrammes();
  if (programmes.length < 2) return null;
  return (
    <Select
      label={t('file.programme')}
      choices={programmes.map(({ programme, title }) => ({ value: programme, label: title }))}
      value={props.value}
      onChange={props.onChange}
    />
  );
}

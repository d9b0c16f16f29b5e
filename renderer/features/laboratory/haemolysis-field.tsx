import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Segmented } from '#renderer/ui/choices.tsx';

export type Haemolysis = 'none' | 'slight' | 'gross';

/** Haemolysis as it is seen; nothing is chosen beforehand. */
export function HaemolysisField(props: {
  value: Haemolysis | undefined;
  onChange: (value: Haemolysis) => void;
}): ReactElement {
  const { t } = useTranslation('laboratory');
  return (
    <Segmented<Haemolysis>
      label={t('ui.haemolysis.label')}
      value={props.value}
      onChange={props.onChange}
      choices={(['none', 'slight', 'gross'] as const).map((value) => ({
        value,
        label: t(`ui.haemolysis.${value}`),
      }))}
    />
  );
}

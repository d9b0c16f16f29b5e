import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Row } from '#renderer/ui/pane.tsx';

/** Volume and weight of one bag as far as they are typed. */
export type Part = {
  readonly volumeMl: number | undefined;
  readonly netGrams: number | undefined;
};

/** Volume and weight of one bag, named by its division. */
export function PartFields(props: {
  division: string;
  part: Part;
  onChange: (part: Part) => void;
}): ReactElement {
  const { t } = useTranslation('components');
  const { division, part, onChange } = props;
  return (
    <Row columns={2}>
      <NumberField
        label={t('ui.split.volume', { division })}
        unit="mL"
        value={part.volumeMl}
        onChange={(volumeMl) => onChange({ ...part, volumeMl })}
      />
      <NumberField
        label={t('ui.split.grams', { division })}
        unit="g"
        value={part.netGrams}
        onChange={(netGrams) => onChange({ ...part, netGrams })}
      />
    </Row>
  );
}

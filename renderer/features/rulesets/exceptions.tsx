import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { Row } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';

/** A value on the page that the two persons do not confirm. */
export interface Exception {
  readonly ruleId: string;
  readonly why: string;
}

/** Names one value of the page as an exception, with the reason. */
export function AddException(props: {
  rules: readonly string[];
  onAdd: (exception: Exception) => void;
}): ReactElement {
  const { t } = useTranslation('rulesets');
  const [ruleId, setRule] = useState<string | undefined>(undefined);
  const [why, setWhy] = useState('');
  const missing = ruleId === undefined ? t('rule') : why.trim() === '' ? t('pages.why') : undefined;
  const add = (): void => {
    if (ruleId === undefined || missing !== undefined) return;
    props.onAdd({ ruleId, why: why.trim() });
    setRule(undefined);
    setWhy('');
  };
  return (
    <Row>
      <Select
        label={t('pages.exception')}
        choices={props.rules.map((value) => ({ value, label: value }))}
        value={ruleId}
        onChange={setRule}
      />
      <TextField label={t('pages.why')} value={why} onChange={setWhy} />
      <Button disabledReason={missing} onPress={add}>
        {t('pages.addException')}
      </Button>
    </Row>
  );
}

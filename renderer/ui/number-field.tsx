import { type ReactElement, useId, useState } from 'react';
import { Group, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import styles from './field.module.css';
import { FieldNotes } from './field-parts.tsx';
import { parseScaled, showScaled } from './scaled-number.ts';

export type NumberFieldProps = {
  label: string;
  /** Fixed text: mL, mmHg, kg, ℃ … */
  unit: string;
  /** Stored integer in steps of 10^-decimals: 365 with one decimal is 36.5 (tenths of ℃). */
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  decimals?: number;
  error?: string;
  hint?: string;
  disabled?: boolean;
  readOnly?: boolean;
  autoFocus?: boolean;
  name?: string;
};

/** A number with its unit inside the frame. No stepper: wheels and arrows change values unseen. */
export function NumberField(props: NumberFieldProps): ReactElement {
  const { t } = useTranslation('kit');
  const decimals = props.decimals ?? 0;
  const unitId = useId();
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const shown = typed ?? showScaled(props.value, decimals);
  const bad =
    typed !== undefined && typed.trim() !== '' && parseScaled(typed, decimals) === undefined;
  const error = bad ? t('number.notANumber') : props.error;
  return (
    <TextField
      className={styles['field']}
      name={props.name}
      value={shown}
      onChange={(text) => {
        setTyped(text);
        props.onChange(parseScaled(text, decimals));
      }}
      onBlur={() => {
        if (!bad) setTyped(undefined);
      }}
      isDisabled={props.disabled}
      isReadOnly={props.readOnly}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      aria-describedby={unitId}
    >
      <Label className={styles['label']}>{props.label}</Label>
      <Group className={styles['box']}>
        <Input
          className={styles['input']}
          inputMode={decimals === 0 ? 'numeric' : 'decimal'}
          autoComplete="off"
          autoFocus={props.autoFocus}
        />
        <span id={unitId} className={styles['unit']}>
          {props.unit}
        </span>
      </Group>
      <FieldNotes error={error} hint={props.hint} />
    </TextField>
  );
}

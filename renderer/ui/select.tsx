import type { ReactElement } from 'react';
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import styles from './field.module.css';
import { FieldNotes } from './field-parts.tsx';
import { Icon } from './icon.tsx';

export type Choice<Value extends string> = { value: Value; label: string; disabled?: boolean };

export type SelectProps<Value extends string> = {
  label: string;
  choices: ReadonlyArray<Choice<Value>>;
  value: Value | undefined;
  onChange: (value: Value) => void;
  placeholder?: string;
  hint?: string;
  error?: string;
  disabled?: boolean;
  name?: string;
};

/** One choice out of more than four; fewer go into `Segmented` or `RadioGroup`. */
export function Select<Value extends string>(props: SelectProps<Value>): ReactElement {
  const { t } = useTranslation('kit');
  return (
    <AriaSelect
      className={styles['field']}
      name={props.name}
      value={props.value ?? null}
      onChange={(key) => {
        const chosen = props.choices.find((choice) => choice.value === key);
        if (chosen !== undefined) props.onChange(chosen.value);
      }}
      placeholder={props.placeholder ?? t('select.choose')}
      isDisabled={props.disabled}
      isInvalid={props.error !== undefined}
      validationBehavior="aria"
    >
      <Label className={styles['label']}>{props.label}</Label>
      <Button className={styles['trigger']}>
        <SelectValue className={styles['value']} />
        <span className={styles['chevron']}>
          <Icon name="chevronDown" />
        </span>
      </Button>
      <FieldNotes error={props.error} hint={props.hint} />
      <Popover className={styles['popover']}>
        <ListBox className={styles['list']} items={props.choices}>
          {(choice) => (
            <ListBoxItem
              id={choice.value}
              textValue={choice.label}
              isDisabled={choice.disabled}
              className={styles['option']}
            >
              {choice.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

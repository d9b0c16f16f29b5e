import type { ReactElement, ReactNode } from 'react';
import {
  Checkbox as AriaCheckbox,
  RadioGroup as AriaRadioGroup,
  Label,
  Radio,
} from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './field.module.css';
import { FieldNotes } from './field-parts.tsx';
import { Icon } from './icon.tsx';
import type { Choice } from './select.tsx';

export type ChoiceGroupProps<Value extends string> = {
  label: string;
  choices: ReadonlyArray<Choice<Value>>;
  value: Value | undefined;
  onChange: (value: Value) => void;
  hint?: string;
  error?: string;
  disabled?: boolean;
  name?: string;
};

function choose<Value extends string>(props: ChoiceGroupProps<Value>): (key: string) => void {
  return (key) => {
    const chosen = props.choices.find((choice) => choice.value === key);
    if (chosen !== undefined) props.onChange(chosen.value);
  };
}

/** Two to four choices side by side, all visible; a radio group to assistive technology. */
export function Segmented<Value extends string>(props: ChoiceGroupProps<Value>): ReactElement {
  return (
    <AriaRadioGroup
      className={styles['field']}
      name={props.name}
      value={props.value ?? null}
      onChange={choose(props)}
      isDisabled={props.disabled}
      isInvalid={props.error !== undefined}
      validationBehavior="aria"
      orientation="horizontal"
    >
      <Label className={styles['label']}>{props.label}</Label>
      <div className={styles['choices']}>
        {props.choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            isDisabled={choice.disabled}
            className={styles['choice'] ?? ''}
          >
            {choice.label}
          </Radio>
        ))}
      </div>
      <FieldNotes error={props.error} hint={props.hint} />
    </AriaRadioGroup>
  );
}

/** Choices one under the other, for sentences. Nothing is chosen beforehand. */
export function RadioGroup<Value extends string>(props: ChoiceGroupProps<Value>): ReactElement {
  return (
    <AriaRadioGroup
      className={styles['field']}
      name={props.name}
      value={props.value ?? null}
      onChange={choose(props)}
      isDisabled={props.disabled}
      isInvalid={props.error !== undefined}
      validationBehavior="aria"
    >
      <Label className={styles['label']}>{props.label}</Label>
      <div className={styles['stack']}>
        {props.choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            isDisabled={choice.disabled}
            className={styles['check'] ?? ''}
          >
            <span className={cx(styles['mark'], styles['round'])} />
            {choice.label}
          </Radio>
        ))}
      </div>
      <FieldNotes error={props.error} hint={props.hint} />
    </AriaRadioGroup>
  );
}

/** One yes-or-no statement. */
export function Checkbox(props: {
  children: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  name?: string;
}): ReactElement {
  return (
    <AriaCheckbox
      className={styles['check'] ?? ''}
      isSelected={props.checked}
      onChange={props.onChange}
      isDisabled={props.disabled}
      name={props.name}
    >
      <span className={styles['mark']}>
        {props.checked ? <Icon name="check" size={18} stroke={3} /> : null}
      </span>
      <span>{props.children}</span>
    </AriaCheckbox>
  );
}

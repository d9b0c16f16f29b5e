import type { ReactElement, Ref } from 'react';
import { TextField as AriaTextField, Group, Input, Label, TextArea } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './field.module.css';
import { FieldNotes } from './field-parts.tsx';

export type TextFieldProps = {
  label: string;
  name?: string;
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  onBlur?: () => void;
  hint?: string;
  error?: string;
  /** Where a value that is not typed here came from, for example 来自证件. */
  source?: string;
  placeholder?: string;
  readOnly?: boolean;
  disabled?: boolean;
  required?: boolean;
  autoFocus?: boolean;
  /** Characters that people compare: the code face. */
  code?: boolean;
  lines?: number;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'search';
  /** For `register` of react-hook-form. */
  inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>;
  hiddenLabel?: boolean;
};

/** One line (or `lines`) of text with its label above, source or hint, and error in full. */
export function TextField(props: TextFieldProps): ReactElement {
  const input = cx(styles['input'], props.code && styles['code']);
  return (
    <AriaTextField
      className={styles['field']}
      name={props.name}
      value={props.value}
      defaultValue={props.defaultValue}
      onChange={props.onChange}
      onBlur={props.onBlur}
      isReadOnly={props.readOnly}
      isDisabled={props.disabled}
      isRequired={props.required}
      isInvalid={props.error !== undefined}
      validationBehavior="aria"
      autoComplete="off"
      spellCheck="false"
      aria-label={props.hiddenLabel ? props.label : undefined}
    >
      {props.hiddenLabel ? null : <Label className={styles['label']}>{props.label}</Label>}
      <Group className={cx(styles['box'], props.readOnly && styles['readOnly'])}>
        {props.lines === undefined ? (
          <Input
            className={input}
            ref={props.inputRef}
            placeholder={props.placeholder}
            inputMode={props.inputMode}
            autoFocus={props.autoFocus}
          />
        ) : (
          <TextArea
            className={cx(input, styles['area'])}
            ref={props.inputRef}
            rows={props.lines}
            placeholder={props.placeholder}
            autoFocus={props.autoFocus}
          />
        )}
        {props.source === undefined ? null : <span className={styles['unit']}>{props.source}</span>}
      </Group>
      <FieldNotes error={props.error} hint={props.hint} />
    </AriaTextField>
  );
}

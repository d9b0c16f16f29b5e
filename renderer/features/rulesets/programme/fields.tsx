import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import { Checkbox } from '#renderer/ui/choices.tsx';
import { DateSegments } from '#renderer/ui/date-segments.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { type CivilDate, parseCivilDate } from '#shared/kernel/civil-date.ts';
import { type Draft, type Path, put, valueAt } from './draft.ts';
import styles from './programme.module.css';

/** A form in somebody's hands: its draft and how it changes. */
export interface Edit {
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
}

export interface FieldProps {
  readonly edit: Edit;
  readonly path: Path;
  readonly hint?: string;
}

/** A field is called by its path in the form, without its place in a list. */
export function useFieldName(): (path: Path) => string {
  useTranslation();
  return (path) => {
    const name = path.filter((part) => typeof part === 'string').join('.');
    return codeWord(['rulesets:programmeForm.fields'], name);
  };
}

/** One line of words. */
export function WordField({
  edit,
  path,
  hint,
  code,
  readOnly,
}: FieldProps & { code?: boolean; readOnly?: boolean }): ReactElement {
  const value = valueAt(edit.draft, path);
  return (
    <TextField
      label={useFieldName()(path)}
      hint={hint}
      code={code}
      readOnly={readOnly}
      value={typeof value === 'string' ? value : ''}
      onChange={(text) => edit.change(put(edit.draft, path, text))}
    />
  );
}

/** A whole number in its unit. `empty`: what an empty field means, where it means anything. */
export function FigureField(
  props: FieldProps & { unit: string; decimals?: number; empty?: null },
): ReactElement {
  const { edit, path, hint, unit, decimals } = props;
  const value = valueAt(edit.draft, path);
  return (
    <NumberField
      label={useFieldName()(path)}
      hint={hint}
      unit={unit}
      decimals={decimals}
      value={typeof value === 'number' ? value : undefined}
      onChange={(figure) => edit.change(put(edit.draft, path, figure ?? props.empty))}
    />
  );
}

/** Several lines or numbers typed into one field; what is typed stays as it is typed. */
export function ListField(
  props: FieldProps & {
    lines?: number;
    show: (value: unknown) => string;
    read: (text: string) => unknown;
  },
): ReactElement {
  const { edit, path, hint, lines, show, read } = props;
  const [typed, setTyped] = useState(() => show(valueAt(edit.draft, path)));
  return (
    <TextField
      label={useFieldName()(path)}
      hint={hint}
      lines={lines}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        edit.change(put(edit.draft, path, read(text)));
      }}
    />
  );
}

/** A civil date. */
export function DayField({ edit, path }: FieldProps): ReactElement {
  const value = valueAt(edit.draft, path);
  return (
    <DateSegments
      label={useFieldName()(path)}
      value={typeof value === 'string' ? parseCivilDate(value) : undefined}
      onChange={(day: CivilDate | undefined) => edit.change(put(edit.draft, path, day))}
    />
  );
}

/** A yes or no. */
export function SwitchField({ edit, path }: FieldProps): ReactElement {
  return (
    <Checkbox
      checked={valueAt(edit.draft, path) === true}
      onChange={(on) => edit.change(put(edit.draft, path, on))}
    >
      {useFieldName()(path)}
    </Checkbox>
  );
}

/** Any number of the choices given, kept in their order. */
export function ChoicesField(
  props: FieldProps & { choices: readonly { readonly value: string; readonly label: string }[] },
): ReactElement {
  const { edit, path, hint, choices } = props;
  const value = valueAt(edit.draft, path);
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const toggle = (touched: string, on: boolean): void => {
    const isKept = (each: string) => (each === touched ? on : chosen.includes(each));
    const kept = choices.map((choice) => choice.value).filter(isKept);
    edit.change(put(edit.draft, path, kept));
  };
  return (
    <fieldset className={styles['choices']}>
      <legend>{useFieldName()(path)}</legend>
      {hint === undefined ? null : <p>{hint}</p>}
      {choices.map((choice) => (
        <Checkbox
          key={choice.value}
          checked={chosen.includes(choice.value)}
          onChange={(on) => toggle(choice.value, on)}
        >
          {choice.label}
        </Checkbox>
      ))}
    </fieldset>
  );
}

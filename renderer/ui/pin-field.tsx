import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { cx } from './cx.ts';
import styles from './field.module.css';
import { Icon } from './icon.tsx';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

export type PinFieldProps = {
  value: string;
  onChange: (value: string) => void;
  onSubmit: () => void;
  /** Number of places drawn; longer PINs are accepted up to twelve digits. */
  places?: number;
  /** Own numeric pad under the places (sign-in); off for a signature beside its button. */
  pad?: boolean;
  label?: string;
  autoFocus?: boolean;
  disabled?: boolean;
};

function focusOnMount(input: HTMLInputElement | null): void {
  input?.focus();
}

/** A PIN by own pad or keyboard. Only digits are kept; the value is never shown or announced. */
export function PinField(props: PinFieldProps): ReactElement {
  const { t } = useTranslation('kit');
  const id = useId();
  const places = Math.max(props.places ?? 6, props.value.length);
  const put = (text: string): void => props.onChange(text.replaceAll(/\D/g, '').slice(0, 12));
  const input = (
    <input
      id={id}
      className={styles['input']}
      type="password"
      inputMode="numeric"
      autoComplete="off"
      data-1p-ignore
      value={props.value}
      disabled={props.disabled}
      ref={props.autoFocus ? focusOnMount : undefined}
      onChange={(event) => put(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') props.onSubmit();
      }}
    />
  );
  if (props.pad !== true) {
    return (
      <div className={styles['field']}>
        <label className={styles['label']} htmlFor={id}>
          {props.label ?? t('pin.entry')}
        </label>
        <div className={styles['segments']}>{input}</div>
      </div>
    );
  }
  return (
    <fieldset className={styles['pinPad']} disabled={props.disabled}>
      <legend className={styles['srOnly']}>{props.label ?? t('pin.entry')}</legend>
      <label className={styles['dots']} htmlFor={id}>
        <span className={styles['srOnly']}>
          {props.label ?? t('pin.entry')} {t('pin.filled', { count: props.value.length })}
        </span>
        <span className={styles['srOnly']}>{input}</span>
        {Array.from({ length: places }, (_, index) => index).map((place) => (
          <span
            key={`place-${place}`}
            className={cx(
              styles['dot'],
              place < props.value.length && styles['filled'],
              place === props.value.length && styles['current'],
            )}
          />
        ))}
      </label>
      <div className={styles['pad']}>
        {keys.map((key) => (
          <Button key={key} padKey onPress={() => put(props.value + key)}>
            {key}
          </Button>
        ))}
        <Button padKey onPress={() => put('')}>
          <span className={styles['padWord']}>{t('pin.clear')}</span>
        </Button>
        <Button padKey onPress={() => put(`${props.value}0`)}>
          0
        </Button>
        <Button padKey label={t('pin.back')} onPress={() => put(props.value.slice(0, -1))}>
          <Icon name="deleteLast" />
        </Button>
      </div>
    </fieldset>
  );
}

import { type ReactElement, type ReactNode, useId } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import styles from './button.module.css';
import { KeyCap } from './code.tsx';
import { cx } from './cx.ts';
import { Glyph } from './glyph.tsx';
import { useHoldToPress } from './hold-to-press.ts';

export type ButtonLook = 'plain' | 'primary' | 'quiet' | 'danger' | 'dangerFill';

export type ButtonProps = {
  /** Verb and object: 报废此袋, never a bare 确定. */
  children: ReactNode;
  look?: ButtonLook;
  onPress?: () => void;
  /** Key that does the same, shown in a frame; binding it is the command registry's work. */
  keyCap?: string;
  /** What is missing. A button with a reason is disabled and says why beside or under itself. */
  disabledReason?: string;
  disabled?: boolean;
  busy?: boolean;
  autoFocus?: boolean;
  submit?: boolean;
  wide?: boolean;
  /** Accessible name where the visible text is a symbol. */
  label?: string;
  /** Large numeric key of a pad. */
  padKey?: boolean;
  formId?: string;
};

/**
 * The button of the kit. `dangerFill` belongs only inside the dialog that confirms the danger and
 * cannot be pressed by a key stroke alone: Space must be held (INV-25; a scanner cannot hold a key).
 */
export function Button(props: ButtonProps): ReactElement {
  const { t } = useTranslation('kit');
  const reasonId = useId();
  const look = props.look ?? 'plain';
  const reason = props.disabledReason;
  const off = props.disabled === true || props.busy === true || reason !== undefined;
  const hold = useHoldToPress(look === 'dangerFill' && !off, props.onPress);
  const button = (
    <AriaButton
      type={props.submit ? 'submit' : 'button'}
      className={({ isPressed }) =>
        cx(
          styles['button'],
          styles[look],
          props.wide && styles['wide'],
          props.padKey && styles['padKey'],
          isPressed && styles['pressed'],
          off && styles['off'],
        )
      }
      isDisabled={off}
      autoFocus={props.autoFocus}
      form={props.formId}
      aria-label={props.label}
      aria-describedby={reason === undefined ? undefined : reasonId}
      {...(look === 'dangerFill' ? hold : { onPress: () => props.onPress?.() })}
    >
      {props.busy ? <Glyph shape="half" /> : null}
      {props.children}
      {props.keyCap === undefined ? null : (
        <span className={styles['cap']} aria-hidden>
          <KeyCap>{props.keyCap}</KeyCap>
        </span>
      )}
    </AriaButton>
  );
  if (reason === undefined) return button;
  return (
    <span className={cx(styles['withReason'], props.wide && styles['wide'])} data-with-reason>
      {button}
      <span id={reasonId} className={styles['reason']}>
        {t('disabledLead')}
        {reason}
      </span>
    </span>
  );
}

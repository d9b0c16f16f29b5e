import type { ReactElement } from 'react';
import { FieldError, Text } from 'react-aria-components';
import styles from './field.module.css';
import { Glyph } from './glyph.tsx';

/** The line under a field: the error in full, else the hint. */
export function FieldNotes(props: {
  error?: string | undefined;
  hint?: string | undefined;
}): ReactElement | null {
  if (props.error !== undefined) {
    return (
      <FieldError className={styles['error']}>
        <Glyph shape="octagon" />
        <span>{props.error}</span>
      </FieldError>
    );
  }
  if (props.hint === undefined) return null;
  return (
    <Text slot="description" className={styles['hint']}>
      {props.hint}
    </Text>
  );
}

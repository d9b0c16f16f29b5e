import { type ReactElement, type ReactNode, useContext } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { CoverContext, InSightContext } from './cover.ts';
import { cx } from './cx.ts';
import styles from './dialog.module.css';

export type DialogProps = {
  open: boolean;
  /** States the consequence as a question or a fact: 报废 A9999 26 000087 分袋 B？ */
  title: string;
  children?: ReactNode;
  /** The choice that changes nothing: has the focus, answers Esc. */
  stay: { label: string; onPress: () => void };
  /** The choice that acts. `danger` is filled and needs a pointer or a held key. */
  act?: {
    label: string;
    onPress: () => void;
    danger?: boolean;
    disabledReason?: string;
    busy?: boolean;
  };
  wide?: boolean;
  /** The body holds the field that takes the focus, for example a search. */
  focusInside?: boolean;
};

/**
 * A question with two answers. The focus starts on the one that changes nothing, so that a
 * scanner's Enter is harmless (INV-25); a press beside the dialog does nothing. The running chairs stay
 * in sight above it.
 */
export function Dialog(props: DialogProps): ReactElement {
  const { t } = useTranslation('kit');
  const { act, stay } = props;
  const place = useContext(CoverContext);
  const inSight = useContext(InSightContext);
  return (
    <ModalOverlay
      className={cx(styles['backdrop'], place === 'cover' && styles['above'])}
      isOpen={props.open && place !== 'covered'}
      isDismissable={false}
      onOpenChange={(open) => {
        if (!open) stay.onPress();
      }}
    >
      <Modal className={styles['place']}>
        {inSight}
        <div className={styles['middle']}>
          <div className={props.wide ? styles['wide'] : styles['modal']}>
            <AriaDialog className={styles['dialog']} role="alertdialog">
              <Heading slot="title" className={styles['title']}>
                {props.title}
              </Heading>
              {props.children === undefined ? null : (
                <div className={styles['body']}>{props.children}</div>
              )}
              <div className={styles['foot']}>
                {act?.danger ? (
                  <span className={styles['hold']}>{t('dialog.holdHint')}</span>
                ) : null}
                <Button
                  onPress={stay.onPress}
                  autoFocus={!props.focusInside}
                  look={act === undefined ? 'primary' : 'plain'}
                >
                  {stay.label}
                </Button>
                {act === undefined ? null : (
                  <Button
                    look={act.danger ? 'dangerFill' : 'primary'}
                    onPress={act.onPress}
                    disabledReason={act.disabledReason}
                    busy={act.busy}
                  >
                    {act.label}
                  </Button>
                )}
              </div>
            </AriaDialog>
          </div>
        </div>
      </Modal>
    </ModalOverlay>
  );
}

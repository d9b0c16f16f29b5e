import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import styles from './honours.module.css';
import { SpoilDialog } from './spoil-dialog.tsx';
import type { PaperDetail } from './words.ts';

/** A paper that a corrected volume made void: its sheet is taken back before two persons. */
export function WithdrawnBar(props: { paper: PaperDetail }): ReactElement {
  const { t } = useTranslation('honours');
  const { certificateId, serial, nextSerial } = props.paper;
  const [isTaking, setTaking] = useState(false);
  return (
    <div className={styles['bar']}>
      <div className={styles['ask']}>
        <b>{t('withdrawn.head')}</b>
        <span>{t('withdrawn.todo')}</span>
      </div>
      <div className={styles['acts']}>
        <Button look="primary" onPress={() => setTaking(true)}>
          {t('withdrawn.take')}
        </Button>
      </div>
      {isTaking ? (
        <SpoilDialog
          certificateId={certificateId}
          serial={serial ?? nextSerial}
          onClose={() => setTaking(false)}
        />
      ) : null}
    </div>
  );
}

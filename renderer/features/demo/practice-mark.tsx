import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/app/session.ts';
import styles from './practice-mark.module.css';

/** On every screen of a demo folder, covers and wall boards too: nothing here is about real people. */
export function PracticeMark(): ReactElement | null {
  const { t } = useTranslation('demo');
  const { demo, practiceClock } = useSession();
  if (!demo) return null;
  return (
    <div className={styles['mark']} role="note" data-clock={practiceClock}>
      {t(practiceClock ? 'mark.clock' : 'mark.demo')}
    </div>
  );
}

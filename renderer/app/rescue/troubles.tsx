import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { AttentionStrip } from '#renderer/ui/banner.tsx';
import { wordAt } from '../code-words.ts';
import { useStationQuery } from '../operations.ts';
import styles from './rescue.module.css';

const LOOK_MS = 30_000;

/** What everybody must know of the station's own state: on every screen and above the sign-in. */
export function Troubles(): ReactElement | null {
  const { t } = useTranslation('trouble');
  const screen = useStationQuery('operators.signInScreen', {}, { everyMs: LOOK_MS });
  const troubles = screen.data?.troubles ?? [];
  if (troubles.length === 0) return null;
  const items = troubles.map((code) => ({
    text: wordAt(`trouble:${code}`) ?? t('unknown', { code }),
  }));
  const isInNeed = screen.data?.readsOnly === true && !troubles.includes('station.readingCopy');
  return (
    <>
      <AttentionStrip lead={t('lead')} items={items} />
      {isInNeed ? (
        <a className={styles['ways']} href="/rescue.html">
          {t('ways')}
        </a>
      ) : null}
    </>
  );
}

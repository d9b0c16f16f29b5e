import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationQuery } from '#renderer/app/operations.ts';
import styles from './quality.module.css';

/**
 * Steps and times after Health Ministry guidance on occupational exposure to HIV (卫医发〔2004〕108号:
 * rinse, disinfect, drugs early, tests at weeks 4, 8, 12 and month 6) and GBZ/T 213-2008; the site's
 * own procedure goes before them.
 */
const FIRST_AID = ['wash', 'disinfect', 'tell', 'follow', 'keep', 'site'] as const;

/** What to do before anything is written, and whom to call. */
export function FirstAid(): ReactElement {
  const { t } = useTranslation('quality');
  const phone = useStationQuery('quality.firstAid', {}).data?.phone ?? '';
  return (
    <>
      <ol className={styles['firstAid']}>
        {FIRST_AID.map((step) => (
          <li key={step}>{t(`firstAid.${step}`)}</li>
        ))}
      </ol>
      <b>{phone === '' ? t('needleStick.noPhone') : t('needleStick.call', { phone })}</b>
    </>
  );
}

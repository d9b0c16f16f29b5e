import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { dateText, timeText, useNow } from './clock.ts';
import { kioskContent, lockContent } from './lock-content.ts';
import { lock, useSession } from './session.ts';
import styles from './shell.module.css';
import { useStation } from './station-state.ts';

/** The donor's own screen; it covers everything, so that no key, address or scan leads past it. */
export function KioskCover(): ReactElement | null {
  const Kiosk = kioskContent();
  return Kiosk === undefined ? null : <Kiosk />;
}

/** The cover of a locked station. The operators' slice supplies badge and PIN (`setLockContent`). */
export function LockCover(): ReactElement {
  const { t } = useTranslation('app');
  const running = useStation((state) => state.running);
  const zone = useStation((state) => state.zone);
  const now = useNow();
  const Unlock = lockContent();
  if (Unlock !== undefined) return <Unlock />;
  return (
    <section className={styles['lock']} aria-label={t('lock.title')}>
      <p className={styles['time']}>{timeText(now, zone)}</p>
      <p className={styles['date']}>{dateText(now, zone)}</p>
      <h2>{t('lock.running')}</h2>
      <p className={styles['quiet']}>{t('lock.runningCount', { count: running.length })}</p>
      <p>{t('lock.unlock')}</p>
    </section>
  );
}

/** Twenty seconds before the lock: the choice that changes nothing is to keep working. */
export function LockWarning(): ReactElement {
  const { t } = useTranslation('app');
  const lockIn = useSession((state) => state.lockIn);
  return (
    <Dialog
      open={lockIn !== undefined}
      title={t('lock.warning', { count: lockIn ?? 0 })}
      stay={{ label: t('lock.stay'), onPress: () => useSession.setState({ lockIn: undefined }) }}
      act={{ label: t('lock.now'), onPress: lock }}
    >
      {t('lock.warningText')}
    </Dialog>
  );
}

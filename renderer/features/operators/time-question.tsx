import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncedAct } from '#renderer/app/act.ts';
import { timeText, useNow } from '#renderer/app/clock.ts';
import { CommandDialog } from '#renderer/app/command-dialog.tsx';
import { useCommand } from '#renderer/app/commands.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { useSession } from '#renderer/app/session.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import styles from './time-question.module.css';

const COMMAND = 'operators.timeQuestion';

/**
 * After a stop that rule SITE-CLOCK finds long, the first who signs in reads date and time in big letters
 * and confirms them with one key, which no scanner types and Enter is not (INV-25, INV-34).
 */
export function TimeQuestion(): ReactElement | null {
  const { t } = useTranslation('signIn');
  const isSignedIn = useSession((state) => state.user !== undefined && !state.locked);
  const asked = useStationQuery('operators.signInScreen', {});
  const [isPutOff, setIsPutOff] = useState(false);
  const at = asked.data?.timeToConfirm ?? null;
  const isDue = isSignedIn && at !== null;
  useCommand(
    isDue ? { id: COMMAND, label: t('time.title'), run: () => setIsPutOff(false) } : undefined,
  );
  if (at === null || !isDue || isPutOff) return null;
  const aheadMs = Date.parse(at) - asked.dataUpdatedAt;
  return <Question aheadMs={aheadMs} onPutOff={() => setIsPutOff(true)} />;
}

/** `aheadMs`: how far the machine's clock, as the station tells it, is ahead of the page's. */
function Question(props: { aheadMs: number; onPutOff: () => void }): ReactElement {
  const { t } = useTranslation('signIn');
  const confirm = useAnnouncedAct('operators.confirmTime', () => t('time.confirmed'));
  const [isWrong, setIsWrong] = useState(false);
  useNow();
  const shown = Date.now() + props.aheadMs;
  const run = (): void => {
    if (!confirm.busy) confirm.run({ seen: new Date(shown).toISOString() });
  };
  useCommand({ id: 'operators.confirmTime', keys: 'F10', label: t('time.right'), run });
  if (isWrong) return <Wrong onPutOff={props.onPutOff} />;
  return (
    <CommandDialog
      wide
      title={t('time.title')}
      stay={{ label: t('time.wrong'), onPress: () => setIsWrong(true) }}
      command={confirm}
      act={{ label: t('time.right'), onPress: run }}
    >
      <BigTime at={shown} />
      <p>{t('time.why')}</p>
    </CommandDialog>
  );
}

function BigTime(props: { at: number }): ReactElement {
  const { i18n } = useTranslation();
  const zone = useStation((state) => state.zone);
  const day = new Intl.DateTimeFormat(i18n.language, { timeZone: zone, dateStyle: 'full' });
  return (
    <p className={styles['big']}>
      <span className={styles['day']}>{day.format(props.at)}</span>
      <span className={styles['time']}>{timeText(props.at, zone)}</span>
    </p>
  );
}

/** What to do about a wrong clock; the station looks again by itself. */
function Wrong(props: { onPutOff: () => void }): ReactElement {
  const { t } = useTranslation('signIn');
  return (
    <Dialog
      open
      wide
      title={t('time.todo')}
      stay={{ label: t('time.later'), onPress: props.onPutOff }}
    >
      <ol>
        <li>{t('time.step1')}</li>
        <li>{t('time.step2')}</li>
        <li>{t('time.step3')}</li>
      </ol>
    </Dialog>
  );
}

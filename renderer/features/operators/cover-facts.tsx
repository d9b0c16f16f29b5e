import type { TFunction } from 'i18next';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { dateText, timeText, useNow } from '#renderer/app/clock.ts';
import { useClient } from '#renderer/app/operations.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { Code } from '#renderer/ui/code.tsx';
import { Mark } from '#renderer/ui/frame.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import styles from './cover.module.css';
import { holderOf, roleName, setWho } from './session-flow.ts';

type Screen = OutputOf<'operators.signInScreen'>;

/** Place, time, what goes on while nobody is here, and in demonstrations the people to be. */
export function CoverFacts(props: { screen: Screen }): ReactElement {
  const { t, i18n } = useTranslation('signIn');
  const { screen } = props;
  const running = useStation((state) => state.running.length);
  const now = useNow();
  const { zone } = screen;
  return (
    <div className={styles['left']}>
      <header className={styles['place']}>
        <Mark size={36} />
        <div>
          <b>{screen.siteName}</b>
          <span>{screen.room}</span>
        </div>
      </header>
      <p className={styles['time']}>{timeText(now, zone)}</p>
      <p className={styles['date']}>{longDate(now, zone, i18n.language)}</p>
      <h2>{running > 0 ? t('cover.locked') : t('cover.idle')}</h2>
      <p className={styles['quiet']}>
        {running > 0 ? t('cover.lockedCount', { count: running }) : t('cover.idleText')}
      </p>
      <Facts items={factsOf(screen, t)} />
      {screen.demo ? <DemoStaff screen={screen} /> : null}
    </div>
  );
}

/** The day with its weekday, as people say it. */
function longDate(at: number, zone: string, language: string): string {
  return new Intl.DateTimeFormat(language, { timeZone: zone, dateStyle: 'full' }).format(at);
}

function factsOf(screen: Screen, t: TFunction<'signIn'>) {
  const { lastBackupAt, zone } = screen;
  const at = lastBackupAt === null ? undefined : Date.parse(lastBackupAt);
  return [
    {
      name: t('fact.backup'),
      value:
        at === undefined ? t('fact.backupNone') : `${dateText(at, zone)} ${timeText(at, zone)}`,
    },
    {
      name: t('fact.chain'),
      value: t('fact.entries', { count: screen.journalLength }),
    },
    {
      name: t('fact.site'),
      value: t(screen.open ? 'fact.open' : 'fact.setUp', { date: screen.licenceExpires }),
    },
  ];
}

/** Badges and PINs of the invented staff; a line does what a badge scan does. */
function DemoStaff(props: { screen: Screen }): ReactElement {
  const { t } = useTranslation('signIn');
  const client = useClient();
  const pick = async (badge: string): Promise<void> => {
    const who = await holderOf(client, badge);
    if (typeof who !== 'string') setWho(who);
  };
  return (
    <section className={styles['demo']} aria-label={t('demo.title')}>
      <h3>
        <Icon name="help" /> {t('demo.title')} <span>{t('demo.note')}</span>
      </h3>
      <div className={styles['staff']}>
        {props.screen.demoStaff.map((person) => (
          <button key={person.badge} type="button" onClick={() => void pick(person.badge)}>
            <span>
              <b>{person.name}</b> {roleName(person.roles)}
            </span>
            <Code>
              {person.badge} {t('demo.pin', { pin: person.pin })}
            </Code>
          </button>
        ))}
      </div>
    </section>
  );
}

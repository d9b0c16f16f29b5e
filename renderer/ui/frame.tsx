import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from './code.tsx';
import { cx } from './cx.ts';
import styles from './frame.module.css';
import { Glyph } from './glyph.tsx';
import { Icon, type IconName } from './icon.tsx';

/** The mark of the station: a drop, half plasma. */
export function Mark(props: { size?: number }): ReactElement {
  const size = props.size ?? 26;
  return (
    <svg viewBox="0 0 26 26" width={size} height={size} aria-hidden>
      <path
        d="M13 2c5 6.2 7.6 10 7.6 13.6a7.6 7.6 0 0 1-15.2 0C5.4 12 8 8.2 13 2z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
      />
      <path
        d="M5.6 15.2c2.4-1.8 4.8 1.6 7.4.4s4.6-1.6 7.4-.4a7.5 7.5 0 0 1-14.8 0z"
        fill="#E7C66B"
      />
    </svg>
  );
}

export type ScanChipProps = { code: string; did: string; when: string } | undefined;

/** What was read, what it did, and when. */
export function ScanChip(props: { last: ScanChipProps }): ReactElement {
  const { t } = useTranslation('kit');
  return (
    <span className={styles['chip']}>
      <Icon name="scan" />
      {props.last === undefined ? (
        <span className={styles['quiet']}>{t('scan.waiting')}</span>
      ) : (
        <>
          <bdi className={styles['mono']}>{props.last.code}</bdi>
          {props.last.did}
          <span className={styles['quiet']}>{props.last.when}</span>
        </>
      )}
    </span>
  );
}

export type StripFact = {
  icon: IconName;
  text: string;
  tone?: 'warn' | 'danger';
  secondary?: boolean;
};

/** Place, last scan, storage, printer, clock, user: 48 px, always the same order. */
export function TopStrip(props: {
  place: string;
  room: string;
  lastScan: ScanChipProps;
  facts: readonly StripFact[];
  time: string;
  date: string;
  user?: { name: string; role: string; control?: ReactNode };
  tools?: ReactNode;
}): ReactElement {
  return (
    <header className={styles['strip']}>
      <span className={styles['place']}>
        <Mark />
        {props.place} <span className={styles['quiet']}>{props.room}</span>
      </span>
      <ScanChip last={props.lastScan} />
      <span className={styles['grow']} />
      {props.tools}
      {props.facts.map((fact) => (
        <span
          key={fact.text}
          className={cx(
            styles['fact'],
            fact.tone !== undefined && styles[fact.tone],
            fact.secondary && styles['secondary'],
          )}
        >
          {fact.tone === undefined ? (
            <Icon name={fact.icon} />
          ) : (
            <Glyph shape={fact.tone === 'warn' ? 'triangle' : 'octagon'} />
          )}
          <b>{fact.text}</b>
        </span>
      ))}
      <time className={styles['fact']}>
        <span className={styles['clock']}>{props.time}</span>
        <span className={styles['secondary']}>{props.date}</span>
      </time>
      {props.user === undefined ? null : (
        <span className={styles['user']}>
          <Icon name="badge" />
          {props.user.name} <span className={styles['quiet']}>{props.user.role}</span>
          {props.user.control}
        </span>
      )}
    </header>
  );
}

export type RailItem = {
  id: string;
  href: string;
  icon: IconName;
  label: string;
  count?: number;
  current?: boolean;
  end?: boolean;
};

/** At most eight places of work; Alt+1…8 in this order. */
export function Rail(props: { items: readonly RailItem[] }): ReactElement {
  const { t } = useTranslation('kit');
  return (
    <nav className={styles['rail']} aria-label={t('rail.label')}>
      {props.items.map((item) => (
        <a
          key={item.id}
          href={item.href}
          className={cx(item.current && styles['on'], item.end && styles['end'])}
          aria-current={item.current ? 'page' : undefined}
        >
          <Icon name={item.icon} size={24} stroke={1.5} />
          <span>{item.label}</span>
          {item.count === undefined || item.count === 0 ? null : (
            <span
              className={styles['count']}
              role="img"
              aria-label={t('rail.open', { count: item.count })}
            >
              {item.count}
            </span>
          )}
        </a>
      ))}
    </nav>
  );
}

export type KeyHint = { keyCap: string; label: string; onPress?: () => void; disabled?: boolean };

/** Keys at the left, the situation or the primary action at the right. */
export function KeyBar(props: { keys: readonly KeyHint[]; children?: ReactNode }): ReactElement {
  return (
    <footer className={styles['keys']}>
      {props.keys.map((key) => (
        <button
          key={key.keyCap}
          type="button"
          className={styles['keyHint']}
          disabled={key.disabled}
          onClick={key.onPress}
        >
          <KeyCap>{key.keyCap}</KeyCap>
          {key.label}
        </button>
      ))}
      <span className={styles['grow']} />
      {props.children}
    </footer>
  );
}

export type RunningChair = {
  chair: string;
  /** Figures, or the surname form at most (张女士): the strip is read by everyone in the room. */
  person: string;
  state?: { tone: 'warn' | 'danger'; text: string };
  note?: string;
};

/** The chairs that run with their figures, on top of what covers a screen; deviations come first. */
export function RunningStrip(props: {
  chairs: readonly RunningChair[];
  /** What anybody may press beside them. */
  end?: ReactNode;
}): ReactElement {
  const { t } = useTranslation('kit');
  const isQuiet = (chair: RunningChair): number => (chair.state === undefined ? 1 : 0);
  const chairs = props.chairs.toSorted((a, b) => isQuiet(a) - isQuiet(b));
  return (
    <section
      className={styles['relay']}
      aria-label={t('strip.running', { count: props.chairs.length })}
    >
      <span className={styles['relayLead']}>
        <Icon name="activity" />
        {t('strip.running', { count: props.chairs.length })}
      </span>
      {chairs.map((chair) => (
        <span key={chair.chair} className={styles['relayItem']}>
          <b>{chair.chair}</b>
          {chair.person}
          {chair.state === undefined ? null : (
            <span className={styles[chair.state.tone]}>
              <Glyph shape={chair.state.tone === 'warn' ? 'triangle' : 'octagon'} />
              {chair.state.text}
            </span>
          )}
          {chair.note}
        </span>
      ))}
      {props.end === undefined ? null : <span className={styles['relayEnd']}>{props.end}</span>}
    </section>
  );
}

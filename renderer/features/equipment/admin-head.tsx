import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ScreenHead } from '#renderer/ui/pane.tsx';
import styles from './admin.module.css';

const groups = [
  ['staff', 'skills', 'roles', 'emergencies'],
  ['chairs', 'places'],
  ['devices', 'stocks'],
  ['about', 'site', 'numbers', 'conflicts', 'rules', 'validation'],
] as const;

/** Neighbours whose screens are not only the administrator's. */
const ELSEWHERE: ReadonlySet<string> = new Set(['rules', 'validation']);

export type AdminPlace = (typeof groups)[number][number];

/** Title of an administration screen with its neighbours as links. */
export function AdminHead(props: {
  place: AdminPlace;
  title: string;
  note?: string;
  children?: ReactNode;
}): ReactElement {
  const { t } = useTranslation('admin');
  const group = groups.find((names) => names.some((name) => name === props.place)) ?? [];
  return (
    <ScreenHead title={props.title} note={props.note}>
      <nav className={styles['tabs']} aria-label={props.title}>
        {group.map((name) => (
          <a
            key={name}
            href={ELSEWHERE.has(name) ? `#/${name}` : `#/admin/${name}`}
            aria-current={name === props.place ? 'page' : undefined}
          >
            {t(`tabs.${name}`)}
          </a>
        ))}
      </nav>
      {props.children}
    </ScreenHead>
  );
}

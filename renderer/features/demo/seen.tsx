import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import styles from './drawer.module.css';

export type SimulatedDevice = OutputOf<'demo.devices'>['devices'][number];

/** What hands would see at the simulated device: power, cable, its run, the alarm that stands. */
export function DeviceSeen({ seen }: Pick<SimulatedDevice, 'seen'>): ReactElement {
  const { t } = useTranslation('demo');
  const word = useSeenWord();
  return (
    <section aria-label={t('seen.title')} className={styles['seen']}>
      <span>{t('seen.title')}</span>
      <StatusTag kind={isUp(seen) ? 'ok' : 'caution'}>{word(seen)}</StatusTag>
      {isUp(seen) && seen.alarm ? (
        <StatusTag kind="stop">
          {t('seen.alarm', { alarm: codeWord(['collection:alarmCode'], seen.alarm) })}
        </StatusTag>
      ) : null}
    </section>
  );
}

function useSeenWord(): (seen: SimulatedDevice['seen']) => string {
  const { t } = useTranslation('demo');
  return (seen) => {
    if (seen === null) return t('seen.silent');
    if (!seen.power) return t('seen.off');
    if (!seen.plugged) return t('seen.unplugged');
    const { state, collectedMl = 0 } = seen;
    return state === undefined
      ? t('seen.ready')
      : t(`seen.${state}`, { ml: Math.round(collectedMl) });
  };
}

function isUp(seen: SimulatedDevice['seen']): seen is NonNullable<SimulatedDevice['seen']> {
  return seen?.power === true && seen.plugged;
}

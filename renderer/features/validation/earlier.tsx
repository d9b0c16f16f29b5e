import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoment } from '#renderer/features/laboratory/words.ts';
import { Stack } from '#renderer/ui/pane.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { RESULT_KIND, type Step } from './standing.ts';
import styles from './validation.module.css';

/** What was signed for a step, the newest first; a failed one stays beside its later result. */
export function Earlier(props: { results: Step['results'] }): ReactElement | null {
  const { t } = useTranslation('validation');
  const moment = useMoment();
  if (props.results.length === 0) return null;
  return (
    <section className={styles['earlier']} aria-label={t('ui.signed')}>
      {props.results.map((one) => (
        <Stack key={one.at} gap="small">
          <p className={styles['signed']}>
            <StatusTag kind={RESULT_KIND[one.result]}>{t(`results.${one.result}`)}</StatusTag>
            <span>{`${moment(one.at)} ${one.by} / ${one.second}`}</span>
          </p>
          {one.intact ? null : <StatusTag kind="hold">{t('ui.broken')}</StatusTag>}
          {one.observed === '' ? null : <p>{one.observed}</p>}
          {one.deviation === '' ? null : <p>{`${t('ui.deviation')}：${one.deviation}`}</p>}
          {one.note === '' ? null : <p>{one.note}</p>}
        </Stack>
      ))}
    </section>
  );
}

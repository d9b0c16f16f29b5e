import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '#renderer/app/clock.ts';
import { codeWord } from '#renderer/app/code-words.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { ProgressBar } from '#renderer/ui/figure.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import styles from './visits.module.css';

type Tile = OutputOf<'collection.board'>['tiles'][number];

const MINUTE = 60_000;

/** The chairs beside the work list: who draws, how far, and when the next vitals are due. */
export function ChairsAside(): ReactElement {
  const board = useStationQuery('collection.board', {});
  const tiles = (board.data?.tiles ?? []).toSorted(
    (a, b) => Number(b.din !== null) - Number(a.din !== null) || a.position - b.position,
  );
  return (
    <>
      {tiles.map((tile) => (
        <ChairLine key={tile.chairId} tile={tile} />
      ))}
    </>
  );
}

function ChairLine(props: { tile: Tile }): ReactElement {
  const { t } = useTranslation('visits');
  const { tile } = props;
  return (
    <section className={styles['chairLine']} aria-label={tile.name}>
      <span className={styles['chairTop']}>
        <b>{tile.position}</b>
        <span>{tile.shortName ?? t(`board.chairStates.${tile.state}`)}</span>
        {tile.machineMl === null || tile.targetMl === null ? null : (
          <span>
            <b>{tile.machineMl}</b>/{tile.targetMl} mL
          </span>
        )}
      </span>
      {tile.machineMl === null || tile.targetMl === null ? null : (
        <ProgressBar thin label={tile.name} value={tile.machineMl} max={tile.targetMl} unit="mL" />
      )}
      <ChairNote tile={tile} />
    </section>
  );
}

function ChairNote(props: { tile: Tile }): ReactElement | null {
  const { t } = useTranslation('visits');
  const now = useNow();
  const { alarm, nextVitalsAt, din } = props.tile;
  if (din === null) return null;
  const left =
    nextVitalsAt === null ? undefined : Math.floor((Date.parse(nextVitalsAt) - now) / MINUTE);
  return (
    <>
      {alarm === null ? (
        <span className={styles['quiet']}>{t('board.noAlarm')}</span>
      ) : (
        <StatusTag kind="caution">
          {t('board.alarm')} {codeWord(['collection:alarmCode'], alarm.code)}
        </StatusTag>
      )}
      {left === undefined ? null : <VitalsDue left={left} />}
    </>
  );
}

/** Minutes to the next vitals; what is overdue says so, by shape and word. */
function VitalsDue(props: { left: number }): ReactElement {
  const { t } = useTranslation('visits');
  const { left } = props;
  if (left >= 0)
    return <span className={styles['quiet']}>{t('board.vitalsIn', { count: left })}</span>;
  return <StatusTag kind="caution">{t('board.vitalsLate', { count: -left })}</StatusTag>;
}

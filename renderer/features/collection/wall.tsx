import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { timeText, useNow } from '#renderer/app/clock.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { QueryState } from '#renderer/features/visits/query-states.tsx';
import { ProgressBar } from '#renderer/ui/figure.tsx';
import { Glyph } from '#renderer/ui/glyph.tsx';
import { useLive } from './live-store.ts';
import { type AtRest, restWords } from './resting-list.tsx';
import {
  type Attention,
  alarmWords,
  attentionOf,
  type Tile,
  urgency,
  useTileFigures,
  useTileLink,
} from './tile.ts';
import { contactWords, minutesText, vitalsTone } from './time-words.ts';
import styles from './wall.module.css';

/** Twelve chairs, dark, read from three metres; surnames only. */
export function Wall(): ReactElement {
  const { t } = useTranslation('collection');
  const board = useStationQuery('collection.board', {});
  const room = useStation((state) => state.room);
  const zone = useStation((state) => state.zone);
  const now = useNow();
  const links = useLive((state) => state.links);
  if (board.data === undefined) return <QueryState error={board.error} />;
  const { tiles } = board.data;
  const tones = tiles.map((tile) =>
    urgency(attentionOf(tile, now, tile.deviceId === null ? undefined : links[tile.deviceId])),
  );
  const count = (...states: Tile['state'][]): number =>
    tiles.filter((tile) => states.includes(tile.state)).length;
  return (
    <div className={styles['wall']} data-theme="dark" data-density="wall">
      <header className={styles['head']}>
        <h1>{room}</h1>
        <span className={styles['quiet']}>
          {t('board.counts', {
            running: count('running'),
            prepared: count('prepared', 'seated'),
            ending: count('ending', 'matching'),
            toClean: count('toClean'),
            free: count('free'),
            out: count('out'),
          })}
        </span>
        <span className={styles['grow']} />
        <span className={styles['danger']}>
          <Glyph shape="octagon" />
          {t('board.urgent', { count: tones.filter((tone) => tone === 'danger').length })}
        </span>
        <span className={styles['warn']}>
          <Glyph shape="triangle" />
          {t('board.attention', { count: tones.filter((tone) => tone === 'warn').length })}
        </span>
        <b className={styles['clock']}>{timeText(now, zone)}</b>
      </header>
      <ul
        className={styles['grid']}
        aria-label={t('board.title')}
        data-few={tiles.length <= 6 || undefined}
      >
        {tiles.slice(0, 12).map((tile) => (
          <WallTile key={tile.chairId} tile={tile} now={now} />
        ))}
      </ul>
      <WallRest resting={board.data.resting} now={now} />
      <footer className={styles['foot']}>
        <span>{t('board.legend')}</span>
        <span>{t('board.relayed')}</span>
        <span>{t('board.updated', { time: timeText(now, zone) })}</span>
      </footer>
    </div>
  );
}

/** Donors at rest in one line under the chairs: surname, time left, next check, carer. */
function WallRest(props: { resting: readonly AtRest[]; now: number }): ReactElement | null {
  const { t } = useTranslation('collection');
  const { resting, now } = props;
  if (resting.length === 0) return null;
  return (
    <ul className={styles['rest']} aria-label={t('draw.resting')}>
      <li>{t('draw.resting')}</li>
      {resting.slice(0, 6).map((row) => (
        <li key={row.din} data-tone={row.reaction ? 'danger' : vitalsTone(row.nextCheckAt, now)}>
          <b>{row.shortName}</b> {restWords(row, now, t)}
          {row.nextCheckAt === null
            ? ''
            : ` · ${t('draw.nextCheck')} ${minutesText(Date.parse(row.nextCheckAt) - now)}`}
          {row.carer === null ? '' : ` · ${row.carer}`}
        </li>
      ))}
    </ul>
  );
}

function WallTile(props: { tile: Tile; now: number }): ReactElement {
  const { t } = useTranslation('collection');
  const { tile, now } = props;
  const { volume, minutesLeft } = useTileFigures(tile, now);
  const attention = attentionOf(tile, now, useTileLink(tile));
  const tone = urgency(attention);
  const { targetMl } = tile;
  return (
    <li className={styles['tile']} data-tone={tone} data-idle={targetMl === null || undefined}>
      <span className={styles['top']}>
        <b className={styles['code']}>{tile.code}</b>
        <span className={styles['state']} data-tone={tone}>
          {tone === undefined ? null : <Glyph shape={tone === 'danger' ? 'octagon' : 'triangle'} />}
          {t(stateWords(tile, attention))}
        </span>
        <span className={styles['who']}>{tile.shortName ?? ''}</span>
      </span>
      {targetMl === null ? (
        <span className={styles['quiet']}>{tile.state === 'free' ? t('board.freeHint') : ''}</span>
      ) : (
        <>
          <span className={styles['figure']}>
            {volume}
            <small className={styles['target']}>/ {targetMl} mL</small>
            <span className={styles['grow']} />
            <span className={styles['left']}>
              {minutesLeft === undefined ? '' : t('board.left', { count: minutesLeft })}
            </span>
          </span>
          <ProgressBar
            label={t('run.collected', { chair: tile.name })}
            value={volume}
            max={targetMl}
            unit="mL"
          />
          <span className={styles['due']}>
            <span data-tone={attention === 'vitalsLate' ? tone : undefined}>
              {tile.nextVitalsAt === null
                ? ''
                : `${t('board.vitals')} ${minutesText(Date.parse(tile.nextVitalsAt) - now)}`}
            </span>
            <span>{contactWords(tile, now, t)}</span>
          </span>
          {tile.alarm === null ? null : (
            <span className={styles['alarm']} data-tone={tone}>
              {alarmWords(tile.alarm, now)}
            </span>
          )}
        </>
      )}
    </li>
  );
}

/** The key of the words for what a chair is at. */
function stateWords(tile: Tile, attention: Attention) {
  if (attention === 'unanswered') return 'react.unansweredShort';
  if (attention === 'overTime') return 'draw.overTimeShort';
  if (attention === 'vitalsDue') return 'board.vitalsNow';
  if (attention !== undefined) return `board.${attention}` as const;
  return tile.state === 'running' && tile.phase === 'return'
    ? 'board.returning'
    : (`board.${tile.state}` as const);
}

import type { TFunction } from 'i18next';
import { memo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { timeText, useNow } from '#renderer/app/clock.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { go } from '#renderer/app/router-link.ts';
import { useScan } from '#renderer/app/scan-router.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { QueryState } from '#renderer/features/visits/query-states.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ProgressBar } from '#renderer/ui/figure.tsx';
import { Pane, Panes, ScreenHead, SidePane } from '#renderer/ui/pane.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import styles from './collection.module.css';
import { RestingList } from './resting-list.tsx';
import {
  alarmWords,
  attentionOf,
  openTile,
  type Tile,
  urgency,
  useTileFigures,
  useTileLink,
} from './tile.ts';
import { contactWords, minutesText } from './time-words.ts';

type Waiting = OutputOf<'collection.board'>['waiting'][number];

/** The chairs of the site with who waits for one. A chair's or donor's code opens what it names. */
export function Board(): ReactElement {
  const { t } = useTranslation(['collection', 'handover', 'waste']);
  const board = useStationQuery('collection.board', {});
  useScan('screen', (scan) => {
    const chair = scan.tokens.find((token) => token.kind === 'chair');
    const tile =
      chair && 'id' in chair ? board.data?.tiles.find((each) => each.code === chair.id) : undefined;
    if (tile === undefined) return 'pass';
    openTile(tile);
    return { verdict: 'moved', text: tile.name };
  });
  if (board.data === undefined) return <QueryState error={board.error} />;
  const { tiles, waiting, resting } = board.data;
  return (
    <>
      <ScreenHead title={t('board.title')} note={t('board.relayed')}>
        <Button onPress={() => go('/waste')}>{t('waste:title')}</Button>
        <Button onPress={() => go('/handover')}>{t('handover:title')}</Button>
      </ScreenHead>
      <Panes density="bedside">
        <Pane>
          {tiles.length === 0 ? (
            <EmptyState icon="chair" title={t('board.title')} fill={t('board.noChairs')} />
          ) : (
            <ul className={styles['tiles']} aria-label={t('board.title')}>
              {tiles.map((tile) => (
                <BoardTile key={tile.chairId} tile={tile} />
              ))}
            </ul>
          )}
        </Pane>
        <SidePane title={t('board.waiting')} padded={false}>
          <WaitingList waiting={waiting} tiles={tiles} />
          <RestingList resting={resting} />
        </SidePane>
      </Panes>
    </>
  );
}

/** Time and figures move in a tile alone: what stands beside it is not drawn again for them. */
const BoardTile = memo(function BoardTile({ tile }: { tile: Tile }): ReactElement {
  const { t } = useTranslation('collection');
  const now = useNow();
  const { volume, minutesLeft } = useTileFigures(tile, now);
  const zone = useStation((state) => state.zone);
  const attention = attentionOf(tile, now, useTileLink(tile));
  const tone = urgency(attention);
  const target = tile.targetMl;
  return (
    <li className={styles['tile']} data-tone={tone}>
      <button type="button" className={styles['tileButton']} onClick={() => openTile(tile)}>
        <span className={styles['tileHead']}>
          <b className={styles['chairCode']}>{tile.code}</b>
          <TileState tile={tile} attention={attention} />
          <span className={styles['who']}>{tile.shortName ?? ''}</span>
        </span>
        {target === null ? (
          <span className={styles['quiet']}>{idleWords(tile, t)}</span>
        ) : (
          <>
            <span className={styles['tileFigure']}>
              {volume}
              <small>/ {target} mL</small>
              {tile.state === 'running' && minutesLeft !== undefined ? (
                <small>{t('board.left', { count: minutesLeft })}</small>
              ) : null}
            </span>
            <ProgressBar
              label={t('run.collected', { chair: tile.name })}
              value={volume}
              max={target}
              unit="mL"
              thin
            />
            <span className={styles['tileFoot']} data-tone={tone}>
              {footWords(tile, now, zone, t)}
            </span>
            {tile.alarm === null ? null : (
              <span className={styles['tileFoot']} data-tone={tone}>
                {alarmWords(tile.alarm, now)}
              </span>
            )}
          </>
        )}
      </button>
    </li>
  );
});

function idleWords(tile: Tile, t: TFunction<'collection'>): string {
  if (tile.state === 'prepared') return t('setup.atNeedle');
  if (tile.state === 'seated') return tile.din ?? '';
  if (tile.state === 'toClean') return t('board.toCleanHint');
  return tile.state === 'free' ? t('board.freeHint') : '';
}

function footWords(tile: Tile, now: number, zone: string, t: TFunction<'collection'>): string {
  if (tile.state === 'matching' && tile.freezeBy !== null)
    return t('board.freezeBy', { time: timeText(Date.parse(tile.freezeBy), zone) });
  if (tile.nextVitalsAt === null) return '';
  const vitals = `${t('board.vitals')} ${minutesText(Date.parse(tile.nextVitalsAt) - now)}`;
  return `${vitals} · ${contactWords(tile, now, t)}`;
}

function TileState(props: { tile: Tile; attention: ReturnType<typeof attentionOf> }): ReactElement {
  const { t } = useTranslation('collection');
  const { tile, attention } = props;
  if (attention === 'unanswered')
    return <StatusTag kind="stop">{t('react.unansweredShort')}</StatusTag>;
  if (attention === 'reaction') return <StatusTag kind="stop">{t('board.reaction')}</StatusTag>;
  if (attention === 'vitalsLate') return <StatusTag kind="stop">{t('board.vitalsLate')}</StatusTag>;
  if (attention === 'overTime') return <StatusTag kind="stop">{t('draw.overTimeShort')}</StatusTag>;
  if (attention === 'alarm') return <StatusTag kind="caution">{t('board.alarm')}</StatusTag>;
  if (attention === 'silent') return <StatusTag kind="caution">{t('board.silent')}</StatusTag>;
  if (tile.state === 'out') return <StatusTag kind="notApplicable">{t('board.out')}</StatusTag>;
  if (attention === 'ending' || attention === 'matching')
    return <StatusTag kind="caution">{t(`board.${attention}`)}</StatusTag>;
  const words = tile.state === 'running' && tile.phase === 'return' ? 'returning' : tile.state;
  return <span>{t(`board.${words}`)}</span>;
}

function WaitingList(props: { waiting: readonly Waiting[]; tiles: readonly Tile[] }): ReactElement {
  const { t } = useTranslation('collection');
  const ready = props.tiles.find((tile) => tile.state === 'prepared' || tile.state === 'free');
  return (
    <Table
      label={t('board.waiting')}
      rows={props.waiting}
      rowId={(row) => row.visitId}
      empty={<EmptyState icon="person" title={t('board.waiting')} fill={t('board.noWaiting')} />}
      columns={[
        { id: 'who', header: t('setup.donor'), cell: (row) => row.person.name },
        {
          id: 'target',
          header: t('setup.target'),
          cell: (row) => (row.targetMl === null ? '—' : `${row.targetMl} mL`),
          numeric: true,
        },
        {
          id: 'open',
          header: '',
          cell: (row) => {
            const chairId = row.chairId ?? ready?.chairId;
            return chairId === undefined ? null : (
              <Button onPress={() => go(`/chairs/${chairId}/${row.visitId}`)}>
                {t(row.din === null ? 'board.giveNumber' : 'board.open')}
              </Button>
            );
          },
        },
      ]}
    />
  );
}

import type { TFunction } from 'i18next';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useStationQuery } from '#renderer/app/operations.ts';
import { go } from '#renderer/app/router-link.ts';
import { useScan } from '#renderer/app/scan-router.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Code } from '#renderer/ui/code.tsx';
import { Glyph } from '#renderer/ui/glyph.tsx';
import { Pane, Panes, ScreenHead } from '#renderer/ui/pane.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { Flag, StatusTag } from '#renderer/ui/status-tag.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import styles from './labeling.module.css';
import { dinText, useSaid } from './said.ts';

type Queued = OutputOf<'labeling.queue'>[number];

/** The address of a unit's label screen. */
export function labelPath(unitId: string): string {
  return `/labels/unit/${encodeURIComponent(unitId)}`;
}

/** Units that wait for a label or its read-back; a scan opens one. */
export function LabelQueue(): ReactElement {
  const { t } = useTranslation('labeling');
  const said = useSaid();
  const client = useClient();
  const { data } = useStationQuery('labeling.queue', {});
  useScan('screen', async (scan) => {
    if (scan.problem !== null) return 'pass';
    const { units } = await client.query('inventory.readScan', { text: scan.raw });
    const found = units.find((unit) => data?.some((row) => row.unitId === unit.unitId));
    if (found === undefined) return 'pass';
    go(labelPath(found.unitId));
    return { verdict: 'ok', text: t('queue.scanDone') };
  });
  const rows = data ?? [];
  const ready = rows.filter((row) => !row.verified && row.met === row.total).length;
  return (
    <>
      <ScreenHead title={t('queue.title')}>
        <Flag kind={ready > 0 ? 'next' : 'waiting'}>
          {t('queue.ready')} {ready}
        </Flag>
        <Button onPress={() => go('/labels/register')}>{t('register.title')}</Button>
      </ScreenHead>
      <Panes>
        <Pane>
          <Table
            label={t('queue.title')}
            columns={columnsOf(t)}
            rows={rows}
            rowId={(row) => row.unitId}
            onOpen={(row) => go(labelPath(row.unitId))}
            detail={(row) =>
              row.open.length === 0 ? undefined : (
                <ul className={styles['reasons']}>
                  {row.open.map((reason) => (
                    <li key={reason.zh}>
                      <Glyph shape="octagon" />
                      {said(reason)}
                    </li>
                  ))}
                </ul>
              )
            }
            empty={<EmptyState icon="label" title={t('queue.title')} fill={t('queue.empty')} />}
          />
        </Pane>
      </Panes>
    </>
  );
}

function columnsOf(t: TFunction<'labeling'>): Column<Queued>[] {
  return [
    {
      id: 'unit',
      header: t('queue.unit'),
      width: '240px',
      cell: ({ din }) => <Code check={dinText(din).check}>{dinText(din).text}</Code>,
    },
    {
      id: 'division',
      header: t('queue.division'),
      cell: ({ division }) => (division === '00' ? t('queue.whole') : division),
    },
    { id: 'volume', header: t('queue.volume'), numeric: true, cell: (row) => row.volumeMl },
    { id: 'place', header: t('queue.place'), secondary: true, cell: (row) => row.placeName ?? '—' },
    {
      id: 'conditions',
      header: t('queue.conditions'),
      numeric: true,
      cell: (row) => `${row.met}/${row.total}`,
    },
    { id: 'verdict', header: t('queue.verdict'), cell: (row) => <Verdict row={row} /> },
  ];
}

function Verdict({ row }: { row: Queued }): ReactElement {
  const { t } = useTranslation('labeling');
  if (row.verified) return <StatusTag kind="ok">{t('queue.done')}</StatusTag>;
  if (row.liveSerial !== null) return <StatusTag kind="next">{t('queue.awaiting')}</StatusTag>;
  return row.met === row.total ? (
    <StatusTag kind="next">{t('queue.ready')}</StatusTag>
  ) : (
    <StatusTag kind="stop">{t('queue.notReady')}</StatusTag>
  );
}

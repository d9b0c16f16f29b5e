import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationQuery } from '#renderer/app/operations.ts';
import { go } from '#renderer/app/router-link.ts';
import type { ScanVerdict } from '#renderer/app/scan/scan.ts';
import { Loaded } from '#renderer/features/laboratory/load.tsx';
import { useMoment } from '#renderer/features/laboratory/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { Pane, Panes, ScreenHead } from '#renderer/ui/pane.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import styles from './inventory.module.css';
import { HandOver, type Taken } from './issue-form.tsx';
import { type Card, DinCell, unitColumns, unitName } from './unit-cells.tsx';
import { useUnitScan } from './unit-scan.ts';

const SHOWS = ['ready', 'gone'] as const;
type Show = (typeof SHOWS)[number];
type Gone = OutputOf<'inventory.issued'>[number];

/** A unit leaves: its label is scanned, the hand-over written down, its label scanned again, signed. */
export function IssueScreen(): ReactElement {
  const { t } = useTranslation('inventory');
  const [show, setShow] = useState<Show>('ready');
  const [taken, setTaken] = useState<Taken>();
  useUnitScan(({ units }, raw) => {
    const [unit, another] = units;
    if (unit === undefined) return { verdict: 'caution', text: t('stock.unknown') };
    if (another !== undefined) return { verdict: 'caution', text: t('stock.several') };
    if (taken !== undefined) return again(taken, unit, raw);
    if (unit.state !== 'released' || unit.holds.length > 0) {
      const state = t(`unitStates.${unit.state}`);
      return { verdict: 'caution', text: t('issue.notReady', { state }) };
    }
    setTaken({ unit, first: raw });
    return { verdict: 'ok', text: `${t('issue.scanned')} ${unitName(unit)}` };
  });
  const again = (before: Taken, unit: Card, raw: string): ScanVerdict => {
    if (unit.unitId !== before.unit.unitId)
      return {
        verdict: 'wrong',
        detail: t('issue.other'),
        expected: { code: unitName(before.unit), note: t('issue.scanned') },
        scanned: { code: unitName(unit), note: t('issue.scanAgain') },
        steps: [t('issue.other')],
        code: 'inventory.issueScan',
      };
    setTaken({ ...before, second: raw });
    return { verdict: 'ok', text: t('issue.matched') };
  };
  return (
    <>
      <ScreenHead title={t('issue.title')}>
        <Button onPress={() => go('/issue/consignees')}>{t('issue.list')}</Button>
      </ScreenHead>
      <Panes>
        <Pane>
          <div className={styles['padded']}>
            <Segmented
              label={t('columns.state')}
              choices={SHOWS.map((value) => ({ value, label: t(`issue.${value}`) }))}
              value={show}
              onChange={setShow}
            />
          </div>
          {show === 'ready' ? <ReadyUnits taken={taken?.unit} /> : <GoneUnits />}
        </Pane>
        <HandOver key={taken?.unit.unitId} taken={taken} onDone={() => setTaken(undefined)} />
      </Panes>
    </>
  );
}

function ReadyUnits(props: { taken: Card | undefined }): ReactElement {
  const { t } = useTranslation('inventory');
  const query = useStationQuery('inventory.stock', { show: 'released' });
  return (
    <Loaded query={query}>
      {({ units }) => (
        <Table
          label={t('issue.ready')}
          columns={unitColumns(t)}
          rows={units.filter((unit) => unit.holds.length === 0)}
          rowId={(row) => row.unitId}
          selectedId={props.taken?.unitId}
          empty={<EmptyState icon="archive" title={t('issue.ready')} fill={t('issue.none')} />}
        />
      )}
    </Loaded>
  );
}

function GoneUnits(): ReactElement {
  const { t } = useTranslation('inventory');
  const columns = useGoneColumns();
  const query = useStationQuery('inventory.issued', {});
  return (
    <Loaded query={query}>
      {(rows) => (
        <Table
          label={t('issue.gone')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.issueId}
          onOpen={(row) => go(`/stock/unit/${encodeURIComponent(row.unitId)}`)}
          empty={<EmptyState icon="archive" title={t('issue.gone')} fill={t('issue.noneGone')} />}
        />
      )}
    </Loaded>
  );
}

function useGoneColumns(): Column<Gone>[] {
  const { t } = useTranslation('inventory');
  const moment = useMoment();
  return [
    { id: 'at', header: t('issue.when'), cell: (row) => moment(row.issuedAt) },
    { id: 'unit', header: t('columns.unit'), cell: (row) => <DinCell din={row.din} /> },
    { id: 'consignee', header: t('issue.consignee'), cell: (row) => row.consignee },
    { id: 'receiver', header: t('issue.receiver'), cell: (row) => row.receiver },
    {
      id: 'box',
      header: t('issue.box'),
      numeric: true,
      secondary: true,
      cell: (row) => (row.boxTenthsC / 10).toFixed(1),
    },
    { id: 'by', header: t('issue.by'), secondary: true, cell: (row) => row.by },
  ];
}

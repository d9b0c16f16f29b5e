import type { TFunction } from 'i18next';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord, type WordGroup } from '#renderer/app/code-words.ts';
import { useCommand } from '#renderer/app/commands.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { useRouteParams } from '#renderer/app/router.tsx';
import { go } from '#renderer/app/router-link.ts';
import { Scroll } from '#renderer/features/labeling/scroll.tsx';
import { SignatureList } from '#renderer/features/signatures/signature-list.tsx';
import { Pane, Panes, ScreenHead, SidePane } from '#renderer/ui/pane.tsx';
import { Facts, StepRow, Steps } from '#renderer/ui/rows.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { factLine } from './fact-words.ts';
import styles from './inventory.module.css';
import { GroupCell, StateCell, unitName } from './unit-cells.tsx';

type History = NonNullable<OutputOf<'inventory.unitHistory'>>;
type Entry = History['entries'][number];

/** A unit's path, from the needle to where it stands: who, when, with what (INV-28). */
export function UnitHistory(): ReactElement {
  const { t } = useTranslation('inventory');
  const unitId = useRouteParams()['unitId'] ?? '';
  const { data } = useStationQuery('inventory.unitHistory', { unitId });
  useCommand({
    id: 'stock.back',
    keys: 'Esc',
    label: t('history.back'),
    run: () => go('/stock'),
  });
  if (data === undefined) return <p className={styles['padded']}>…</p>;
  if (data === null)
    return <EmptyState icon="archive" title={t('history.title')} fill={t('history.unknown')} />;
  const { unit, entries, releases } = data;
  return (
    <>
      <ScreenHead title={t('history.title')} note={unitName(unit)} />
      <Panes>
        <Pane>
          <Table
            label={t('history.title')}
            columns={columnsOf(t)}
            rows={entries.map((entry, index) => ({ ...entry, index }))}
            rowId={(row) => String(row.index)}
            tight
          />
        </Pane>
        <SidePane padded={false}>
          <Scroll label={t('history.title')} padded>
            <Facts
              items={[
                { name: t('columns.group'), value: <GroupCell card={unit} /> },
                { name: t('columns.volume'), value: `${unit.volumeMl} mL` },
                { name: t('columns.state'), value: <StateCell card={unit} /> },
                { name: t('columns.place'), value: unit.placeName ?? '—' },
                { name: t('columns.expires'), value: unit.expiresText },
              ]}
            />
            <Releases releases={releases} />
            <SignatureList of={{ kind: 'unit', unitId }} />
          </Scroll>
        </SidePane>
      </Panes>
    </>
  );
}

/** A release goes by hand, with the unit, or by what puts it on hold. */
const WITHDRAWN_FOR: readonly WordGroup[] = ['inventory:history.withdrawnFor', 'components:holds'];

function Releases(props: { releases: History['releases'] }): ReactElement | null {
  const { t } = useTranslation('inventory');
  if (props.releases.length === 0) return null;
  return (
    <Steps label={t('history.releases')}>
      {props.releases.map((one) => (
        <StepRow
          key={one.releasedAt}
          state={one.withdrawnAt === null ? 'done' : 'stop'}
          what={t('history.release', { by: one.by, second: one.second, checks: one.checks })}
          detail={
            one.withdrawnCode === null
              ? one.releasedAt
              : t('history.withdrawn', { code: codeWord(WITHDRAWN_FOR, one.withdrawnCode) })
          }
        />
      ))}
    </Steps>
  );
}

function columnsOf(t: TFunction<'inventory'>): Column<Entry & { index: number }>[] {
  return [
    { id: 'when', header: t('history.when'), width: '190px', cell: (row) => row.at },
    { id: 'what', header: t('history.what'), cell: (row) => codeWord(['events'], row.type) },
    {
      id: 'who',
      header: t('history.who'),
      cell: (row) => {
        const by = row.by === 'station' ? t('history.station') : row.by;
        return row.second === null ? by : `${by}、${row.second}`;
      },
    },
    { id: 'facts', header: t('history.facts'), cell: factLine },
  ];
}

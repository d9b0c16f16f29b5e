import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import { listWords } from '#renderer/app/i18n.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { ActionSlot } from '#renderer/app/slots.tsx';
import { DinCode } from '#renderer/features/laboratory/din-parts.tsx';
import { Loaded } from '#renderer/features/laboratory/load.tsx';
import { useMoment, usePerson } from '#renderer/features/laboratory/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Pane, Panes, ScreenHead, SidePane } from '#renderer/ui/pane.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { HoldPanel } from './hold-panel.tsx';
import { PlaceHoldDialog } from './place-hold-dialog.tsx';

export type Hold = OutputOf<'components.holdList'>[number];

function useColumns(): readonly Column<Hold>[] {
  const { t } = useTranslation('components');
  const moment = useMoment();
  const person = usePerson();
  return [
    { id: 'din', header: t('ui.columns.number'), cell: (row) => <DinCode din={row.din} /> },
    {
      id: 'code',
      header: t('ui.columns.code'),
      cell: (row) => codeWord(['components:holds'], row.code),
    },
    { id: 'scope', header: t('ui.columns.scope'), cell: (row) => t(`ui.scope.${row.scope}`) },
    {
      id: 'at',
      header: t('ui.columns.placed'),
      cell: (row) => moment(row.placedAt),
      secondary: true,
    },
    { id: 'by', header: t('ui.columns.by'), cell: (row) => person(row.placedBy), secondary: true },
    {
      id: 'standing',
      header: t('ui.columns.standing'),
      cell: (row) =>
        row.standing.length === 0 ? (
          <StatusTag kind="ok">{t('ui.holds.liftable')}</StatusTag>
        ) : (
          <StatusTag kind="hold">
            {listWords(row.standing.map((one) => codeWord(['components:ui.standing'], one)))}
          </StatusTag>
        ),
    },
  ];
}

/** Every hold in force with what still speaks against lifting it. */
export function HoldsScreen(): ReactElement {
  const { t } = useTranslation('components');
  const query = useStationQuery('components.holdList', { scope: 'active' });
  const columns = useColumns();
  const [chosen, choose] = useState<string | undefined>(undefined);
  const [placing, setPlacing] = useState(false);
  const hold = query.data?.find((one) => one.holdId === chosen);
  return (
    <>
      <ScreenHead title={t('ui.titles.holds')} />
      <ActionSlot>
        <Button onPress={() => setPlacing(true)}>{t('ui.holds.place')}</Button>
      </ActionSlot>
      <Panes>
        <Pane>
          <Loaded query={query}>
            {(rows) => (
              <Table
                label={t('ui.titles.holds')}
                columns={columns}
                rows={rows}
                rowId={(row) => row.holdId}
                selectedId={chosen}
                onOpen={(row) => choose(row.holdId)}
                empty={
                  <EmptyState
                    icon="release"
                    title={t('ui.empty.holds')}
                    fill={t('ui.empty.holdsFill')}
                  />
                }
              />
            )}
          </Loaded>
        </Pane>
        <SidePane title={t('ui.holds.lift')}>
          {hold === undefined ? (
            <p>{t('ui.holds.pick')}</p>
          ) : (
            <HoldPanel key={hold.holdId} hold={hold} />
          )}
        </SidePane>
      </Panes>
      {placing ? <PlaceHoldDialog onClose={() => setPlacing(false)} /> : null}
    </>
  );
}

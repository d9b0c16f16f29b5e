import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateText, timeText } from '#renderer/app/clock.ts';
import { codeWord } from '#renderer/app/code-words.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Code } from '#renderer/ui/code.tsx';
import { Pane, Panes, ScreenHead } from '#renderer/ui/pane.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { SpoilDialog } from './spoil-dialog.tsx';

type Sheet = OutputOf<'honours.sheets'>[number];

/** Numbered sheets that are used up, with both persons of each voided one. */
export function SheetsScreen(): ReactElement {
  const { t } = useTranslation('honours');
  const zone = useStation((state) => state.zone);
  const { data } = useStationQuery('honours.sheets', {});
  const [isSpoiling, setSpoiling] = useState(false);
  const rows = data ?? [];
  const spoiled = rows.filter(({ state }) => state === 'spoiled').length;
  const when = (utc: string) =>
    `${dateText(Date.parse(utc), zone)} ${timeText(Date.parse(utc), zone)}`;
  const columns: Column<Sheet>[] = [
    { id: 'serial', header: t('sheets.serial'), cell: (row) => <Code>{row.serial}</Code> },
    {
      id: 'state',
      header: t('sheets.state'),
      cell: (row) => (
        <StatusTag kind={row.state === 'used' ? 'ok' : 'stop'}>
          {t(`sheets.${row.state}`)}
        </StatusTag>
      ),
    },
    { id: 'name', header: t('sheets.name'), cell: (row) => row.name },
    {
      id: 'why',
      header: t('sheets.why'),
      cell: (row) => (row.code === null ? '' : codeWord(['honours:spoilCode'], row.code)),
    },
    { id: 'when', header: t('sheets.when'), secondary: true, cell: (row) => when(row.at) },
    { id: 'by', header: t('sheets.by'), cell: (row) => row.by },
    { id: 'second', header: t('sheets.second'), cell: (row) => row.second ?? '' },
  ];
  return (
    <>
      <ScreenHead
        title={t('sheets.title')}
        note={t('sheets.note', { used: rows.length - spoiled, spoiled })}
      >
        <Button look="danger" onPress={() => setSpoiling(true)}>
          {t('sheets.spoilBlank')}
        </Button>
      </ScreenHead>
      <Panes>
        <Pane>
          <Table
            label={t('sheets.label')}
            columns={columns}
            rows={rows}
            rowId={(row) => row.serial}
            empty={t('sheets.empty')}
          />
        </Pane>
      </Panes>
      {isSpoiling ? (
        <SpoilDialog certificateId={null} serial="" onClose={() => setSpoiling(false)} />
      ) : null}
    </>
  );
}

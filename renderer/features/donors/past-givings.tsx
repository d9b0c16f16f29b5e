import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { PastDialog } from './past-dialog.tsx';

export type PastGiving = OutputOf<'collection.history'>[number];

/** Donations taken over from paper: recorded here, and put right before a second person. */
export function PastGivings(props: { donorId: string }): ReactElement {
  const { t } = useTranslation('donors');
  const { donorId } = props;
  const { data } = useStationQuery('collection.history', { donorId });
  const [open, setOpen] = useState<PastGiving | 'new' | undefined>(undefined);
  const rows = (data ?? []).filter(({ source }) => source === 'past');
  return (
    <Stack>
      <p>{t('past.lead')}</p>
      {rows.length === 0 ? null : (
        <Table
          label={t('past.title')}
          rows={rows}
          rowId={(row) => row.id}
          columns={[
            { id: 'on', header: t('past.on'), cell: (row) => row.collectedOn },
            {
              id: 'type',
              header: t('past.type'),
              cell: (row) => codeWord(['donors:donationTypes'], row.donationType),
            },
            { id: 'ml', header: 'mL', numeric: true, cell: (row) => row.volumeMl },
            {
              id: 'counts',
              header: t('columns.state'),
              cell: (row) =>
                row.counts ? null : <StatusTag kind="notApplicable">{t('past.never')}</StatusTag>,
            },
            {
              id: 'correct',
              header: '',
              cell: (row) => <Button onPress={() => setOpen(row)}>{t('past.correct')}</Button>,
            },
          ]}
        />
      )}
      <Button onPress={() => setOpen('new')}>{t('past.record')}</Button>
      {open === undefined ? null : (
        <PastDialog
          donorId={donorId}
          giving={open === 'new' ? undefined : open}
          onDone={() => setOpen(undefined)}
        />
      )}
    </Stack>
  );
}

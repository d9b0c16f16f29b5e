import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { useClient, useStationQuery } from '#renderer/app/operations.ts';
import { useMoment } from '#renderer/features/laboratory/words.ts';
import { openPdf } from '#renderer/features/visits/open-pdf.ts';
import { QueuePrint } from '#renderer/features/visits/queue-print.tsx';
import { Row } from '#renderer/ui/pane.tsx';
import { Table } from '#renderer/ui/table.tsx';

/** Signed sheets; the newest goes through the print queue from here, or opens as PDF. */
export function PastSheets(): ReactElement | null {
  const { t } = useTranslation('handover');
  const moment = useMoment();
  const list = useStationQuery('handover.list', {});
  const newest = list.data?.[0];
  if (list.data === undefined) return null;
  return (
    <>
      <Table
        label={t('past')}
        tight
        rows={list.data}
        rowId={(row) => row.handoverId}
        empty={t('pastNone')}
        columns={[
          { id: 'at', header: t('past'), cell: (row) => moment(row.at) },
          { id: 'people', header: '', cell: (row) => t('pastLine', row) },
          {
            id: 'differences',
            header: t('column.difference'),
            numeric: true,
            cell: (row) => row.differences,
          },
        ]}
      />
      {newest === undefined ? null : <PrintSheet handoverId={newest.handoverId} />}
    </>
  );
}

function PrintSheet(props: { handoverId: string }): ReactElement {
  const { t, i18n } = useTranslation('handover');
  const { handoverId } = props;
  const client = useClient();
  const printing = useAct('honours.printHandover');
  const preview = async (): Promise<void> => {
    const language = i18n.language === 'en' ? 'en' : 'zh-CN';
    const { pdf } = await client.query('handover.paper', { handoverId, language });
    if (pdf !== null) openPdf(pdf);
  };
  return (
    <Row>
      <QueuePrint
        label={t('print')}
        document="handover"
        subject={handoverId}
        printing={{
          ...printing,
          print: (printerId) => void printing.act({ handoverId, printerId }),
        }}
        drawing={{ busy: false, outcome: undefined, preview: () => void preview() }}
      />
    </Row>
  );
}

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { openPdf } from '#renderer/features/visits/open-pdf.ts';
import { QueuePrint } from '#renderer/features/visits/queue-print.tsx';

/** Sends the after-care sheet of a donation through the print queue, or shows it. */
export function AfterCarePrint(props: { din: string }): ReactElement {
  const { t } = useTranslation('collection');
  const { din } = props;
  const printing = useAct('honours.printAfterCare');
  const drawing = useAct('collection.printAfterCare');
  const preview = async (): Promise<void> => {
    const sheet = await drawing.act({ din });
    if (sheet !== undefined) openPdf(sheet.pdf);
  };
  return (
    <QueuePrint
      label={t('rest.print')}
      document="afterCare"
      subject={din}
      printing={{ ...printing, print: (printerId) => void printing.act({ din, printerId }) }}
      drawing={{ ...drawing, preview: () => void preview() }}
    />
  );
}

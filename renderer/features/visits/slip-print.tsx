import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { openPdf } from './open-pdf.ts';
import { QueuePrint } from './queue-print.tsx';

/** Sends the donor's slip through the print queue, or shows it. */
export function SlipPrint(props: { visitId: string }): ReactElement {
  const { t } = useTranslation('visits');
  const { visitId } = props;
  const printing = useAct('honours.printSlip');
  const drawing = useAct('visits.renderSlip');
  const preview = async (): Promise<void> => {
    const drawn = await drawing.act({ visitId });
    if (drawn !== undefined) openPdf(drawn.pdf);
  };
  return (
    <QueuePrint
      label={t('farewell.print')}
      document="donorSlip"
      subject={visitId}
      printing={{ ...printing, print: (printerId) => void printing.act({ visitId, printerId }) }}
      drawing={{ ...drawing, preview: () => void preview() }}
    />
  );
}

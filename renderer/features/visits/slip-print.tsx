import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Select } from '#renderer/ui/select.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { useAct } from './act.ts';
import { openPdf } from './open-pdf.ts';

/** Sends the donor's slip through the print queue; the preview is the way where no printer can. */
export function SlipPrint(props: { visitId: string }): ReactElement {
  const { t } = useTranslation('visits');
  const { visitId } = props;
  const devices = useStationQuery('equipment.devices', {});
  const printers = (devices.data ?? []).filter(
    ({ kind, active, link }) => kind === 'paperPrinter' && active && link.kind !== 'none',
  );
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const printerId = chosen ?? printers[0]?.deviceId;
  const printing = useAct('honours.printSlip');
  const drawing = useAct('visits.renderSlip');
  const preview = async (): Promise<void> => {
    const drawn = await drawing.act({ visitId });
    if (drawn !== undefined) openPdf(drawn.pdf);
  };
  return (
    <>
      {printers.length > 1 ? (
        <Select
          label={t('farewell.printer')}
          value={printerId}
          onChange={setChosen}
          choices={printers.map(({ deviceId, name }) => ({ value: deviceId, label: name }))}
        />
      ) : null}
      <Button
        busy={printing.busy}
        disabledReason={
          devices.data !== undefined && printerId === undefined
            ? t('farewell.noPrinter')
            : undefined
        }
        onPress={() => {
          if (printerId !== undefined) void printing.act({ visitId, printerId });
        }}
      >
        {t('farewell.print')}
      </Button>
      <SlipJob visitId={visitId} />
      <OutcomePanel outcome={printing.outcome} />
      <Button look="quiet" busy={drawing.busy} onPress={() => void preview()}>
        {t('farewell.openPreview')}
      </Button>
      <OutcomePanel outcome={drawing.outcome} />
    </>
  );
}

const TONES: Record<OutputOf<'honours.jobs'>[number]['outcome'], 'ok' | 'info' | 'warn'> = {
  underway: 'info',
  attention: 'warn',
  printed: 'ok',
  notPrinted: 'warn',
  uncertain: 'warn',
};

/** What the queue last said about this visit's slip. */
function SlipJob(props: { visitId: string }): ReactElement | null {
  const { t } = useTranslation('visits');
  const jobs = useStationQuery('honours.jobs', {});
  const job = jobs.data
    ?.filter(({ document, subject }) => document === 'donorSlip' && subject === props.visitId)
    .toSorted((a, b) => (a.submittedAt < b.submittedAt ? 1 : -1))[0];
  if (job === undefined) return null;
  const words = t(`farewell.job.${job.outcome}`, { printer: job.printerName });
  return <Banner tone={TONES[job.outcome]} title={words} />;
}

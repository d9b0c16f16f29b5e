import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '#renderer/app/client.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Select } from '#renderer/ui/select.tsx';
import type { OutputOf } from '#shared/contract/index.ts';

type Job = OutputOf<'honours.jobs'>[number];

/** One side of the printing: the act, whether it is under way, and what came of it. */
interface Way {
  readonly busy: boolean;
  readonly outcome: Outcome<unknown> | undefined;
}

/**
 * Sends a paper that a donor takes home through the print queue and says what the queue told; the
 * preview is the way where no printer can.
 */
export function QueuePrint(props: {
  label: string;
  document: Job['document'];
  /** What the job is about: a visit or a donation number. */
  subject: string;
  printing: Way & { readonly print: (printerId: string) => void };
  drawing: Way & { readonly preview: () => void };
}): ReactElement {
  const { t } = useTranslation('visits');
  const { printing, drawing } = props;
  const devices = useStationQuery('equipment.devices', {});
  const printers = (devices.data ?? []).filter(
    ({ kind, active, link }) => kind === 'paperPrinter' && active && link.kind !== 'none',
  );
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const printerId = chosen ?? printers[0]?.deviceId;
  const hasNone = devices.data !== undefined && printerId === undefined;
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
        disabledReason={hasNone ? t('farewell.noPrinter') : undefined}
        onPress={() => {
          if (printerId !== undefined) printing.print(printerId);
        }}
      >
        {props.label}
      </Button>
      <LastJob document={props.document} subject={props.subject} />
      <OutcomePanel outcome={printing.outcome} />
      <Button look="quiet" busy={drawing.busy} onPress={drawing.preview}>
        {t('farewell.openPreview')}
      </Button>
      <OutcomePanel outcome={drawing.outcome} />
    </>
  );
}

const TONES: Record<Job['outcome'], 'ok' | 'info' | 'warn'> = {
  underway: 'info',
  attention: 'warn',
  printed: 'ok',
  notPrinted: 'warn',
  uncertain: 'warn',
};

/** What the queue last said about this paper. */
function LastJob(props: { document: Job['document']; subject: string }): ReactElement | null {
  const { t } = useTranslation('visits');
  const jobs = useStationQuery('honours.jobs', {});
  const job = jobs.data
    ?.filter(({ document, subject }) => document === props.document && subject === props.subject)
    .toSorted((a, b) => (a.submittedAt < b.submittedAt ? 1 : -1))[0];
  if (job === undefined) return null;
  const words = t(`farewell.job.${job.outcome}`, { printer: job.printerName });
  return <Banner tone={TONES[job.outcome]} title={words} />;
}

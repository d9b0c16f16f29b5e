import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { go } from '#renderer/app/router-link.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useAct } from '../visits/act.ts';
import { ExpiredDocumentDialog } from './expired-document.tsx';
import type { DonorFile } from './file.tsx';

/** Opens today's visit, or a new one; asks what identifies a donor whose document is out of date. */
export function StartVisit(props: { file: DonorFile }): ReactElement {
  const { t } = useTranslation('donors');
  const { donorId } = props.file.summary;
  const current = useStationQuery('visits.current', { donorId });
  const { act, outcome, busy } = useAct('visits.checkIn');
  const [asking, setAsking] = useState(false);
  const visitId = current.data?.visitId ?? undefined;
  const expired = current.data?.expired ?? undefined;
  const open = (opened: { visitId: string } | undefined): void => {
    if (opened !== undefined) go(`/visits/${opened.visitId}`);
  };
  const start = async (): Promise<void> => {
    if (visitId !== undefined) open({ visitId });
    else if (expired !== undefined) setAsking(true);
    else open(await act({ donorId }));
  };
  return (
    <>
      <OutcomePanel outcome={outcome} />
      <Button look="primary" busy={busy || current.isPending} onPress={() => void start()}>
        {visitId === undefined ? t('file.checkIn') : t('file.openVisit')}
      </Button>
      {asking && expired !== undefined ? (
        <ExpiredDocumentDialog
          file={props.file}
          expired={expired}
          outcome={outcome}
          busy={busy}
          onStay={() => setAsking(false)}
          onIdentified={async (instead, call) => open(await act({ donorId, instead }, call))}
        />
      ) : null}
    </>
  );
}

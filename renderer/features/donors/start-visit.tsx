import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { go } from '#renderer/app/router-link.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useProgrammes } from '../rulesets/programmes.ts';
import { useAct } from '../visits/act.ts';
import { ExpiredDocumentDialog } from './expired-document.tsx';
import type { DonorFile } from './file.tsx';
import { ProgrammeChoice } from './programme-choice.tsx';

/**
 * Opens today's visit, or a new one: asks for which programme where several receive, and what
 * identifies a donor whose document is out of date.
 */
export function StartVisit(props: { file: DonorFile }): ReactElement {
  const { t } = useTranslation('donors');
  const { donorId } = props.file.summary;
  const current = useStationQuery('visits.current', { donorId });
  const { act, outcome, busy } = useAct('visits.checkIn');
  const [asking, setAsking] = useState(false);
  const { programmes } = useProgrammes();
  const [programme, setProgramme] = useState<string | undefined>(undefined);
  const visitId = current.data?.visitId ?? undefined;
  const expired = current.data?.expired ?? undefined;
  const chooses = current.data !== undefined && visitId === undefined && programmes.length > 1;
  const wanted = { donorId, ...(programme === undefined ? {} : { programme }) };
  const open = (opened: { visitId: string } | undefined): void => {
    if (opened !== undefined) go(`/visits/${opened.visitId}`);
  };
  const start = async (): Promise<void> => {
    if (visitId !== undefined) open({ visitId });
    else if (expired !== undefined) setAsking(true);
    else open(await act(wanted));
  };
  return (
    <>
      <OutcomePanel outcome={outcome} />
      {chooses ? <ProgrammeChoice value={programme} onChange={setProgramme} /> : null}
      <Button
        look="primary"
        busy={busy || current.isPending}
        disabledReason={chooses && programme === undefined ? t('file.programme') : undefined}
        onPress={() => void start()}
      >
        {visitId === undefined ? t('file.checkIn') : t('file.openVisit')}
      </Button>
      {asking && expired !== undefined ? (
        <ExpiredDocumentDialog
          file={props.file}
          expired={expired}
          outcome={outcome}
          busy={busy}
          onStay={() => setAsking(false)}
          onIdentified={async (instead, call) => open(await act({ ...wanted, instead }, call))}
        />
      ) : null}
    </>
  );
}

import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { CommandDialog } from '#renderer/app/command-dialog.tsx';
import { useStationQuery } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { go } from '#renderer/app/router-link.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useProgrammes } from '../rulesets/programmes.ts';
import { RiskFlags } from '../visits/risk-flags.tsx';
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
  const [asking, setAsking] = useState<'programme' | 'document' | undefined>(undefined);
  const { programmes } = useProgrammes();
  const [programme, setProgramme] = useState<string | undefined>(undefined);
  const visitId = current.data?.visitId ?? undefined;
  const expired = current.data?.expired ?? undefined;
  const chooses = current.data !== undefined && visitId === undefined && programmes.length > 1;
  const wanted = { donorId, ...(programme === undefined ? {} : { programme }) };
  const stay = (): void => setAsking(undefined);
  const open = (opened: { visitId: string } | undefined): void => {
    if (opened !== undefined) go(`/visits/${opened.visitId}`);
  };
  const start = async (): Promise<void> => {
    if (expired !== undefined) setAsking('document');
    else open(await act(wanted));
  };
  const press = (): void => {
    if (visitId !== undefined) open({ visitId });
    else if (chooses) setAsking('programme');
    else void start();
  };
  return (
    <>
      <RiskFlags risks={current.data?.risks ?? []} />
      <OutcomePanel outcome={outcome} />
      <Button look="primary" busy={busy || current.isPending} onPress={press}>
        {visitId === undefined ? t('file.checkIn') : t('file.openVisit')}
      </Button>
      {asking === 'programme' ? (
        <CommandDialog
          title={t('file.whichProgramme')}
          stay={{ label: t('cancel'), onPress: stay }}
          command={{ outcome, busy }}
          act={{
            label: t('file.checkIn'),
            onPress: () => void start(),
            disabledReason: programme === undefined ? t('file.programme') : undefined,
          }}
        >
          <ProgrammeChoice value={programme} onChange={setProgramme} />
        </CommandDialog>
      ) : null}
      {asking === 'document' && expired !== undefined ? (
        <ExpiredDocumentDialog
          file={props.file}
          expired={expired}
          outcome={outcome}
          busy={busy}
          onStay={stay}
          onIdentified={async (instead, call) => open(await act({ ...wanted, instead }, call))}
        />
      ) : null}
    </>
  );
}

import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import { useStationCommand } from '#renderer/app/operations.ts';
import { ActForm } from '#renderer/features/laboratory/list-and-form.tsx';
import { SignFields, useSigning } from '#renderer/features/laboratory/sign.tsx';
import { useMoment, usePerson } from '#renderer/features/laboratory/words.ts';
import { SignatureList } from '#renderer/features/signatures/signature-list.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { INCIDENT_CAUSES } from '#shared/features/quality/contract.ts';

export type Incident = OutputOf<'quality.incidents'>[number];
type Cause = (typeof INCIDENT_CAUSES)[number];

/** What is known of an incident before it is closed. */
function Opening(props: { incident: Incident }): ReactElement {
  const { t } = useTranslation('quality');
  const moment = useMoment();
  const person = usePerson();
  const { incident } = props;
  return (
    <Facts
      items={[
        { name: t('ui.code'), value: codeWord(['quality:codes'], incident.code) },
        {
          name: t('ui.opened'),
          value: `${moment(incident.openedAt)} · ${person(incident.openedBy)}`,
        },
        { name: t('ui.subjects'), value: incident.subjects.join(' ') || '—' },
        { name: t('ui.account'), value: incident.account || t('ui.byStation') },
      ]}
    />
  );
}

/** Closes an incident: cause, measure and conclusion, signed. */
export function CloseForm(props: { incident: Incident; onDone: () => void }): ReactElement {
  const { t } = useTranslation('quality');
  const { incident } = props;
  const command = useStationCommand('quality.closeIncident');
  const signing = useSigning(false);
  const [cause, setCause] = useState<Cause | undefined>(undefined);
  const [measure, setMeasure] = useState('');
  const [conclusion, setConclusion] = useState('');
  const isSaid = [measure, conclusion].every((text) => text.trim().length > 1);
  const complete = cause !== undefined && isSaid && signing.missing === undefined;
  const save = async (): Promise<void> => {
    if (cause === undefined || !complete) return;
    const { incidentId, version } = incident;
    const outcome = await command.mutateAsync({
      input: { incidentId, cause, measure: measure.trim(), conclusion: conclusion.trim() },
      call: { expects: { [incidentId]: version }, proof: signing.proof() },
    });
    if (outcome.status === 'ok') props.onDone();
  };
  return (
    <ActForm
      outcome={command.data}
      act={t('ui.close')}
      busy={command.isPending}
      missing={complete ? undefined : t('ui.missingConclusion')}
      onAct={() => void save()}
      more={<Another onPress={props.onDone} />}
    >
      {incident.overdue ? <Banner tone="warn" title={t('ui.overdue')} /> : null}
      <Opening incident={incident} />
      <Select<Cause>
        label={t('ui.cause')}
        value={cause}
        onChange={setCause}
        choices={INCIDENT_CAUSES.map((value) => ({ value, label: t(`causes.${value}`) }))}
      />
      <TextField label={t('ui.measure')} value={measure} onChange={setMeasure} lines={2} />
      <TextField label={t('ui.conclusion')} value={conclusion} onChange={setConclusion} lines={2} />
      <SignFields signing={signing} withSecond={false} onSubmit={() => void save()} />
    </ActForm>
  );
}

/** A closed incident as it was concluded, and by whom. */
export function ClosedIncident(props: { incident: Incident; onDone: () => void }): ReactElement {
  const { t } = useTranslation('quality');
  const moment = useMoment();
  const { cause, measure, conclusion, closedAt, closedBy } = props.incident;
  const causeWords = cause === null ? '—' : codeWord(['quality:causes'], cause);
  return (
    <Stack>
      <Opening incident={props.incident} />
      <Facts
        items={[
          { name: t('ui.cause'), value: causeWords },
          { name: t('ui.measure'), value: measure ?? '—' },
          { name: t('ui.conclusion'), value: conclusion ?? '—' },
          {
            name: t('ui.closedBy'),
            value: `${closedBy ?? ''} · ${closedAt === null ? '' : moment(closedAt)}`,
          },
        ]}
      />
      <SignatureList of={{ kind: 'record', id: props.incident.incidentId }} />
      <Another onPress={props.onDone} />
    </Stack>
  );
}

function Another(props: { onPress: () => void }): ReactElement {
  const { t } = useTranslation('quality');
  return (
    <Button look="quiet" wide onPress={props.onPress}>
      {t('ui.newOne')}
    </Button>
  );
}

import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationCommand } from '#renderer/app/operations.ts';
import { useScan } from '#renderer/app/scan-router.ts';
import { ActForm } from '#renderer/features/laboratory/list-and-form.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { INCIDENT_CODES } from '#shared/features/quality/contract.ts';
import { FirstAid } from './first-aid.tsx';

type IncidentCode = (typeof INCIDENT_CODES)[number];

/** Reports an incident; a needle-stick shows its first-aid card before anything is typed. */
export function OpenForm(): ReactElement {
  const { t } = useTranslation('quality');
  const command = useStationCommand('quality.openIncident');
  const [code, setCode] = useState<IncidentCode | undefined>(undefined);
  const [subjects, setSubjects] = useState('');
  const [note, setNote] = useState('');
  useScan('screen', (scan) => {
    const [token] = scan.tokens;
    if (token === undefined || scan.problem !== null || token.kind === 'staffBadge') return 'pass';
    const scanned = token.kind === 'din' ? token.din : scan.raw;
    setSubjects((before) => `${before} ${scanned}`.trim());
    return { verdict: 'ok', text: t('ui.numberTaken'), detail: scanned };
  });
  const complete = code !== undefined && note.trim().length > 1;
  const save = async (): Promise<void> => {
    if (code === undefined || !complete) return;
    const named = [...new Set(subjects.split(/\s+/).filter((one) => one !== ''))];
    const input = { code, subjects: named, note: note.trim() };
    const outcome = await command.mutateAsync({ input });
    if (outcome.status !== 'ok') return;
    setCode(undefined);
    setSubjects('');
    setNote('');
  };
  return (
    <ActForm
      outcome={command.data}
      act={t('ui.open')}
      busy={command.isPending}
      missing={complete ? undefined : t('ui.missing')}
      onAct={() => void save()}
    >
      <Select<IncidentCode>
        label={t('ui.code')}
        value={code}
        onChange={setCode}
        choices={INCIDENT_CODES.map((value) => ({ value, label: t(`codes.${value}`) }))}
      />
      {code === 'needleStick' ? (
        <Banner tone="danger" title={t('firstAid.title')}>
          <FirstAid />
        </Banner>
      ) : null}
      <TextField label={t('ui.number')} value={subjects} onChange={setSubjects} code />
      <TextField label={t('ui.note')} value={note} onChange={setNote} lines={4} />
    </ActForm>
  );
}

import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandEnd } from '#renderer/app/command-end.tsx';
import { useStationCommand } from '#renderer/app/operations.ts';
import type { ScanAnswer, ScanVerdict } from '#renderer/app/scan/scan.ts';
import { useScan } from '#renderer/app/scan-router.ts';
import { Stack } from '#renderer/ui/pane.tsx';
import { StepRow, Steps } from '#renderer/ui/rows.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Unit } from './processing.tsx';
import { verdictOf } from './scan-verdict.ts';

/** Mother and in-process label, both by scan, before the cut; another code stops the desk. */
export function CutStep(props: { unit: Unit }): ReactElement {
  const { t } = useTranslation('components');
  const { unit } = props;
  const command = useStationCommand('components.verifyInProcess');
  const [mother, setMother] = useState('');
  const [serial, setSerial] = useState('');
  const verify = async (serialScan: string): Promise<ScanVerdict> => {
    const outcome = await command.mutateAsync({
      input: { unitId: unit.unitId, mother: mother.trim(), serial: serialScan.trim() },
      call: { expects: { [unit.unitId]: unit.version } },
    });
    return verdictOf(outcome, t('ui.act.verify'));
  };
  useScan('step', (scan): ScanAnswer => {
    const [token] = scan.tokens;
    if (scan.problem !== null) return 'pass';
    if (token?.kind === 'din') {
      setMother(scan.raw);
      return { verdict: 'ok', text: t('ui.steps.mother') };
    }
    if (token?.kind !== 'labelSerial') return 'pass';
    if (mother === '') return { verdict: 'caution', text: t('ui.steps.cut') };
    setSerial(scan.raw);
    return verify(scan.raw);
  });
  const complete = mother !== '' && serial !== '';
  return (
    <Stack>
      <Steps label={t('ui.steps.cut')}>
        <StepRow
          state={mother === '' ? 'current' : 'done'}
          what={t('ui.act.mother')}
          value={mother}
        />
        <StepRow
          state={mother === '' ? 'waiting' : 'current'}
          what={t('ui.act.serial')}
          value={unit.inProcessSerial}
        />
      </Steps>
      <TextField label={t('ui.act.mother')} value={mother} onChange={setMother} code />
      <TextField label={t('ui.act.serial')} value={serial} onChange={setSerial} code />
      <CommandEnd
        command={command}
        missing={complete ? undefined : t('ui.steps.cut')}
        label={t('ui.act.verify')}
        onSend={() => void verify(serial)}
      />
    </Stack>
  );
}

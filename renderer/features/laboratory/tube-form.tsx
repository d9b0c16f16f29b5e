import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeWord } from '#renderer/app/code-words.ts';
import { announce } from '#renderer/app/notices.ts';
import { useStationCommand } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import type { Intake } from './bag-fields.tsx';
import { type Haemolysis, HaemolysisField } from './haemolysis-field.tsx';

/** What is seen on a tube. */
export function TubeForm(props: { data: Intake; kind: string; onDone: () => void }): ReactElement {
  const { t } = useTranslation('laboratory');
  const { data, kind } = props;
  const command = useStationCommand('laboratory.receiveSample');
  const [haemolysis, setHaemolysis] = useState<Haemolysis | undefined>(undefined);
  const name = codeWord(['laboratory:ui.tube'], kind);
  const save = async (): Promise<void> => {
    if (!haemolysis) return;
    const outcome = await command.mutateAsync({ input: { din: data.din, kind, haemolysis } });
    if (outcome.status !== 'ok') return;
    announce(outcome.value.ok ? 'ok' : 'caution', t('ui.intake.saved', { what: name }));
    props.onDone();
  };
  const received = data.tubes.some((tube) => tube.kind === kind && tube.received !== null);
  return (
    <Stack>
      <strong>{name}</strong>
      <HaemolysisField value={haemolysis} onChange={setHaemolysis} />
      <OutcomePanel outcome={command.data} />
      <Button
        look="primary"
        wide
        busy={command.isPending}
        disabled={received}
        disabledReason={haemolysis || received ? undefined : t('ui.intake.missing')}
        onPress={() => void save()}
      >
        {t('ui.intake.saveTube')}
      </Button>
    </Stack>
  );
}

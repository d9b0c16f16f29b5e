import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { CommandDialog } from '#renderer/app/command-dialog.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { COMPLAINTS } from '#shared/features/collection/words.ts';
import type { RunDialog } from './run-dialogs.tsx';
import type { RunView } from './run-marks.ts';
import { useVitalFigures, VitalFields } from './vital-fields.tsx';

/** Blood pressure, pulse and how she feels. */
export function VitalsDialog(props: {
  view: RunView;
  onDone: (next?: RunDialog) => void;
}): ReactElement {
  const { t } = useTranslation('collection');
  const { view, onDone } = props;
  const { din, startedAt: since, person } = view;
  const { act, outcome, busy } = useAct('collection.takeVitals');
  const [complaint, setComplaint] = useState<(typeof COMPLAINTS)[number]>('none');
  const figures = useVitalFigures({ since, subjects: [din, person.number], taker: din });
  const { vitals } = figures;
  const save = async (): Promise<void> => {
    if (vitals === undefined) return;
    const saved = await act({ din, ...vitals, complaint });
    // Whoever complains is helped: what is done comes next.
    if (saved !== undefined) onDone(complaint === 'none' ? undefined : 'intervention');
  };
  return (
    <CommandDialog
      focusInside
      title={t('run.takeVitals')}
      stay={{ label: t('stay'), onPress: () => onDone() }}
      command={{ outcome, busy }}
      act={{
        label: t('save'),
        onPress: () => void save(),
        disabledReason: vitals === undefined ? t('run.bloodPressure') : undefined,
      }}
    >
      <VitalFields of={figures} autoFocus />
      <Segmented
        label={t('run.complaint')}
        value={complaint}
        onChange={setComplaint}
        choices={COMPLAINTS.map((value) => ({ value, label: t(`complaint.${value}`) }))}
      />
    </CommandDialog>
  );
}

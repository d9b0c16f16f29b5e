import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { CommandDialog } from '#renderer/app/command-dialog.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { COMPLAINTS } from '#shared/features/collection/words.ts';
import { TakeReadings, useMetered } from '../equipment/metered.tsx';
import styles from './collection.module.css';
import type { RunDialog } from './run-dialogs.tsx';
import type { RunView } from './run-marks.ts';

const FIGURES = ['systolic', 'diastolic', 'pulse'] as const;
type Figures = Partial<Record<(typeof FIGURES)[number], number>>;

/** Blood pressure, pulse and how she feels; figures are typed, or taken from a monitor by one key. */
export function VitalsDialog(props: {
  view: RunView;
  onDone: (next?: RunDialog) => void;
}): ReactElement {
  const { t } = useTranslation('collection');
  const { view, onDone } = props;
  const { act, outcome, busy } = useAct('collection.takeVitals');
  const [figures, setFigures] = useState<Figures>({});
  const [complaint, setComplaint] = useState<(typeof COMPLAINTS)[number]>('none');
  const subjects = [view.din, view.person.number];
  const metered = useMetered(FIGURES, { since: view.startedAt, subjects });
  const { systolic, diastolic, pulse } = figures;
  const complete = systolic !== undefined && diastolic !== undefined && pulse !== undefined;
  const field = (name: (typeof FIGURES)[number]) => ({
    value: figures[name],
    onChange: (value: number | undefined) => {
      metered.typed(name);
      setFigures({ ...figures, [name]: value });
    },
  });
  const save = async (): Promise<void> => {
    if (!complete) return;
    const vitals = { systolic, diastolic, pulse, complaint };
    const saved = await act({ din: view.din, ...vitals, ...metered.proof });
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
        disabledReason: complete ? undefined : t('run.bloodPressure'),
      }}
    >
      <TakeReadings
        offered={metered.offered}
        onTake={() => setFigures({ ...figures, ...metered.take() })}
      />
      <div className={styles['choices']}>
        <NumberField
          label={`${t('run.bloodPressure')} ↑`}
          unit="mmHg"
          {...field('systolic')}
          autoFocus
        />
        <NumberField label={`${t('run.bloodPressure')} ↓`} unit="mmHg" {...field('diastolic')} />
        <NumberField label={t('run.pulse')} unit="/min" {...field('pulse')} />
      </div>
      <Segmented
        label={t('run.complaint')}
        value={complaint}
        onChange={setComplaint}
        choices={COMPLAINTS.map((value) => ({ value, label: t(`complaint.${value}`) }))}
      />
    </CommandDialog>
  );
}

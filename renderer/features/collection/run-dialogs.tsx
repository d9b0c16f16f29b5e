import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { CommandDialog } from '#renderer/app/command-dialog.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { InterventionDialog } from './intervention-dialog.tsx';
import { KeyEndDialog } from './key-end-dialog.tsx';
import { ProgressDialog } from './progress-dialog.tsx';
import { ReactionDialog } from './reaction-dialog.tsx';
import type { RunView } from './run-marks.ts';
import { VitalsDialog } from './vitals-dialog.tsx';

export type RunDialog =
  | 'vitals'
  | 'reaction'
  | 'intervention'
  | 'progress'
  | 'end'
  | 'restart'
  | undefined;

type Part = { view: RunView; onDone: (next?: RunDialog) => void };

/** What can be recorded at a run; one at a time, over the run that goes on behind it. */
export function RunDialogs(props: Part & { open: RunDialog }): ReactElement | null {
  switch (props.open) {
    case 'vitals':
      return <VitalsDialog {...props} />;
    case 'reaction':
      return <ReactionDialog din={props.view.din} onDone={() => props.onDone()} />;
    case 'intervention':
      return <InterventionDialog view={props.view} onDone={() => props.onDone()} />;
    case 'progress':
      return <ProgressDialog view={props.view} onDone={() => props.onDone()} />;
    case 'end':
      return <KeyEndDialog view={props.view} onDone={() => props.onDone()} />;
    case 'restart':
      return <RestartDialog {...props} />;
    case undefined:
      return null;
  }
}

function RestartDialog({ view, onDone }: Part): ReactElement {
  const { t } = useTranslation('collection');
  const { act, outcome, busy } = useAct('collection.stateRestart');
  const [what, setWhat] = useState<'resumed' | 'ended' | undefined>(undefined);
  const [cells, setCells] = useState<'yes' | 'no' | 'partly' | undefined>(undefined);
  const save = async (): Promise<void> => {
    if (what === undefined) return;
    const redCellsReturned = what === 'ended' ? (cells ?? null) : null;
    if ((await act({ din: view.din, outcome: what, redCellsReturned })) !== undefined) onDone();
  };
  const open = what === undefined || (what === 'ended' && cells === undefined);
  return (
    <CommandDialog
      title={t('run.restarted')}
      stay={{ label: t('stay'), onPress: () => onDone() }}
      command={{ outcome, busy }}
      act={{
        label: t('save'),
        onPress: () => void save(),
        disabledReason: open ? t('run.redCells') : undefined,
      }}
    >
      <Segmented
        label={t('run.restarted')}
        value={what}
        onChange={setWhat}
        choices={[
          { value: 'resumed', label: t('run.resumed') },
          { value: 'ended', label: t('run.ended') },
        ]}
      />
      {what === 'ended' ? (
        <Segmented
          label={t('run.redCells')}
          value={cells}
          onChange={setCells}
          choices={(['yes', 'no', 'partly'] as const).map((value) => ({
            value,
            label: t(`yesNoPartly.${value}`),
          }))}
        />
      ) : null}
    </CommandDialog>
  );
}

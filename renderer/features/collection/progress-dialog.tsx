import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { CommandDialog } from '#renderer/app/command-dialog.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { lastKeyed, type RunView } from './run-marks.ts';

/** What the machine shows, keyed: a new reading, or the one keyed last put right. */
export function ProgressDialog(props: { view: RunView; onDone: () => void }): ReactElement {
  const { t } = useTranslation('collection');
  const { view, onDone } = props;
  const keying = useAct('collection.keyProgress');
  const correcting = useAct('collection.correctProgress');
  const [what, setWhat] = useState<'new' | 'last'>('new');
  const [volume, setVolume] = useState<number | undefined>(undefined);
  const [cycle, setCycle] = useState<number | undefined>(view.cycle ?? 1);
  const last = lastKeyed(view);
  const corrects = what === 'last' ? last?.markId : undefined;
  const save = async (): Promise<void> => {
    const input = { din: view.din, machineMl: volume ?? 0, cycle: cycle ?? 1 };
    const done =
      corrects === undefined
        ? await keying.act(input)
        : await correcting.act({ ...input, corrects });
    if (done !== undefined) onDone();
  };
  return (
    <CommandDialog
      focusInside
      title={t('run.keyProgress')}
      stay={{ label: t('stay'), onPress: onDone }}
      command={corrects === undefined ? keying : correcting}
      act={{
        label: t('save'),
        onPress: () => void save(),
        disabledReason: volume === undefined ? t('run.machineMl') : undefined,
      }}
    >
      {last === undefined ? null : (
        <Segmented<'new' | 'last'>
          label={t('run.keyProgress')}
          value={what}
          onChange={setWhat}
          choices={[
            { value: 'new', label: t('correct.progressNew') },
            {
              value: 'last',
              label: t('correct.progress', { ml: String(last.values['machineMl'] ?? '') }),
            },
          ]}
        />
      )}
      <NumberField
        label={t('run.machineMl')}
        unit="mL"
        value={volume}
        onChange={setVolume}
        autoFocus
      />
      <NumberField label={t('run.cycle')} unit="" value={cycle} onChange={setCycle} />
    </CommandDialog>
  );
}

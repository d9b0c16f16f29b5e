import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { go } from '#renderer/app/router-link.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { Select } from '#renderer/ui/select.tsx';
import type { RunView } from './run-marks.ts';
import { SecondPerson } from './second-person.tsx';
import { STOP_REASONS, type StopReason } from './stop-reasons.ts';

/** The end of a run as read off the machine, read back aloud by a second person. */
export function KeyEndDialog(props: { view: RunView; onDone: () => void }): ReactElement {
  const { t } = useTranslation('collection');
  const { view, onDone } = props;
  const { act, outcome, busy } = useAct('collection.keyMachineEnd');
  const [machineMl, setMachineMl] = useState<number | undefined>(undefined);
  const [acMl, setAcMl] = useState<number | undefined>(undefined);
  const [cycles, setCycles] = useState<number | undefined>(view.cycle ?? undefined);
  const [stopReason, setStopReason] = useState<StopReason | undefined>(undefined);
  const complete =
    machineMl !== undefined && acMl !== undefined && cycles !== undefined && stopReason;
  const save = async (second: { badge: string; pin: string }): Promise<void> => {
    if (!complete) return;
    const input = { din: view.din, machineMl, acMl, cycles, stopReason };
    if ((await act(input, { proof: { second } })) === undefined) return;
    onDone();
    go(`/runs/${view.din}/end`);
  };
  return (
    <Dialog
      open
      wide
      focusInside
      title={t('run.keyEnd')}
      stay={{ label: t('stay'), onPress: onDone }}
    >
      <Stack>
        <NumberField
          label={t('run.machineMl')}
          unit="mL"
          value={machineMl}
          onChange={setMachineMl}
          autoFocus
        />
        <NumberField label={t('end.acMl')} unit="mL" value={acMl} onChange={setAcMl} />
        <NumberField label={t('run.cycle')} unit="" value={cycles} onChange={setCycles} />
        <Select
          label={t('end.stopReason')}
          value={stopReason}
          onChange={setStopReason}
          choices={STOP_REASONS.map((value) => ({ value, label: t(`stopReason.${value}`) }))}
        />
        <SecondPerson
          label={t('run.keyEnd')}
          busy={busy}
          missing={complete ? undefined : t('end.stopReason')}
          onProof={(second) => void save(second)}
        />
        <OutcomePanel outcome={outcome} />
      </Stack>
    </Dialog>
  );
}

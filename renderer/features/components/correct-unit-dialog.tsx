import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationCommand } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { type CorrectCode, CorrectReason } from '#renderer/features/collection/correct-reason.tsx';
import { type Second, SecondPerson } from '#renderer/features/collection/second-person.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import { type Part, PartFields } from './part-fields.tsx';
import type { Unit } from './processing.tsx';

/** A bag's volume and weight typed anew before a second person; possible until its final label. */
export function CorrectUnitDialog(props: { unit: Unit; onDone: () => void }): ReactElement {
  const { t } = useTranslation('components');
  const { unit, onDone } = props;
  const { unitId, version, division } = unit;
  const command = useStationCommand('components.correctUnit');
  const [part, setPart] = useState<Part>({ volumeMl: unit.volumeMl, netGrams: unit.netGrams });
  const [code, setCode] = useState<CorrectCode | undefined>(undefined);
  const { volumeMl, netGrams } = part;
  const save = async (second: Second): Promise<void> => {
    if (!volumeMl || !netGrams || code === undefined) return;
    const call = { proof: { second }, expects: { [unitId]: version } };
    const input = { unitId, volumeMl, netGrams, code };
    if ((await command.mutateAsync({ input, call })).status === 'ok') onDone();
  };
  const isComplete = volumeMl && netGrams && code !== undefined;
  return (
    <Dialog
      open
      wide
      focusInside
      title={t('ui.correct.title', { division })}
      stay={{ label: t('ui.correct.stay'), onPress: onDone }}
    >
      <Stack>
        <PartFields division={division} part={part} onChange={setPart} />
        <CorrectReason value={code} onChange={setCode} />
        <SecondPerson
          label={t('ui.correct.act')}
          who={t('ui.correct.second')}
          busy={command.isPending}
          missing={isComplete ? undefined : t('ui.split.missing')}
          onProof={(second) => void save(second)}
        />
        <OutcomePanel outcome={command.data} />
      </Stack>
    </Dialog>
  );
}

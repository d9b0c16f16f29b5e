import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationCommand } from '#renderer/app/operations.ts';
import { CorrectDialog, type Correction } from '#renderer/features/collection/correct-dialog.tsx';
import { type Part, PartFields } from './part-fields.tsx';
import type { Unit } from './processing.tsx';

/** A bag's volume and weight typed anew before a second person; possible until its final label. */
export function CorrectUnitDialog(props: { unit: Unit; onDone: () => void }): ReactElement {
  const { t } = useTranslation('components');
  const { unit, onDone } = props;
  const { unitId, version, division } = unit;
  const command = useStationCommand('components.correctUnit');
  const [part, setPart] = useState<Part>({ volumeMl: unit.volumeMl, netGrams: unit.netGrams });
  const { volumeMl, netGrams } = part;
  const correct = async ({ code, second }: Correction): Promise<void> => {
    if (!volumeMl || !netGrams) return;
    const call = { proof: { second }, expects: { [unitId]: version } };
    const input = { unitId, volumeMl, netGrams, code };
    if ((await command.mutateAsync({ input, call })).status === 'ok') onDone();
  };
  return (
    <CorrectDialog
      title={t('ui.correct.title', { division })}
      missing={volumeMl && netGrams ? undefined : t('ui.split.missing')}
      busy={command.isPending}
      outcome={command.data}
      onStay={onDone}
      onCorrect={correct}
    >
      <PartFields division={division} part={part} onChange={setPart} />
    </CorrectDialog>
  );
}

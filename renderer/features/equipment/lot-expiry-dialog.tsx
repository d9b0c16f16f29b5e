import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationCommand } from '#renderer/app/operations.ts';
import { CorrectDialog, type Correction } from '#renderer/features/collection/correct-dialog.tsx';
import { DateSegments } from '#renderer/ui/date-segments.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';

type Lot = OutputOf<'equipment.lots'>[number];

/** The last day of use of a lot typed anew, read off the package by a second person. */
export function LotExpiryDialog(props: { lot: Lot; onDone: () => void }): ReactElement {
  const { t } = useTranslation('admin');
  const { lot, onDone } = props;
  const { lotId, version } = lot;
  const command = useStationCommand('equipment.correctLotExpiry');
  const [expires, setExpires] = useState<CivilDate | undefined>(undefined);
  const correct = async ({ code, second }: Correction): Promise<void> => {
    if (expires === undefined) return;
    const call = { proof: { second }, expects: { [lotId]: version } };
    const outcome = await command.mutateAsync({ input: { lotId, expires, code }, call });
    if (outcome.status === 'ok') onDone();
  };
  return (
    <CorrectDialog
      title={t('lots.correct.title', { lot: lot.lot })}
      missing={expires === undefined ? t('lots.expires') : undefined}
      busy={command.isPending}
      outcome={command.data}
      onStay={onDone}
      onCorrect={correct}
    >
      <p>{t('lots.correct.note', { expires: lot.expires })}</p>
      <DateSegments label={t('lots.expires')} value={expires} onChange={setExpires} />
    </CorrectDialog>
  );
}

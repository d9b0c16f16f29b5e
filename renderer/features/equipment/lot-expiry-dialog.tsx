import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationCommand } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { type CorrectCode, CorrectReason } from '#renderer/features/collection/correct-reason.tsx';
import { type Second, SecondPerson } from '#renderer/features/collection/second-person.tsx';
import { DateSegments } from '#renderer/ui/date-segments.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
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
  const [code, setCode] = useState<CorrectCode | undefined>(undefined);
  const save = async (second: Second): Promise<void> => {
    if (expires === undefined || code === undefined) return;
    const call = { proof: { second }, expects: { [lotId]: version } };
    const outcome = await command.mutateAsync({ input: { lotId, expires, code }, call });
    if (outcome.status === 'ok') onDone();
  };
  return (
    <Dialog
      open
      wide
      focusInside
      title={t('lots.correct.title', { lot: lot.lot })}
      stay={{ label: t('lots.correct.stay'), onPress: onDone }}
    >
      <Stack>
        <p>{t('lots.correct.note', { expires: lot.expires })}</p>
        <DateSegments label={t('lots.expires')} value={expires} onChange={setExpires} />
        <CorrectReason value={code} onChange={setCode} />
        <SecondPerson
          label={t('lots.correct.act')}
          who={t('lots.correct.second')}
          busy={command.isPending}
          missing={expires === undefined || code === undefined ? t('lots.expires') : undefined}
          onProof={(second) => void save(second)}
        />
        <OutcomePanel outcome={command.data} />
      </Stack>
    </Dialog>
  );
}

import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/act.ts';
import { Segmented } from '#renderer/ui/choices.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import type { BoxMoment } from '#shared/features/collection/model.ts';
import { CorrectDialog, type Correction } from './correct-dialog.tsx';

type Box = OutputOf<'collection.boxes'>[number];

/** Moments of a box whose temperature is on record. */
export function measuredMoments({ temperatures }: Box): readonly BoxMoment[] {
  return (['handedOver', 'received'] as const).filter((moment) => temperatures[moment] !== null);
}

/** A temperature of a box typed anew, read back by a second person. */
export function CorrectBoxDialog(props: { box: Box; onDone: () => void }): ReactElement {
  const { t } = useTranslation('collection');
  const { box, onDone } = props;
  const moments = measuredMoments(box);
  const { act, outcome, busy } = useAct('collection.correctBoxTemperature');
  const [moment, setMoment] = useState<BoxMoment | undefined>(moments.at(-1));
  const [tenths, setTenths] = useState<number | undefined>(undefined);
  const correct = async ({ code, second }: Correction): Promise<void> => {
    if (moment === undefined || tenths === undefined) return;
    const input = { boxId: box.boxId, moment, temperatureTenthsC: tenths, code };
    const call = { proof: { second }, expects: { [box.boxId]: box.version } };
    if ((await act(input, call)) !== undefined) onDone();
  };
  return (
    <CorrectDialog
      title={`${t('correct.box')} ${box.code}`}
      missing={tenths === undefined ? t('boxes.temperature') : undefined}
      busy={busy}
      outcome={outcome}
      onStay={onDone}
      onCorrect={correct}
    >
      <Segmented<BoxMoment>
        label={t('correct.moment')}
        value={moment}
        onChange={setMoment}
        choices={moments.map((value) => ({
          value,
          label: t(`correct.moments.${value}`, {
            degrees: ((box.temperatures[value] ?? 0) / 10).toFixed(1),
          }),
        }))}
      />
      <NumberField
        label={t('boxes.temperature')}
        unit="℃"
        decimals={1}
        value={tenths}
        onChange={setTenths}
        autoFocus
      />
    </CorrectDialog>
  );
}

import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { Segmented } from '#renderer/ui/choices.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Stack } from '#renderer/ui/pane.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import type { BoxMoment } from '#shared/features/collection/model.ts';
import { type CorrectCode, CorrectReason } from './correct-reason.tsx';
import { type Second, SecondPerson } from './second-person.tsx';
import { useAct } from './use-act.ts';

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
  const [code, setCode] = useState<CorrectCode | undefined>(undefined);
  const missing =
    tenths === undefined
      ? t('boxes.temperature')
      : code === undefined
        ? t('correct.code')
        : undefined;
  const save = async (second: Second): Promise<void> => {
    if (moment === undefined || tenths === undefined || code === undefined) return;
    const input = { boxId: box.boxId, moment, temperatureTenthsC: tenths, code };
    const call = { proof: { second }, expects: { [box.boxId]: box.version } };
    if ((await act(input, call)) !== undefined) onDone();
  };
  return (
    <Dialog
      open
      wide
      focusInside
      title={`${t('correct.box')} ${box.code}`}
      stay={{ label: t('stay'), onPress: onDone }}
    >
      <Stack>
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
        <CorrectReason value={code} onChange={setCode} />
        <SecondPerson
          label={t('correct.act')}
          who={t('correct.second')}
          busy={busy}
          missing={missing}
          onProof={(second) => void save(second)}
        />
        <OutcomePanel outcome={outcome} />
      </Stack>
    </Dialog>
  );
}

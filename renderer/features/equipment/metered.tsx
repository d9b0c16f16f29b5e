import type { TFunction } from 'i18next';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timeText } from '#renderer/app/clock.ts';
import { useCommand } from '#renderer/app/commands.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { OutputOf, SentOf } from '#shared/contract/index.ts';
import type { MeteredField, TakenReadings } from '#shared/features/equipment/meters.ts';

type Offered = OutputOf<'equipment.offeredFigures'>[number];

/** A reading may come at any moment while the form is open. */
const LOOK_MS = 2_000;

/**
 * What the devices on the desk offer to a form, and which of its figures were taken from them. Nothing fills itself
 * in: `take` answers the figures, `typed` forgets the device of a figure that a person changes.
 */
export function useMetered<F extends MeteredField>(
  fields: readonly F[],
  about: SentOf<'equipment.offeredFigures'>,
) {
  const [taken, setTaken] = useState<TakenReadings>({});
  const { data = [] } = useStationQuery('equipment.offeredFigures', about, { everyMs: LOOK_MS });
  const offered = data.filter(({ field }) => fields.some((each) => each === field));
  return {
    offered,
    /** As a command wants it; nothing where every figure was typed. */
    proof: Object.keys(taken).length === 0 ? {} : { taken },
    take: (): Partial<Record<F, number>> => {
      setTaken(Object.fromEntries(offered.map(({ field, readingId }) => [field, readingId])));
      return Object.fromEntries(offered.map(({ field, value }) => [field, value])) as Partial<
        Record<F, number>
      >;
    },
    typed: (field: F): void => setTaken(({ [field]: _gone, ...others }) => others),
  };
}

/** The newest readings with their device and time; one key takes them all into the form. */
export function TakeReadings(props: {
  offered: readonly Offered[];
  onTake: () => void;
}): ReactElement | null {
  const { t } = useTranslation('admin');
  const zone = useStation((state) => state.zone);
  const { offered, onTake } = props;
  const [first] = offered;
  const label = t('metered.take', { figures: offered.map(wordsOf(t)).join(' · ') });
  useCommand(
    first === undefined
      ? undefined
      : { id: 'equipment.takeReadings', keys: 'F2', label, run: onTake },
  );
  if (first === undefined) return null;
  const devices = [...new Set(offered.map(({ device }) => device))].join(' · ');
  return (
    <section aria-label={t('metered.title')}>
      <p>{t('metered.from', { devices, time: timeText(Date.parse(first.heardAt), zone) })}</p>
      <Button keyCap="F2" onPress={onTake}>
        {label}
      </Button>
    </section>
  );
}

const wordsOf =
  (t: TFunction<'admin'>) =>
  ({ field, value }: Offered): string =>
    t(`metered.field.${field}`, { value: shownValue(field, value) });

function shownValue(field: MeteredField, value: number): string {
  if (field === 'weightGrams') return (value / 1000).toFixed(1);
  return field === 'temperatureTenthsC' ? (value / 10).toFixed(1) : String(value);
}

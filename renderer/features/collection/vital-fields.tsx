import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberField } from '#renderer/ui/number-field.tsx';
import type { SentOf } from '#shared/contract/index.ts';
import { TakeReadings, useMetered } from '../equipment/metered.tsx';
import styles from './collection.module.css';

const FIGURES = ['systolic', 'diastolic', 'pulse'] as const;
type Figure = (typeof FIGURES)[number];
type Vitals = Readonly<Record<Figure, number>>;

/** Blood pressure and pulse as they are filled in: typed, or taken from a monitor by one key. */
export function useVitalFigures(about: SentOf<'equipment.offeredFigures'>) {
  const metered = useMetered(FIGURES, about);
  const [figures, setFigures] = useState<Partial<Vitals>>({});
  return {
    figures,
    offered: metered.offered,
    take: () => setFigures({ ...figures, ...metered.take() }),
    type: (name: Figure, value: number | undefined) => {
      metered.typed(name);
      setFigures({ ...figures, [name]: value });
    },
    /** All three with the readings that they were taken from; undefined while one is missing. */
    vitals: isWhole(figures) ? { ...figures, ...metered.proof } : undefined,
  };
}

function isWhole(figures: Partial<Vitals>): figures is Vitals {
  return FIGURES.every((name) => figures[name] !== undefined);
}

/** The fields of `useVitalFigures`, with what a monitor offers above them. */
export function VitalFields(props: {
  of: ReturnType<typeof useVitalFigures>;
  autoFocus?: boolean;
}): ReactElement {
  const { t } = useTranslation('collection');
  const { figures, offered, take, type } = props.of;
  const pressure = t('run.bloodPressure');
  const field = (name: Figure) => ({
    value: figures[name],
    onChange: (value: number | undefined) => type(name, value),
  });
  return (
    <>
      <TakeReadings offered={offered} onTake={take} />
      <div className={styles['choices']}>
        <NumberField
          label={`${pressure} ↑`}
          unit="mmHg"
          autoFocus={props.autoFocus === true}
          {...field('systolic')}
        />
        <NumberField label={`${pressure} ↓`} unit="mmHg" {...field('diastolic')} />
        <NumberField label={t('run.pulse')} unit="/min" {...field('pulse')} />
      </div>
    </>
  );
}

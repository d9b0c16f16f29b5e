import type { TFunction } from 'i18next';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '#renderer/app/clock.ts';
import { codeWord } from '#renderer/app/code-words.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { useSamples } from '#renderer/app/samples.ts';
import { setCount, useStation } from '#renderer/app/station-state.ts';
import type { RunningChair } from '#renderer/ui/frame.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { takeLive, useLive } from './live-store.ts';
import { minutesText, vitalsTone } from './time-words.ts';

type Running = OutputOf<'collection.strip'>[number];

/** Keeps the strip of running chairs true for the whole frame, locked or not; names nobody. */
export function LiveKeeper(): null {
  const { t } = useTranslation('collection');
  const strip = useStationQuery('collection.strip', {}).data;
  const newest = useLive((state) => state.newest);
  const now = useNow(5000);
  useSamples(takeLive);
  const chairs = useMemo(
    () => (strip ?? []).map((row) => ({ row, chair: chairOf(row, now, t) })),
    [strip, now, t],
  );
  useEffect(() => {
    const running = chairs.map(({ row, chair }) => ({
      ...chair,
      person: `${newest[row.din]?.machineMl ?? row.machineMl ?? 0} / ${row.targetMl} mL`,
    }));
    useStation.setState({ running });
  }, [chairs, newest]);
  useEffect(() => {
    setCount('/runs', (strip ?? []).filter((row) => row.alarm !== null).length);
  }, [strip]);
  return null;
}

function chairOf(row: Running, now: number, t: TFunction<'collection'>): RunningChair {
  const chair = t('board.chair', { code: row.chair });
  const late = vitalsTone(row.nextVitalsAt, now);
  const base = { chair, person: '' };
  if (row.reaction) return { ...base, state: { tone: 'danger', text: t('board.reaction') } };
  if (late === 'danger') {
    const note = minutesText(now - Date.parse(row.nextVitalsAt ?? ''));
    return { ...base, state: { tone: 'danger', text: t('board.vitalsLate') }, note };
  }
  if (row.alarm === null) return base;
  return {
    ...base,
    state: { tone: 'warn', text: codeWord(['collection:alarmCode'], row.alarm.code) },
    note: minutesText(now - Date.parse(row.alarm.at)),
  };
}

import { useTranslation } from 'react-i18next';
import { timeText } from '#renderer/app/clock.ts';
import { listWords } from '#renderer/app/i18n.ts';
import { useStation } from '#renderer/app/station-state.ts';
import type { ShownSources } from '#shared/features/equipment/meters.ts';

/** Says which devices told which figures, and when; '' where every figure was typed. */
export function useToldBy(): (sources: ShownSources) => string {
  const { t } = useTranslation('admin');
  const zone = useStation((state) => state.zone);
  return (sources) => {
    const byReading = new Map<string, string[]>();
    for (const { field, device, heardAt } of sources) {
      const reading = `${device} ${timeText(Date.parse(heardAt), zone)}`;
      const figures = byReading.get(reading) ?? [];
      byReading.set(reading, [...figures, t(`metered.name.${field}`)]);
    }
    return listWords(
      [...byReading].map(([reading, figures]) =>
        t('metered.told', { reading, figures: listWords(figures) }),
      ),
    );
  };
}

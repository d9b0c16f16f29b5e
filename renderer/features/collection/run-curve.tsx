import { memo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { timeText } from '#renderer/app/clock.ts';
import { useStation } from '#renderer/app/station-state.ts';
import { LiveChart } from '#renderer/ui/live-chart.tsx';
import type { ChartGap, ChartSample } from '#renderer/ui/live-chart-data.ts';
import { chartEvents, keyedSamples, type RunView } from './run-marks.ts';

/**
 * The curve of a run with what happened under it. Drawn again for a sample or an event, not for every second
 * of the clock. `at` is the newest that is known, `end` when the target will be reached (UTC ms).
 */
export const RunCurve = memo(function RunCurve(props: {
  view: RunView;
  samples: readonly ChartSample[];
  gaps: readonly ChartGap[];
  at: number;
  end: number | undefined;
}): ReactElement {
  const { t } = useTranslation('collection');
  const zone = useStation((state) => state.zone);
  const { view, samples, gaps, at, end } = props;
  const from = Date.parse(view.startedAt);
  return (
    <LiveChart
      samples={view.linked ? samples : keyedSamples(view)}
      gaps={gaps}
      events={chartEvents(view, gaps, t)}
      from={from}
      to={axisEnd(from, at, end)}
      targetMl={view.targetMl}
      bandMl={[view.targetMl * 0.95, view.targetMl * 1.025]}
      pressureLimit={view.pressureLimit ?? 150}
      projectedEnd={end}
      timeText={(point) => timeText(point, zone)}
    />
  );
});

/** A little beyond the last that is known and the expected end. */
function axisEnd(from: number, at: number, end: number | undefined): number {
  const known = Math.max(at, end ?? 0);
  return Math.max(known + (known - from) * 0.08, from + 60_000);
}

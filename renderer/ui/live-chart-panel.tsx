import { type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { ChartColumns, LiveChartProps } from './live-chart-data.ts';

type Part = 'volume' | 'pressure';
type Words = { now: string; reference: string; projected: string };

const FONT = '16px "Noto Sans SC"';
const STRONG = '600 16px "Noto Sans SC"';
const AXIS_PX = 52;
const END_PX = 112;

function inkOf(element: Element): (name: string) => string {
  const computed = getComputedStyle(element);
  return (name) => computed.getPropertyValue(name).trim();
}

/** Draws band, dashed reference, now line, projection and direct labels over the uPlot canvas. */
function drawMarks(plot: uPlot, chart: LiveChartProps, part: Part, words: Words): void {
  const { ctx, bbox } = plot;
  const ink = inkOf(plot.root);
  const ratio = devicePixelRatio;
  const y = (value: number): number => plot.valToPos(value, 'y', true);
  const x = (at: number): number => plot.valToPos(at / 1000, 'x', true);
  const reference = part === 'volume' ? chart.targetMl : chart.pressureLimit;
  const tone = ink(part === 'volume' ? '--c1' : '--warn');
  const last = chart.samples.at(-1);
  ctx.save();
  ctx.scale(1, 1);
  ctx.lineWidth = 1.2 * ratio;
  ctx.strokeStyle = tone;
  ctx.setLineDash([6 * ratio, 4 * ratio]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y(reference));
  ctx.lineTo(bbox.left + bbox.width, y(reference));
  ctx.stroke();
  ctx.font = STRONG.replace('16px', `${16 * ratio}px`);
  ctx.fillStyle = tone;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  ctx.fillText(words.reference, bbox.left + bbox.width + 10 * ratio, y(reference));
  if (last !== undefined) {
    ctx.setLineDash([]);
    ctx.strokeStyle = ink('--ink');
    ctx.beginPath();
    ctx.moveTo(x(last.at), bbox.top);
    ctx.lineTo(x(last.at), bbox.top + bbox.height);
    ctx.stroke();
    if (part === 'volume') drawVolumeEnd(plot, chart, words, ink, x, y);
    else if (last.pressureMmHg !== null) {
      label(
        ctx,
        words.now,
        x(last.at) + 10 * ratio,
        y(last.pressureMmHg),
        ink('--c2'),
        ink('--surface'),
      );
    }
  }
  ctx.restore();
}

function label(
  ctx: CanvasRenderingContext2D,
  text: string,
  left: number,
  top: number,
  tone: string,
  halo: string,
): void {
  ctx.lineWidth = 6 * devicePixelRatio;
  ctx.strokeStyle = halo;
  ctx.fillStyle = tone;
  ctx.strokeText(text, left, top);
  ctx.fillText(text, left, top);
}

function drawVolumeEnd(
  plot: uPlot,
  chart: LiveChartProps,
  words: Words,
  ink: (name: string) => string,
  x: (at: number) => number,
  y: (value: number) => number,
): void {
  const last = chart.samples.at(-1);
  if (last === undefined) return;
  const { ctx, bbox } = plot;
  const ratio = devicePixelRatio;
  if (chart.projectedEnd !== undefined && chart.projectedEnd > last.at) {
    ctx.strokeStyle = ink('--c1');
    ctx.lineWidth = 2 * ratio;
    ctx.setLineDash([2 * ratio, 5 * ratio]);
    ctx.beginPath();
    ctx.moveTo(x(last.at), y(last.volumeMl));
    ctx.lineTo(x(chart.projectedEnd), y(chart.targetMl));
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.font = FONT.replace('16px', `${16 * ratio}px`);
    ctx.textAlign = 'right';
    const projectedAt = Math.min(x(chart.projectedEnd) + 40 * ratio, bbox.left + bbox.width);
    label(
      ctx,
      words.projected,
      projectedAt,
      y(chart.targetMl) + 40 * ratio,
      ink('--ink-2'),
      ink('--surface'),
    );
  }
  ctx.beginPath();
  ctx.arc(x(last.at), y(last.volumeMl), 6 * ratio, 0, Math.PI * 2);
  ctx.fillStyle = ink('--c1');
  ctx.fill();
  ctx.font = STRONG.replace('16px', `${16 * ratio}px`);
  const roomLeft = x(last.at) - bbox.left > 170 * ratio;
  ctx.textAlign = roomLeft ? 'right' : 'left';
  const offset = (roomLeft ? -14 : 14) * ratio;
  label(
    ctx,
    words.now,
    x(last.at) + offset,
    y(last.volumeMl) - 18 * ratio,
    ink('--ink'),
    ink('--surface'),
  );
}

/** The band of the target, or everything above the pressure limit, under the lines; gaps as bare strips. */
function drawBand(plot: uPlot, chart: LiveChartProps, part: Part): void {
  const { ctx, bbox } = plot;
  const ink = inkOf(plot.root);
  const scale = plot.scales['y'];
  const [low, high] =
    part === 'volume' ? chart.bandMl : [chart.pressureLimit, scale?.max ?? chart.pressureLimit];
  const top = Math.max(bbox.top, plot.valToPos(high, 'y', true));
  const bottom = plot.valToPos(low, 'y', true);
  ctx.save();
  ctx.fillStyle = ink(part === 'volume' ? '--primary-wash' : '--warn-wash');
  ctx.fillRect(bbox.left, top, bbox.width, bottom - top);
  ctx.fillStyle = ink('--line-soft');
  for (const { from, to } of chart.gaps ?? []) {
    const left = plot.valToPos(from / 1000, 'x', true);
    const right = plot.valToPos(to / 1000, 'x', true);
    ctx.fillRect(left, bbox.top, right - left, bbox.height);
  }
  ctx.restore();
}

/** `latest` and `words` answer for the newest sample: the plot outlives the one that it was made with. */
function optionsOf(
  props: PanelProps,
  latest: () => LiveChartProps,
  words: () => Words,
  ink: (name: string) => string,
): uPlot.Options {
  const { chart, part } = props;
  const volume = part === 'volume';
  const axisCommon = { font: FONT, stroke: () => ink('--ink-2') };
  const limit = chart.pressureLimit;
  const ceiling = Math.max(chart.bandMl[1], chart.targetMl) * 1.05;
  return {
    width: props.width,
    height: props.height,
    legend: { show: false },
    cursor: { show: false },
    padding: [8, END_PX, 0, 0],
    scales: {
      x: { time: false, range: () => [latest().from / 1000, latest().to / 1000] },
      y: {
        range: (_plot, _low, high) =>
          volume ? [0, ceiling] : [-80, Math.max(limit * 1.5, (high ?? 0) + 20)],
      },
    },
    axes: [
      {
        ...axisCommon,
        show: true,
        size: volume ? 12 : 34,
        values: (_plot, splits) =>
          volume ? splits.map(() => '') : splits.map((at) => latest().timeText(at * 1000)),
        splits: () => timeSplits(latest(), props.width - AXIS_PX - END_PX),
        grid: { show: false },
        ticks: { show: !volume, stroke: () => ink('--line-strong'), width: 1, size: 6 },
        border: { show: !volume, stroke: () => ink('--line-strong'), width: 1 },
      },
      {
        ...axisCommon,
        size: AXIS_PX,
        grid: { stroke: () => ink('--line-soft'), width: 1 },
        ticks: { show: false },
        splits: () => (volume ? volumeSplits(chart.targetMl) : [0, limit]),
      },
    ],
    series: [
      {},
      volume
        ? {
            stroke: () => ink('--c1'),
            width: 3,
            fill: () => `color-mix(in srgb, ${ink('--c1')} 9%, transparent)`,
            points: { show: false },
          }
        : { stroke: () => ink('--c2'), width: 2.2, points: { show: false } },
    ],
    hooks: {
      drawClear: [(plot) => drawBand(plot, latest(), part)],
      draw: [(plot) => drawMarks(plot, latest(), part, words())],
    },
  };
}

function volumeSplits(target: number): number[] {
  const step = target > 250 ? 100 : 50;
  return Array.from({ length: Math.floor(target / step) + 1 }, (_, index) => index * step);
}

/** Minutes between two times on the axis. */
const TIME_STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 240] as const;
const TIME_LABEL_PX = 72;

/** Times for the axis, as close together as their labels allow. */
function timeSplits({ from, to }: LiveChartProps, room: number): number[] {
  const minutes = (to - from) / 60_000;
  const fits = TIME_STEPS.find((each) => (minutes / each) * TIME_LABEL_PX <= room);
  const step = (fits ?? 480) * 60_000;
  const count = Math.floor((to - from) / step) + 1;
  return Array.from({ length: count }, (_, index) => (from + index * step) / 1000);
}

type PanelProps = {
  chart: LiveChartProps;
  columns: ChartColumns;
  part: Part;
  width: number;
  height: number;
};

/** Time and the one line that a panel draws. */
function dataOf({ columns: [at, volume, pressure], part }: PanelProps): uPlot.AlignedData {
  return [at, part === 'volume' ? volume : pressure];
}

/** One panel of the run chart; rebuilt when its frame changes, fed with samples and the time axis otherwise. */
export function PlotPanel(props: PanelProps): ReactElement {
  const { t } = useTranslation('kit');
  const holder = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | undefined>(undefined);
  const latest = useRef(props);
  latest.current = props;
  const words = useRef<() => Words>(() => ({ now: '', reference: '', projected: '' }));
  words.current = () => {
    const { chart, part } = latest.current;
    const last = chart.samples.at(-1);
    const volume = part === 'volume';
    return {
      now: volume
        ? t('chart.volume', { value: last?.volumeMl ?? 0 })
        : t('chart.pressure', { value: last?.pressureMmHg ?? '—' }),
      reference: volume
        ? t('chart.target', { value: chart.targetMl })
        : t('chart.limit', { value: chart.pressureLimit }),
      projected:
        chart.projectedEnd === undefined
          ? ''
          : t('chart.projected', { time: chart.timeText(chart.projectedEnd) }),
    };
  };
  const { width, height, part } = props;
  const { targetMl, pressureLimit } = props.chart;
  const frame = `${width} ${Math.floor(height)} ${part} ${targetMl} ${pressureLimit}`;

  useEffect(() => {
    const element = holder.current;
    if (element === null || latest.current.width < 200 || frame === '') return;
    const current = latest.current;
    const made = new uPlot(
      optionsOf(
        current,
        () => latest.current.chart,
        () => words.current(),
        inkOf(element),
      ),
      dataOf(current),
      element,
    );
    plot.current = made;
    // A canvas does not redraw by itself when its face arrives.
    void Promise.all([document.fonts.load(FONT, '中'), document.fonts.load(STRONG, '中')]).then(
      () => {
        if (plot.current === made) made.redraw(false);
      },
    );
    return () => {
      plot.current = undefined;
      made.destroy();
    };
  }, [frame]);

  useEffect(() => {
    plot.current?.setData(dataOf(props));
  }, [props]);

  return <div ref={holder} style={{ height }} />;
}

import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import styles from './live-chart.module.css';
import {
  type ChartEvent,
  columnsOf,
  type LiveChartProps,
  labelledEvents,
} from './live-chart-data.ts';
import { PlotPanel } from './live-chart-panel.tsx';
import { Table } from './table.tsx';
import { useWidth } from './use-width.ts';

const AXIS_PX = 52;
const END_PX = 112;

function EventShape(props: { kind: ChartEvent['kind'] }): ReactElement {
  const common = { strokeWidth: 1.6 };
  const shape = {
    needle: <path d="M10 2L18 10 10 18 2 10z" fill="var(--ink)" stroke="var(--ink)" {...common} />,
    return: (
      <path d="M10 2L18 10 10 18 2 10z" fill="var(--surface)" stroke="var(--ink)" {...common} />
    ),
    vitals: <path d="M3 3H17V17H3z" fill="var(--surface)" stroke="var(--ink)" {...common} />,
    alarm: <path d="M10 1L19 17H1z" fill="var(--warn)" stroke="var(--warn)" {...common} />,
    done: <path d="M10 2V18M2 10H18" fill="none" stroke="var(--ink)" strokeWidth={3} />,
    gap: <path d="M7 2L4 18M16 2L13 18" fill="none" stroke="var(--warn)" strokeWidth={3} />,
    reaction: (
      <path
        d="M6 1H14L19 6V14L14 19H6L1 14V6z"
        fill="var(--danger)"
        stroke="var(--danger)"
        {...common}
      />
    ),
    next: (
      <path
        d="M3 3H17V17H3z"
        fill="none"
        stroke="var(--primary)"
        strokeDasharray="3 2.5"
        {...common}
      />
    ),
  }[props.kind];
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden>
      {shape}
    </svg>
  );
}

function EventLine(props: { chart: LiveChartProps; width: number }): ReactElement {
  const { chart, width } = props;
  const inner = Math.max(0, width - AXIS_PX - END_PX);
  const placed = labelledEvents(chart.events, chart.from, chart.to, inner);
  return (
    <ol className={styles['events']} style={{ marginLeft: AXIS_PX, width: inner }}>
      {placed.map((event) => (
        <li
          key={`${event.at}${event.kind}${event.label}`}
          className={event.kind === 'next' ? styles['next'] : undefined}
          style={{ left: event.left }}
        >
          <EventShape kind={event.kind} />
          <span className={event.worded ? undefined : styles['unworded']}>{event.label}</span>
        </li>
      ))}
    </ol>
  );
}

function TableTwin(props: { chart: LiveChartProps }): ReactElement {
  const { t } = useTranslation('kit');
  const { chart } = props;
  const step = Math.max(1, Math.floor(chart.samples.length / 60));
  const rows = chart.samples.filter((_, index) => index % step === 0).reverse();
  return (
    <Table
      label={t('chart.label')}
      rows={rows}
      rowId={(row) => String(row.at)}
      tight
      columns={[
        { id: 'at', header: t('chart.time'), cell: (row) => chart.timeText(row.at) },
        {
          id: 'volume',
          header: t('chart.volumeColumn'),
          cell: (row) => row.volumeMl,
          numeric: true,
        },
        {
          id: 'pressure',
          header: t('chart.pressureColumn'),
          cell: (row) => row.pressureMmHg ?? '—',
          numeric: true,
        },
      ]}
    />
  );
}

/** Volume and venous pressure over one time axis, events under it; a table twin one press away. */
export function LiveChart(props: LiveChartProps): ReactElement {
  const { t } = useTranslation('kit');
  const [asTable, setAsTable] = useState(false);
  const { ref, width, height } = useWidth();
  const { samples, gaps } = props;
  const columns = useMemo(() => columnsOf(samples, gaps), [samples, gaps]);
  const last = samples.at(-1);
  const panels = Math.max(180, height - 100);
  const panel = { chart: props, columns, width };
  return (
    <figure className={styles['chart']}>
      <div ref={ref} className={styles['area']}>
        {asTable ? (
          <TableTwin chart={props} />
        ) : (
          <>
            <div
              role="img"
              aria-label={`${t('chart.label')}: ${t('chart.volume', { value: last?.volumeMl ?? 0 })}`}
            >
              <PlotPanel {...panel} part="volume" height={panels * 0.68} />
              <PlotPanel {...panel} part="pressure" height={panels * 0.32 + 34} />
            </div>
            <EventLine chart={props} width={width} />
          </>
        )}
      </div>
      <figcaption className={styles['caption']}>
        <Button onPress={() => setAsTable(!asTable)} look="quiet">
          {t(asTable ? 'chart.asChart' : 'chart.asTable')}
        </Button>
      </figcaption>
    </figure>
  );
}

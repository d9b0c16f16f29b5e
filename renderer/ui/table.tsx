import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from './cx.ts';
import styles from './table.module.css';

export type Column<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  /** CSS width of the column (`120px`, `20%`, `minmax` is not understood here). */
  width?: string;
  /** Leaves at 1360 px and narrower (mockups: columns marked secondary go). */
  secondary?: boolean;
  code?: boolean;
};

export type RowTone = 'selected' | 'attention' | 'stop' | 'plain';

export type TableProps<Row> = {
  label: string;
  columns: ReadonlyArray<Column<Row>>;
  rows: ReadonlyArray<Row>;
  rowId: (row: Row) => string;
  tone?: (row: Row) => RowTone;
  /** Lines under a row, for example each open reason; never hidden in a tooltip. */
  detail?: (row: Row) => ReactNode | undefined;
  onOpen?: (row: Row) => void;
  selectedId?: string;
  empty?: ReactNode;
  tight?: boolean;
};

const VIRTUAL_FROM = 100;
const ROW_PX = 44;

function Cells<Row>(props: { columns: ReadonlyArray<Column<Row>>; row: Row }): ReactElement {
  return (
    <>
      {props.columns.map((column) => (
        <td
          key={column.id}
          className={cx(
            column.numeric && styles['numeric'],
            column.secondary && styles['secondary'],
            column.code && styles['code'],
          )}
        >
          {column.cell(props.row)}
        </td>
      ))}
    </>
  );
}

function TableRow<Row>(props: { table: TableProps<Row>; row: Row; index: number }): ReactElement {
  const { table, row } = props;
  const id = table.rowId(row);
  const tone = id === table.selectedId ? 'selected' : (table.tone?.(row) ?? 'plain');
  const detail = table.detail?.(row);
  const hasDetail = detail !== undefined && detail !== null;
  const open = table.onOpen;
  const keyboard =
    open === undefined
      ? {}
      : {
          tabIndex: 0,
          onClick: () => open(row),
          onKeyDown: (event: React.KeyboardEvent<HTMLElement>) => {
            if (event.target !== event.currentTarget) return;
            if (event.key === 'Enter') open(row);
            else if (moveAmongRows(event.currentTarget, event.key)) event.preventDefault();
          },
        };
  return (
    <>
      <tr
        className={cx(
          styles[tone],
          open !== undefined && styles['opens'],
          hasDetail && styles['hasDetail'],
        )}
        aria-rowindex={props.index + 2}
        aria-selected={open === undefined ? undefined : tone === 'selected'}
        data-row={id}
        {...keyboard}
      >
        <Cells columns={table.columns} row={row} />
      </tr>
      {hasDetail ? (
        <tr className={cx(styles[tone], styles['detail'])}>
          <td colSpan={table.columns.length}>{detail}</td>
        </tr>
      ) : null}
    </>
  );
}

/** Moves the focus to another row that opens: arrows by one, Home and End to the ends. */
function moveAmongRows(from: HTMLElement, key: string): boolean {
  const rows = [...(from.parentElement?.querySelectorAll<HTMLElement>('tr[data-row]') ?? [])];
  const at = rows.indexOf(from);
  const places: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: rows.length - 1,
  };
  const place = places[key];
  if (place === undefined) return false;
  rows[place]?.focus();
  return true;
}

function Head<Row>(props: { columns: ReadonlyArray<Column<Row>> }): ReactElement {
  return (
    <thead>
      <tr>
        {props.columns.map((column) => (
          <th
            key={column.id}
            scope="col"
            style={{ width: column.width }}
            className={cx(
              column.numeric && styles['numeric'],
              column.secondary && styles['secondary'],
            )}
          >
            {column.header}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function VirtualBody<Row>(props: {
  table: TableProps<Row>;
  scroller: HTMLElement | null;
}): ReactElement {
  const { table } = props;
  const virtual = useVirtualizer({
    count: table.rows.length,
    getScrollElement: () => props.scroller,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const first = items[0];
  const last = items.at(-1);
  const before = first?.start ?? 0;
  const after = last === undefined ? 0 : virtual.getTotalSize() - last.end;
  return (
    <tbody>
      <tr aria-hidden style={{ height: before }} />
      {items.map((item) => {
        const row = table.rows[item.index];
        return row === undefined ? null : (
          <TableRow key={table.rowId(row)} table={table} row={row} index={item.index} />
        );
      })}
      <tr aria-hidden style={{ height: after }} />
    </tbody>
  );
}

/**
 * Rows divided by hairlines, numbers to the right, tone by row. More than a hundred rows are drawn
 * as they scroll past. A row that opens is reached with Tab or an arrow and opened with Enter or a press.
 */
export function Table<Row>(props: TableProps<Row>): ReactElement {
  const { t } = useTranslation('kit');
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const virtual = props.rows.length > VIRTUAL_FROM;
  return (
    <section
      ref={setScroller}
      className={cx(styles['scroll'], props.tight && styles['tight'])}
      aria-label={props.label}
      // A scrolling region without a control inside must itself take the keyboard (WCAG 2.1.1).
      {...(props.onOpen === undefined ? { tabIndex: 0 } : {})}
    >
      <table aria-label={props.label} aria-rowcount={props.rows.length + 1}>
        <Head columns={props.columns} />
        {virtual ? (
          <VirtualBody table={props} scroller={scroller} />
        ) : (
          <tbody>
            {props.rows.map((row, index) => (
              <TableRow key={props.rowId(row)} table={props} row={row} index={index} />
            ))}
          </tbody>
        )}
      </table>
      {props.rows.length === 0 ? (
        <div className={styles['empty']}>{props.empty ?? t('table.empty')}</div>
      ) : null}
    </section>
  );
}

import type { AllRows, StateReader } from '#shared/contract/rows.ts';
import type { Change } from '#shared/kernel/rows.ts';

interface Row {
  readonly id: string;
}

/** A table as it stands: rows in order of id, and the sum of their marks. */
interface Table {
  readonly rows: readonly Row[];
  readonly low: number;
  readonly high: number;
}

const EMPTY: Table = { rows: [], low: 0, high: 0 };

/**
 * State tables for exhaustive search: immutable, sharing what did not change, with a mark of the whole
 * state that does not depend on the order in which rows came. Answers as the database's reader does.
 */
export class Rows implements StateReader {
  readonly #tables: ReadonlyMap<string, Table>;
  readonly low: number;
  readonly high: number;

  constructor(tables: ReadonlyMap<string, Table> = new Map(), low = 0, high = 0) {
    this.#tables = tables;
    this.low = low;
    this.high = high;
  }

  get<T extends keyof AllRows & string>(table: T, id: string): AllRows[T] | undefined {
    const rows = this.#tables.get(table)?.rows;
    if (!rows) return undefined;
    const at = placeOf(rows, id);
    const row = rows[at];
    return row?.id === id ? (row as AllRows[T]) : undefined;
  }

  by<T extends keyof AllRows & string, C extends keyof AllRows[T] & string>(
    table: T,
    column: C,
    value: AllRows[T][C],
  ): readonly AllRows[T][] {
    const found: AllRows[T][] = [];
    for (const row of (this.#tables.get(table)?.rows ?? []) as readonly AllRows[T][])
      if (row[column] === value) found.push(row);
    return found;
  }

  all<T extends keyof AllRows & string>(table: T): readonly AllRows[T][] {
    return (this.#tables.get(table)?.rows ?? []) as readonly AllRows[T][];
  }

  /** The rows as they stand after these changes. */
  with(changes: readonly Change<AllRows>[]): Rows {
    if (changes.length === 0) return this;
    const tables = new Map(this.#tables);
    let { low, high } = this;
    for (const change of changes as readonly { table: string; row: Row }[]) {
      const before = tables.get(change.table) ?? EMPTY;
      const after = placed(before, change.row);
      tables.set(change.table, after);
      const name = markOfText(change.table, 7);
      low = (low + Math.imul(after.low - before.low, name | 1)) | 0;
      high = (high + Math.imul(after.high - before.high, (name >>> 3) | 1)) | 0;
    }
    return new Rows(tables, low, high);
  }

  /** Names of the tables that hold anything. */
  names(): readonly string[] {
    return [...this.#tables.keys()];
  }
}

function placed(table: Table, row: Row): Table {
  const at = placeOf(table.rows, row.id);
  const old = table.rows[at];
  const [low, high] = markOf(row);
  if (old?.id !== row.id)
    return {
      rows: [...table.rows.slice(0, at), row, ...table.rows.slice(at)],
      low: (table.low + low) | 0,
      high: (table.high + high) | 0,
    };
  const [oldLow, oldHigh] = markOf(old);
  const rows = [...table.rows];
  rows[at] = row;
  return { rows, low: (table.low - oldLow + low) | 0, high: (table.high - oldHigh + high) | 0 };
}

/** Where a row of this id stands or would stand. */
function placeOf(rows: readonly Row[], id: string): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] as Row).id < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

const marks = new WeakMap<Row, readonly [number, number]>();

/** Two independent 32-bit marks of a row, whatever the order of its fields. */
function markOf(row: Row): readonly [number, number] {
  const known = marks.get(row);
  if (known) return known;
  let low = 0;
  let high = 0;
  for (const [field, value] of Object.entries(row)) {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const name = markOfText(field, 1);
    low = (low + mixed(markOfText(text, name), 0x9e3779b1)) | 0;
    high = (high + mixed(markOfText(text, ~name), 0x85ebca77)) | 0;
  }
  const mark = [mixed(low, 0xc2b2ae3d), mixed(high, 0x27d4eb2f)] as const;
  marks.set(row, mark);
  return mark;
}

function markOfText(text: string | undefined, seed: number): number {
  let mark = seed ^ 0x811c9dc5;
  for (let at = 0; at < (text?.length ?? 0); at += 1)
    mark = Math.imul(mark ^ (text as string).charCodeAt(at), 0x01000193);
  return mark;
}

function mixed(mark: number, by: number): number {
  let one = Math.imul(mark ^ (mark >>> 15), by);
  one = Math.imul(one ^ (one >>> 13), 0x2c1b3c6d);
  return one ^ (one >>> 16);
}

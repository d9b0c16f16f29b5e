import type { RowsShape } from '#shared/kernel/rows.ts';
import { canonicalText } from './canonical.ts';

/** How a column is kept; `?` allows NULL. `flag` is 0/1, `json` canonical JSON text. */
export type ColumnType = 'text' | 'int' | 'flag' | 'json' | 'text?' | 'int?' | 'flag?' | 'json?';

type Base<V> = [V] extends [string]
  ? 'text'
  : [V] extends [number]
    ? 'int'
    : [V] extends [boolean]
      ? 'flag'
      : 'json';

/** The column type that a field of a row needs. */
export type ColumnFor<V> = null extends V ? `${Base<NonNullable<V>>}?` : Base<V>;

/** One table as its slice declares it. */
export interface TableDefinition<Row> {
  readonly columns: { readonly [C in keyof Row & string]: ColumnFor<Row[C]> };
  /** Columns that `Reader.by` may be asked for. */
  readonly indexes: readonly (keyof Row & string)[];
}

/** A table's codecs and statement texts, free of its row type. */
export interface StateTable {
  readonly name: string;
  readonly columns: readonly (readonly [string, ColumnType])[];
  readonly indexes: ReadonlySet<string>;
  readonly selectById: string;
  readonly selectAll: string;
  readonly selectBy: Readonly<Record<string, string>>;
  readonly upsert: string;
  encode(row: Readonly<Record<string, unknown>>): readonly (string | number | null)[];
  decode(stored: Readonly<Record<string, unknown>>): { readonly id: string };
  encodeValue(column: string, value: unknown): string | number | null;
}

/** The tables of one slice by name. */
export type StateTables = Readonly<Record<string, StateTable>>;

/**
 * Declares a slice's state tables: column types follow from the row types, so a field that is missing
 * or of another type breaks the build. The DDL stays hand-written in the slice's migration; a test
 * compares both.
 */
export function defineTables<Rows extends RowsShape>(
  definitions: {
    readonly [T in keyof Rows & string]: TableDefinition<Rows[T]>;
  },
): StateTables {
  const tables: Record<string, StateTable> = {};
  for (const [name, definition] of Object.entries(definitions)) {
    const loose = definition as { columns: Record<string, ColumnType>; indexes: string[] };
    tables[name] = stateTable(name, loose.columns, loose.indexes);
  }
  return tables;
}

function stateTable(
  name: string,
  definition: Readonly<Record<string, ColumnType>>,
  indexed: readonly string[],
): StateTable {
  const columns = Object.entries(definition);
  const types = new Map(columns);
  const quoted = columns.map(([column]) => `"${column}"`);
  const select = `SELECT ${quoted.join(', ')} FROM "${name}"`;
  const updates = quoted.filter((column) => column !== '"id"').map((c) => `${c} = excluded.${c}`);
  const onConflict = updates.length > 0 ? `DO UPDATE SET ${updates.join(', ')}` : 'DO NOTHING';
  return {
    name,
    columns,
    indexes: new Set(indexed),
    selectById: `${select} WHERE "id" = ?`,
    selectAll: `${select} ORDER BY "id"`,
    selectBy: Object.fromEntries(
      indexed.map((column) => [column, `${select} WHERE "${column}" IS ? ORDER BY "id"`]),
    ),
    upsert: `INSERT INTO "${name}" (${quoted.join(', ')}) VALUES (${quoted.map(() => '?').join(', ')}) ON CONFLICT ("id") ${onConflict}`,
    encode: (row) => columns.map(([column, type]) => encodeColumn(name, column, type, row[column])),
    decode: (stored) =>
      Object.fromEntries(
        columns.map(([column, type]) => [column, decodeColumn(type, stored[column])]),
      ) as { id: string },
    encodeValue: (column, value) => {
      const type = types.get(column);
      if (!type) throw new TypeError(`${name} has no column ${column}`);
      return encodeColumn(name, column, type, value);
    },
  };
}

function encodeColumn(
  table: string,
  column: string,
  type: ColumnType,
  value: unknown,
): string | number | null {
  const base = type.replace('?', '');
  if (value === null && type.endsWith('?')) return null;
  if (base === 'text' && typeof value === 'string') return value;
  if (base === 'int' && Number.isSafeInteger(value)) return value as number;
  if (base === 'flag' && typeof value === 'boolean') return value ? 1 : 0;
  if (base === 'json' && value !== undefined) return canonicalText(value);
  throw new TypeError(`${table}.${column} cannot hold this value`);
}

function decodeColumn(type: ColumnType, stored: unknown): unknown {
  if (stored === null) return null;
  if (type === 'flag' || type === 'flag?') return stored === 1;
  if (type === 'json' || type === 'json?') return JSON.parse(stored as string);
  return stored;
}

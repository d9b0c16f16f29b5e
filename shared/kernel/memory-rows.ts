import type { Change, Reader } from './rows.ts';

/**
 * An immutable set of rows with the same answers as the database's reader: for tests, exhaustive
 * search and the judge. `with` gives a new set and leaves this one as it is.
 */
export class MemoryReader<Rows> implements Reader<Rows> {
  readonly #tables: ReadonlyMap<string, ReadonlyMap<string, { readonly id: string }>>;

  constructor(
    tables: ReadonlyMap<string, ReadonlyMap<string, { readonly id: string }>> = new Map(),
  ) {
    this.#tables = tables;
  }

  get<T extends keyof Rows & string>(table: T, id: string): Rows[T] | undefined {
    return this.#tables.get(table)?.get(id) as Rows[T] | undefined;
  }

  by<T extends keyof Rows & string, C extends keyof Rows[T] & string>(
    table: T,
    column: C,
    value: Rows[T][C],
  ): readonly Rows[T][] {
    return this.all(table).filter((row) => row[column] === value);
  }

  all<T extends keyof Rows & string>(table: T): readonly Rows[T][] {
    const rows = [...(this.#tables.get(table)?.values() ?? [])];
    // Plain code-unit order would differ from the database's byte order above U+FFFF only.
    return rows.sort((a, b) => (a.id < b.id ? -1 : 1)) as unknown as Rows[T][];
  }

  /** The rows as they stand after these changes. */
  with(changes: readonly Change<Rows>[]): MemoryReader<Rows> {
    const tables = new Map(this.#tables);
    for (const { table, row } of changes as readonly LooseChange[]) {
      tables.set(table, new Map(tables.get(table) ?? []).set(row.id, row));
    }
    return new MemoryReader<Rows>(tables);
  }
}

interface LooseChange {
  readonly table: string;
  readonly row: { readonly id: string };
}

/** Names a slice's state tables and the shape of their rows; every row has a text `id`. */
export type RowsShape = { readonly [table: string]: { readonly id: string } };

/**
 * A consistent snapshot of state rows. `by` works only on columns that the table declares as indexed
 * and answers in order of `id`, so that a rule gives the same answer on every station.
 */
export interface Reader<Rows> {
  get<T extends keyof Rows & string>(table: T, id: string): Rows[T] | undefined;
  by<T extends keyof Rows & string, C extends keyof Rows[T] & string>(
    table: T,
    column: C,
    value: Rows[T][C],
  ): readonly Rows[T][];
  all<T extends keyof Rows & string>(table: T): readonly Rows[T][];
}

/** One row as it shall stand after an event: the only way in which a state table changes. */
export type Change<Rows> = {
  [T in keyof Rows & string]: { readonly table: T; readonly row: Rows[T] };
}[keyof Rows & string];

/** The row as it shall stand. */
export function put<Rows, T extends keyof Rows & string>(table: T, row: Rows[T]): Change<Rows> {
  return { table, row } as Change<Rows>;
}

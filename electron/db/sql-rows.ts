import type Database from 'better-sqlite3';
import type { AllRows, StateReader } from '#shared/contract/rows.ts';
import type { ReadHandle, WriteHandle } from './handles.ts';
import { readable } from './handles.ts';
import type { StateTable, StateTables } from './tables.ts';

/** Statements of one connection, prepared once. */
export class StatementCache {
  readonly #db: ReadHandle;
  readonly #statements = new Map<string, Database.Statement>();

  constructor(db: ReadHandle) {
    this.#db = db;
  }

  /** The prepared statement of a text. */
  get(sql: string): Database.Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

/** Rows and answers kept in memory before the cache is emptied. */
const MAX_CACHED = 20_000;

/** Tables up to this size are also kept whole: site, role tables, chairs. */
const SMALL_TABLE = 50;

/**
 * State rows of one connection as a `Reader`. There is one writing process and one connection, so
 * cached rows stay true until a roll-back, after which the core calls `forget()`.
 */
export class SqlReader implements StateReader {
  readonly #tables: StateTables;
  readonly #statements: StatementCache;
  readonly #cache = new Map<string, Map<string, object | undefined>>();
  readonly #found = new Map<string, Map<string, readonly object[]>>();
  readonly #whole = new Map<string, readonly object[]>();
  #cached = 0;

  constructor(tables: StateTables, statements: StatementCache) {
    this.#tables = tables;
    this.#statements = statements;
  }

  /** Drops every cached row. */
  forget(): void {
    this.#whole.clear();
    this.#drop();
  }

  /** Drops the cached rows of tables that grow when there are too many. */
  trim(): void {
    if (this.#cached > MAX_CACHED) this.#drop();
  }

  /** Notes a row as just saved. */
  remember(table: string, row: { readonly id: string }): void {
    this.#rowsOf(table).set(row.id, row);
    this.#found.delete(table);
    this.#whole.delete(table);
    this.#cached += 1;
  }

  get<T extends keyof AllRows & string>(table: T, id: string): AllRows[T] | undefined {
    const cached = this.#rowsOf(table);
    if (!cached.has(id)) {
      this.#cached += 1;
      const definition = this.#table(table);
      const stored = this.#statements.get(definition.selectById).get(id);
      cached.set(id, stored ? definition.decode(stored as Record<string, unknown>) : undefined);
    }
    return cached.get(id) as AllRows[T] | undefined;
  }

  by<T extends keyof AllRows & string, C extends keyof AllRows[T] & string>(
    table: T,
    column: C,
    value: AllRows[T][C],
  ): readonly AllRows[T][] {
    const definition = this.#table(table);
    const sql = definition.selectBy[column];
    if (!sql) throw new TypeError(`${table}.${column} is not declared as indexed`);
    const key = definition.encodeValue(column, value);
    const answers = this.#answersOf(table);
    const question = `${column}:${typeof key}:${key}`;
    let rows = answers.get(question);
    if (!rows) {
      rows = this.#rows(definition, this.#statements.get(sql).all(key));
      answers.set(question, rows);
      this.#cached += 1 + rows.length;
    }
    return rows as readonly AllRows[T][];
  }

  all<T extends keyof AllRows & string>(table: T): readonly AllRows[T][] {
    const known = this.#whole.get(table);
    if (known) return known as AllRows[T][];
    const definition = this.#table(table);
    const rows = this.#rows(definition, this.#statements.get(definition.selectAll).all());
    if (rows.length <= SMALL_TABLE) this.#whole.set(table, rows);
    return rows as AllRows[T][];
  }

  #drop(): void {
    this.#cache.clear();
    this.#found.clear();
    this.#cached = 0;
  }

  #rows(definition: StateTable, stored: readonly unknown[]): object[] {
    return stored.map((row) => definition.decode(row as Record<string, unknown>));
  }

  #table(name: string): StateTable {
    const definition = this.#tables[name];
    if (!definition) throw new TypeError(`no slice defines the table ${name}`);
    return definition;
  }

  /** What was asked of a table by a column since it was last written. */
  #answersOf(table: string): Map<string, readonly object[]> {
    const answers = this.#found.get(table) ?? new Map<string, readonly object[]>();
    this.#found.set(table, answers);
    return answers;
  }

  #rowsOf(table: string): Map<string, object | undefined> {
    let rows = this.#cache.get(table);
    if (!rows) {
      rows = new Map();
      this.#cache.set(table, rows);
    }
    return rows;
  }
}

/** A row to be saved, free of its type. */
export interface LooseChange {
  readonly table: string;
  readonly row: { readonly id: string };
}

/** Writes rows as events left them and counts each record's version. */
export class SqlWriter {
  readonly #tables: StateTables;
  readonly #statements: StatementCache;

  constructor(tables: StateTables, db: WriteHandle, statements?: StatementCache) {
    this.#tables = tables;
    this.#statements = statements ?? new StatementCache(readable(db));
  }

  /** Saves one row; `actor` and `at` say whose change it was, for the refusal of a stale picture. */
  save(change: LooseChange, actor: string, at: string): void {
    const table = this.#tables[change.table];
    if (!table) throw new TypeError(`no slice defines the table ${change.table}`);
    const row = change.row as unknown as Record<string, unknown>;
    this.#statements.get(table.upsert).run(...table.encode(row));
    this.#statements
      .get(
        `INSERT INTO record_version (id, version, actor, at) VALUES (?, 1, ?, ?)
         ON CONFLICT (id) DO UPDATE SET version = version + 1, actor = excluded.actor, at = excluded.at`,
      )
      .run(change.row.id, actor, at);
  }
}

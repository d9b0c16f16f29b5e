/** One step of the schema: forward only, numbered in tens, hand-written SQL. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

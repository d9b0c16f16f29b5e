import type { Evidence, ValidationRunRow } from '#shared/features/validation/model.ts';
import type { PrepareEnv } from '../../station/handlers.ts';

/** What a look of the station may use. */
export interface CheckInput {
  readonly env: PrepareEnv;
  readonly run: ValidationRunRow;
  /** Raw readings of the scanner's test sheet. */
  readonly scanned: readonly string[];
}

/** Figures and codes, nothing about people: evidence is printed and kept for ever. */
export type Looked = Promise<readonly Evidence[]>;

const LONGEST = 400;

/** One thing that was found. */
export function found(item: string, value: string | number, ok: boolean): Evidence {
  return { item, value: String(value).slice(0, LONGEST), ok };
}

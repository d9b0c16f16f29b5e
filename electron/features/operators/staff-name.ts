import type { StateReader } from '#shared/contract/rows.ts';

/** The name that screens and papers show for an account; the account itself where nobody knows it. */
export function staffName(read: StateReader, staffId: string): string {
  return read.get('staff', staffId)?.name ?? staffId;
}

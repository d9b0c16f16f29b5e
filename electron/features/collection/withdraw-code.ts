import { createHash } from 'node:crypto';
import type { StateReader } from '#shared/contract/rows.ts';

/** By it the donor withdraws the plasma without a name: eight digits out of the visit's id. */
export function withdrawCode(visitId: string): string {
  const hash = createHash('sha256').update(`withdraw ${visitId}`).digest();
  return String(hash.readUInt32BE(0) % 100_000_000).padStart(8, '0');
}

/** Donations whose sheet carries a code as it was told; undefined where it is not eight digits. */
export function donationsByCode(read: StateReader, told: string): readonly string[] | undefined {
  const code = told.replaceAll(/[\s-]/g, '');
  if (!/^\d{8}$/.test(code)) return undefined;
  return read
    .all('donation')
    .filter(({ visitId }) => withdrawCode(visitId) === code)
    .map(({ id }) => id);
}

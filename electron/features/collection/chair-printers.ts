import type { StateReader } from '#shared/contract/rows.ts';
import type { DeviceRow } from '#shared/features/equipment/model.ts';

/**
 * Label printers that can print for a chair, the first choice first: those that stand at this chair,
 * then those that stand at none, then those of other chairs.
 */
export function chairPrinters(read: StateReader, chairId: string | null): readonly DeviceRow[] {
  const rank = (row: DeviceRow) => (row.chairId === null ? 1 : row.chairId === chairId ? 0 : 2);
  return read
    .all('device')
    .filter((row) => row.kind === 'labelPrinter' && row.active && row.link.kind !== 'none')
    .toSorted((one, other) => rank(one) - rank(other));
}

import { labelSerialOf } from '../../codes/label-serial.ts';
import type { StateReader } from '../../contract/rows.ts';
import { stationBlockOf } from '../../kernel/station-block.ts';

const PER_BLOCK = 1_000_000;

/**
 * The block of label serials of a station, `L` and three digits. It follows from the station's id, so
 * a restored copy, which is a new station, prints from another block and repeats no serial.
 */
export function serialBlockOf(station: string): string {
  return `L${stationBlockOf(station)}`;
}

/**
 * The next `count` label serials of a station, final and in-process labels from one range (INV-17).
 * Undefined once the block is used up; a serial that was ever journaled is never given again.
 */
export function nextLabelSerials(
  read: StateReader,
  station: string,
  count: number,
): readonly string[] | undefined {
  const block = serialBlockOf(station);
  const last = read.get('serialRange', block)?.last ?? 0;
  if (last + count >= PER_BLOCK) return undefined;
  const start = Number(block.slice(1)) * PER_BLOCK + last + 1;
  const serials = Array.from({ length: count }, (_none, at) => labelSerialOf(start + at));
  return serials.every((serial) => serial !== undefined) ? serials : undefined;
}

/** Block and place in it of a serial, e.g. `L123000042` → `L123`, 42. */
export function serialPlace(serial: string): { readonly block: string; readonly count: number } {
  return { block: serial.slice(0, 4), count: Number(serial.slice(4)) };
}

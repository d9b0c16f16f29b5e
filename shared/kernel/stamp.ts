import type { Entry } from './entry.ts';

/**
 * Where an entry stands among entries of all stations that touch one fact: by effective time, then
 * station, then sequence. Text order is the order, so every station picks the same winner (INV-38).
 */
export function stampOf(entry: Pick<Entry, 'at' | 'station' | 'seq'>): string {
  return `${entry.at} ${entry.station} ${String(entry.seq).padStart(12, '0')}`;
}

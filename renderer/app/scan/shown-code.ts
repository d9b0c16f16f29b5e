import { maskResidentId } from '#shared/codes/resident-id.ts';
import type { Scan } from './scan.ts';

/** A scan as the frame may show it to the room: an identity number or card is masked. */
export function shownCode({ raw, tokens }: Pick<Scan, 'raw' | 'tokens'>): string {
  const read = tokens.find((token) => token.kind === 'residentId');
  if (read) return maskResidentId(read.number);
  return raw.startsWith('IDC1;') ? 'IDC1' : raw;
}

import { crc16 } from './crc16.ts';

/**
 * How a line vouches for itself. `sum8`: bytes added, modulo 256; `complement8`: what makes that sum 0;
 * `xor8`: bytes combined by exclusive or; `crc16`: polynomial 1021, start FFFF; `none`: nothing does.
 */
export const LINE_CHECKS = ['none', 'sum8', 'complement8', 'xor8', 'crc16'] as const;
export type LineCheck = (typeof LINE_CHECKS)[number];

/** The check of the given bytes as upper-case hex digits, two or four; '' for `none`. */
export function lineCheck(bytes: Uint8Array, kind: LineCheck): string {
  switch (kind) {
    case 'none':
      return '';
    case 'sum8':
      return hex2(sumOf(bytes));
    case 'complement8':
      return hex2((0x100 - sumOf(bytes)) & 0xff);
    case 'xor8':
      return hex2(bytes.reduce((all, byte) => all ^ byte, 0));
    case 'crc16':
      return crc16(bytes);
  }
}

function sumOf(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => (sum + byte) & 0xff, 0);
}

function hex2(value: number): string {
  return value.toString(16).toUpperCase().padStart(2, '0');
}

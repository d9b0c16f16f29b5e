import type { Result } from '#shared/kernel/result.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { encodeGb18030 } from './gb18030.ts';

/** LIS02 names no text encoding; it is a setting of the device. */
export type DeviceEncoding = 'gb18030' | 'utf-8' | 'latin1';

/** Bytes to text after the checksum was proved; broken characters refuse the whole text. */
export function decodeDeviceText(
  bytes: Uint8Array,
  encoding: DeviceEncoding,
): Result<string, 'lis02.badText'> {
  if (encoding === 'latin1') return ok(Array.from(bytes, (b) => String.fromCharCode(b)).join(''));
  try {
    return ok(new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return err('lis02.badText');
  }
}

/** Text to bytes; a character that latin1 lacks becomes `?`. */
export function encodeDeviceText(text: string, encoding: DeviceEncoding): Uint8Array {
  switch (encoding) {
    case 'gb18030':
      return encodeGb18030(text);
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'latin1':
      return Uint8Array.from(text, (c) => (c.charCodeAt(0) < 256 ? c.charCodeAt(0) : 0x3f));
  }
}

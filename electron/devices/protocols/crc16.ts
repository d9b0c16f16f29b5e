/**
 * CRC-16 with polynomial 0x1021, start 0xFFFF, not reflected ("CCITT-FALSE"); the check value of
 * `123456789` is 29B1. Given as four upper-case hex digits.
 */
export function crc16(bytes: Uint8Array): string {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
    }
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

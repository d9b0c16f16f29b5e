/**
 * The serial of one printed unit label, as a local data structure in a symbol of its own: data
 * identifier `&a` (ISBT 128 ST-001 2.5 leaves `&a`–`&z` to local use and keeps them out of compound
 * messages), then `L` for label and nine digits. The form is the station's own.
 */
export const LABEL_SERIAL_IDENTIFIER = '&a';
const SERIAL = /^L\d{9}$/;

/** True for the ten characters `L000000001` … `L999999999`; the serial zero is never printed. */
export function isLabelSerial(text: string): boolean {
  return SERIAL.test(text) && text !== 'L000000000';
}

/** Serial text of a count 1–999 999 999; undefined outside, so that a range never wraps. */
export function labelSerialOf(count: number): string | undefined {
  if (!Number.isInteger(count) || count < 1 || count > 999_999_999) return undefined;
  return `L${String(count).padStart(9, '0')}`;
}

/** The symbol's data for a serial (`L` + nine digits), or undefined for another text. */
export function encodeLabelSerial(serial: string): string | undefined {
  return isLabelSerial(serial) ? `${LABEL_SERIAL_IDENTIFIER}${serial}` : undefined;
}

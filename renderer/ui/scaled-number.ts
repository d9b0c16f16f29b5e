/**
 * Text to a whole number of steps of 10^-decimals, so that nothing is ever a float on its way in.
 * Full-width digits and 。 as typed by a Chinese input method are read as their ASCII forms.
 * Returns undefined for empty text, anything that is not a number, and too many decimals.
 */
export function parseScaled(text: string, decimals: number): number | undefined {
  const plain = text.trim().normalize('NFKC').replace('。', '.').replace('−', '-');
  const match = /^(-?)(\d{1,9})(?:\.(\d*))?$/.exec(plain);
  if (match === null) return undefined;
  const fraction = match[3] ?? '';
  if (fraction.length > decimals) return undefined;
  const steps = Number(`${match[2] ?? ''}${fraction.padEnd(decimals, '0')}`);
  return match[1] === '-' ? 0 - steps : steps;
}

/** The stored steps as text with exactly `decimals` digits after the point; '' for no value. */
export function showScaled(value: number | undefined, decimals: number): string {
  if (value === undefined) return '';
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const sign = value < 0 ? '-' : '';
  if (decimals === 0) return `${sign}${digits}`;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

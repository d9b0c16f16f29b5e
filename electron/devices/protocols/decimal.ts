/** A decimal number exactly: `digits` divided by ten to the power of `places`. */
interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

/** `12`, `-0.50`, `+ 3.0`; at most fifteen digits, so that no double rounds them; undefined for anything else. */
function decimalOf(text: string): Decimal | undefined {
  const match = /^([+-]?) *(\d{1,15})(?:\.(\d{1,9}))?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, sign, whole = '', part = ''] = match;
  if (whole.length + part.length > 15) return undefined;
  const digits = BigInt(whole + part);
  return { digits: sign === '-' ? -digits : digits, places: part.length };
}

/**
 * `text` times `factor`, both decimal text, as a whole number, halves rounded away from zero; undefined
 * when either is no number. Exact: 0.1 kg times 1000 is 100 g.
 */
export function timesAsInteger(text: string, factor: string): number | undefined {
  const value = decimalOf(text);
  const times = decimalOf(factor);
  if (value === undefined || times === undefined) return undefined;
  const product = value.digits * times.digits;
  const unit = 10n ** BigInt(value.places + times.places);
  const magnitude = product < 0n ? -product : product;
  const rounded = Number((magnitude + unit / 2n) / unit);
  return product < 0n && rounded > 0 ? -rounded : rounded;
}

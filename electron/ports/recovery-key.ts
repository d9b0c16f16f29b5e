import { createHash } from 'node:crypto';

/** Crockford's digits without I, L, O and U: read aloud and typed by people. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 4;

/**
 * A 32-byte key as people copy it: 56 digits in groups of four, the last four of them a check, so that
 * a misread digit is told before it is tried.
 */
export function recoveryText(master: Buffer): string {
  const digits = `${toDigits(master, 52)}${check(master)}`;
  return (digits.match(/.{4}/g) ?? []).join('-');
}

/** The key of a recovery text; undefined when it was misread. Reads 64 hexadecimal digits too. */
export function recoveryKeyOf(typed: string): Buffer | undefined {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '');
  if (/^[0-9A-F]{64}$/.test(text)) return Buffer.from(text, 'hex');
  const plain = text.replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if (plain.length !== 56 || [...plain].some((digit) => !DIGITS.includes(digit))) return undefined;
  const master = fromDigits(plain.slice(0, -GROUP));
  return master && check(master) === plain.slice(-GROUP) ? master : undefined;
}

function toDigits(bytes: Buffer, length: number): string {
  let value = BigInt(`0x${bytes.toString('hex')}`);
  let text = '';
  for (let n = 0; n < length; n += 1) {
    text = `${DIGITS[Number(value % 32n)]}${text}`;
    value /= 32n;
  }
  return text;
}

function fromDigits(text: string): Buffer | undefined {
  let value = 0n;
  for (const digit of text) value = value * 32n + BigInt(DIGITS.indexOf(digit));
  const hex = value.toString(16).padStart(64, '0');
  return hex.length === 64 ? Buffer.from(hex, 'hex') : undefined;
}

function check(master: Buffer): string {
  const sum = createHash('sha256').update('plasmapoint recovery key').update(master).digest();
  return toDigits(sum.subarray(0, 3), GROUP);
}

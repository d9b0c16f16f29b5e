import { maskResidentId } from '#shared/codes/resident-id.ts';

/** `120***********0034`; shorter documents keep their last four characters. */
export function maskDocument(number: string): string {
  return number.length >= 15
    ? maskResidentId(number)
    : `${'*'.repeat(Math.max(0, number.length - 4))}${number.slice(-4)}`;
}

/** `****8000`; empty where there is no phone. */
export function maskPhone(phone: string): string {
  return phone === '' ? '' : `****${phone.slice(-4)}`;
}

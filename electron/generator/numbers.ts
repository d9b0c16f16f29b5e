import { residentIdCheck } from '#shared/codes/resident-id.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';

/** An area of GB/T 2260's form that is issued to nobody. */
const AREA = '120000';
/** Three sequence digits; even ones are women's, odd ones men's. */
const A_DAY = 1000;
/** Tried from a place of each person's own, so that numbers of one day are spread. */
const TRIED_STEP = 178;

/**
 * Resident numbers, each once, and no two that differ in two swapped digits: all these people are of one
 * area, where chance would make of nearly everybody somebody else's slip of the pen.
 */
export class ResidentNumbers {
  readonly #taken = new Set<string>();

  /** A free number of a birth date and sex; undefined where the day has none left. */
  next(birthDate: CivilDate, sex: 'male' | 'female', n: number): string | undefined {
    const odd = sex === 'male' ? 1 : 0;
    for (let tried = 0; tried < A_DAY / 2; tried += 1) {
      const sequence = ((n * 2 + tried * TRIED_STEP) % A_DAY) + odd;
      const tail = `${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
      if (this.#taken.has(tail) || this.#isSlip(tail)) continue;
      this.#taken.add(tail);
      return `${AREA}${tail}${residentIdCheck(`${AREA}${tail}`) ?? ''}`;
    }
    return undefined;
  }

  #isSlip(tail: string): boolean {
    // The century's digits cannot be swapped into another living person's.
    for (let at = 2; at + 1 < tail.length; at += 1) {
      const swapped = tail.slice(0, at) + tail[at + 1] + tail[at] + tail.slice(at + 2);
      if (swapped !== tail && this.#taken.has(swapped)) return true;
    }
    return false;
  }
}

const SERIALS = 10_000_000;
/** Shares no factor with their count, so that neighbours do not get neighbouring numbers. */
const SERIAL_STEP = 6_180_339;

/**
 * The `n`th phone number: no mobile number in China begins with 12, so nobody can be rung. Its last two
 * digits check the others, so that two numbers never differ in two swapped digits.
 */
export function phoneOf(n: number): string {
  return checked(12, n);
}

/** The `n`th passport number, of a country that does not exist; checked as phones are. */
export function passportOf(n: number): string {
  return `QX${checked(0, n)}`;
}

/** Prefix, seven digits and two that check them (ISO 7064 mod 97-10). */
function checked(prefix: number, n: number): string {
  const digits = prefix * SERIALS + ((n * SERIAL_STEP) % SERIALS);
  const check = 98 - ((digits * 100) % 97);
  return `${prefix === 0 ? String(digits).padStart(7, '0') : digits}${String(check).padStart(2, '0')}`;
}

/** Invented facilities where people gave before; the station's own is not among them. */
const FACILITIES = [
  'A9990',
  'A9991',
  'A9992',
  'A9993',
  'A9994',
  'A9995',
  'A9996',
  'A9997',
  'A9998',
];
/** Sequence numbers of one facility and year. */
const A_YEAR = 1_000_000;

/** Donation numbers of other facilities, each once; null where a year's numbers ran out. */
export class DonationNumbers {
  readonly #given = new Map<string, number>();

  next(facility: number, collectedOn: CivilDate): string | null {
    const book = `${FACILITIES[facility % FACILITIES.length] ?? ''}${collectedOn.slice(2, 4)}`;
    const given = this.#given.get(book) ?? 0;
    if (given >= A_YEAR) return null;
    this.#given.set(book, given + 1);
    return `${book}${String(given).padStart(6, '0')}`;
  }
}

/**
 * The `n`th id of a seed, in the form of a UUIDv7 of an instant: in order, so that rows follow each
 * other in every index, and the same in every run.
 */
export function idsFrom(seed: number, at: string): () => string {
  const time = Date.parse(at).toString(16).padStart(12, '0');
  const head = `${time.slice(0, 8)}-${time.slice(8)}-7000-8${(seed % 0x1000).toString(16).padStart(3, '0')}`;
  let given = 0;
  return () => {
    given += 1;
    return `${head}-${given.toString(16).padStart(12, '0')}`;
  };
}

import { encodeStationCode } from './station-codes.ts';

/**
 * Number of a sample that belongs to no donation: `TS`, the station's block of three digits, two of the
 * year and a count of five. It has twelve characters; a donation number has thirteen (ISBT 128 ST-001).
 */
export const TEST_NUMBER = /^TS[0-9]{10}$/;

const LETTERS: Readonly<Record<string, string>> = { serology: 'S', nat: 'N' };
const TUBES: Readonly<Record<string, string>> = { S: 'serology', N: 'nat' };

/** True for a number of a test sample, false for a donation number and everything else. */
export function isTestNumber(text: string): boolean {
  return TEST_NUMBER.test(text);
}

/** The number from its parts; undefined once a block has used up its year. */
export function testNumberOf(block: string, year: string, count: number): string | undefined {
  const number = `TS${block}${year}${String(count).padStart(5, '0')}`;
  return isTestNumber(number) ? number : undefined;
}

/** The code on a tube, e.g. `TS-1232600042S-K` for serology; undefined for another kind of tube. */
export function tubeCodeOf(number: string, tube: string): string | undefined {
  const letter = LETTERS[tube];
  return letter === undefined || !isTestNumber(number)
    ? undefined
    : encodeStationCode('testSample', `${number.slice(2)}${letter}`);
}

/** Number and tube of a scanned code's payload; undefined where it is no tube of a test sample. */
export function tubeOfPayload(
  payload: string,
): { readonly number: string; readonly tube: string } | undefined {
  const number = `TS${payload.slice(0, -1)}`;
  const tube = TUBES[payload.slice(-1)];
  return tube === undefined || !isTestNumber(number) ? undefined : { number, tube };
}

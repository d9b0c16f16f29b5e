/** Symbologies by AIM code letter (ISO/IEC 15424), as far as a scanner of the station reports them. */
const LETTERS: Readonly<Record<string, string>> = {
  A: 'code39',
  C: 'code128',
  E: 'ean',
  F: 'codabar',
  G: 'code93',
  H: 'code11',
  I: 'itf',
  L: 'pdf417',
  Q: 'qr',
  d: 'dataMatrix',
  e: 'gs1DataBar',
  z: 'aztec',
};

/** Codes that say more than their letter. */
const EXACT: Readonly<Record<string, string>> = {
  C1: 'gs1-128',
  d2: 'gs1DataMatrix',
  Q3: 'gs1Qr',
  E3: 'ean13AddOn',
  E4: 'ean8',
  E0: 'ean13',
};

/** What an AIM prefix said: its two characters and the symbology they name. */
export interface Symbology {
  readonly aim: string;
  readonly name: string;
}

/** Outcome of looking for `]cm` at the start; `data` is all that follows the three characters. */
export type AimRead =
  | { readonly found: 'none'; readonly data: string }
  | { readonly found: 'known'; readonly symbology: Symbology; readonly data: string }
  | { readonly found: 'unknown'; readonly data: string };

/** Takes exactly three characters off the front where they are an AIM prefix; never more. */
export function readAim(raw: string): AimRead {
  if (!raw.startsWith(']')) return { found: 'none', data: raw };
  const aim = raw.slice(1, 3);
  const name = /^[A-Za-z][0-9A-Za-z]$/.test(aim)
    ? (EXACT[aim] ?? LETTERS[aim.charAt(0)])
    : undefined;
  if (!name) return { found: 'unknown', data: raw };
  return { found: 'known', symbology: { aim, name }, data: raw.slice(3) };
}

const ISBT_CARRIERS = new Set(['C0', 'C4', 'd0', 'd1', 'Q0', 'Q1', 'z0', 'L0', 'L2']);
const GS1_CARRIERS = new Set(['C1', 'd2', 'Q3', 'e0']);

/** ISBT 128 data has no FNC1 and cannot stand in EAN, ITF or Codabar. */
export function mayCarryIsbt(symbology: Symbology | null): boolean {
  return symbology === null || ISBT_CARRIERS.has(symbology.aim);
}

/** True where the prefix itself says that the data are GS1 element strings. */
export function announcesGs1(symbology: Symbology | null): boolean {
  return symbology !== null && GS1_CARRIERS.has(symbology.aim);
}

/** How many digits the trade number of an EAN or ITF symbol has; undefined for other symbologies. */
export function tradeNumberLength(symbology: Symbology | null): number | undefined {
  if (symbology?.aim === 'E4') return 8;
  if (symbology?.name === 'itf') return 14;
  return symbology?.aim.startsWith('E') ? 13 : undefined;
}

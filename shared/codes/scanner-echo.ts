/** What became of a reading, as the screen shows it. */
export const SCAN_VERDICTS = ['ok', 'moved', 'notNeeded', 'caution', 'wrong'] as const;

export type ScanVerdictName = (typeof SCAN_VERDICTS)[number];

interface Echo {
  readonly good: readonly number[];
  readonly look: readonly number[];
  readonly wrong: readonly number[];
}

const BEL = 0x07;
const LOW_TONE = [0x33, 0x34, 0x0d];

/**
 * Commands that make a scanner on a serial line sound and light up, by the profile of the device.
 * `bel`: scanners set to beep on BEL. `datalogic`: SOH forces the good-read tone, `34` CR the low
 * tone (host commands of the PowerScan product reference, appendix E). `F` would silence the scanner.
 */
const ECHOES: Readonly<Record<string, Echo>> = {
  bel: { good: [BEL], look: [BEL, BEL], wrong: [BEL, BEL, BEL] },
  datalogic: { good: [0x01], look: LOW_TONE, wrong: [...LOW_TONE, ...LOW_TONE, ...LOW_TONE] },
};

/** Names of the profiles of scanners that can be told a verdict. */
export const ECHO_PROFILES: readonly string[] = Object.keys(ECHOES);

/**
 * Bytes that tell a scanner of this profile the verdict; undefined where it cannot be told, and for a
 * code that was not needed, which is no event.
 */
export function echoBytes(profile: string, verdict: ScanVerdictName): Uint8Array | undefined {
  const echo = Object.hasOwn(ECHOES, profile) ? ECHOES[profile] : undefined;
  if (echo === undefined || verdict === 'notNeeded') return undefined;
  const isGood = verdict === 'ok' || verdict === 'moved';
  return Uint8Array.from(isGood ? echo.good : verdict === 'wrong' ? echo.wrong : echo.look);
}

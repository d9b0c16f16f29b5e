import { z } from 'zod';
import { SCAN_VERDICTS } from '../../codes/scanner-echo.ts';
import { command } from '../../contract/define.ts';
import { id } from '../../contract/fields.ts';
import { scanningEvents } from './events.ts';

const nothing = z.strictObject({});

/** Scanners, and what is done where a code cannot be read. */
export const scanningContract = {
  /** A code's print was typed in its place: counted by person and day, never the print itself. */
  'scanning.noteTyped': command('signedIn', scanningEvents['scanning.codeTyped'], nothing),
  /** What became of a reading, for the beeper and light of the scanner that read it; nothing is recorded. */
  'scanning.tellScanner': command(
    'public',
    z.strictObject({ deviceId: id, verdict: z.enum(SCAN_VERDICTS) }),
    nothing,
  ),
} as const;

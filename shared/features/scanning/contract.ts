import { z } from 'zod';
import { command } from '../../contract/define.ts';
import { scanningEvents } from './events.ts';

const nothing = z.strictObject({});

/** Scanners, and what is done where a code cannot be read. */
export const scanningContract = {
  /** A code's print was typed in its place: counted by person and day, never the print itself. */
  'scanning.noteTyped': command('signedIn', scanningEvents['scanning.codeTyped'], nothing),
} as const;

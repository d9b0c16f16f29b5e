import { tmpdir } from 'node:os';
import process from 'node:process';

/** Where tests make the folders of their stations: in memory where the run says so (`run.ts`). */
export const FOLDERS = process.env['TEST_FOLDERS'] ?? tmpdir();

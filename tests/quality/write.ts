import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { papers } from './papers.ts';

/** Writes the quality papers anew: `npm run quality`. */
rmSync('resources/docs/quality', { recursive: true, force: true });
for (const [file, text] of papers()) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../ports/files.ts';

const housekeeping = z.strictObject({
  /** A folder on another disk that gets every proved copy. */
  copyFolder: z.string().nullable().default(null),
  /** The last look at everything that the records promise. */
  verified: z
    .strictObject({ at: z.string(), entries: z.int(), findings: z.array(z.string()) })
    .nullable()
    .default(null),
  /** When the recovery key was last printed, and when somebody last typed it in from the paper. */
  keyPrintedAt: z.string().nullable().default(null),
  keyProvedAt: z.string().nullable().default(null),
});

/** What a folder remembers of its own upkeep; no records, and nothing that decides about plasma. */
export type Housekeeping = z.infer<typeof housekeeping>;

/** Upkeep of a data folder in `upkeep.json`; a damaged file is begun anew. */
export class Upkeep {
  readonly #file: string;

  constructor(folder: string) {
    this.#file = join(folder, 'upkeep.json');
  }

  read(): Housekeeping {
    try {
      if (existsSync(this.#file))
        return housekeeping.parse(JSON.parse(readFileSync(this.#file, 'utf8')));
    } catch {
      // Nothing is decided by it; the next look writes it again.
    }
    return housekeeping.parse({});
  }

  change(part: Partial<Housekeeping>): void {
    writeWhole(this.#file, `${JSON.stringify({ ...this.read(), ...part })}\n`);
  }
}

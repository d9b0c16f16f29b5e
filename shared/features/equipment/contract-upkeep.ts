import { z } from 'zod';
import { command, query } from '../../contract/define.ts';
import { id, utc } from '../../contract/fields.ts';

const nothing = z.strictObject({});
const done = z.strictObject({});

const backupOut = z.strictObject({ file: z.string(), at: utc, bytes: z.int() });

/** Upkeep of the data folder; what was found are codes and names of tables, nothing about people. */
const upkeepOut = z.strictObject({
  copyFolder: z.string().nullable(),
  verified: z.strictObject({ at: utc, entries: z.int(), findings: z.array(z.string()) }).nullable(),
  keyPrintedAt: utc.nullable(),
  keyProvedAt: utc.nullable(),
});

/** Upkeep of the data folder: copies, checks, the key on paper, and what this station is. */
export const upkeepContract = {
  /** A proved copy in the data folder's `backups`, and in the other folder where one is set. */
  'equipment.backUp': command(['admin', 'supervisor'], nothing, backupOut),
  /** Pages, chains, tables against the journal, and the judge; works beside everything else. */
  'equipment.verifyRecords': command(
    ['admin', 'supervisor', 'qualityRelease'],
    nothing,
    z.strictObject({ entries: z.int(), findings: z.array(z.string()) }),
  ),
  /** Where copies go besides the data folder, best another disk; null: nowhere else. */
  'equipment.setCopyFolder': command(
    ['admin'],
    z.strictObject({ folder: z.string().min(1).max(500).nullable() }),
    done,
  ),
  /** The key of the data folder on paper, for the safe; two persons. */
  'equipment.printRecoveryKey': command(['admin'], nothing, z.strictObject({ pdf: z.string() }), {
    signature: true,
    second: { roles: ['admin', 'supervisor', 'qualityRelease'], when: 'always' },
  }),
  /** The key as typed in from the paper: proves that the paper can be read. */
  'equipment.proveRecoveryKey': command(
    ['admin'],
    z.strictObject({ typed: z.string().min(1).max(200) }),
    done,
  ),
  /** Versions, settings, counts and codes in a file, without anything about people. */
  'equipment.makeSupportBundle': command(
    ['admin', 'supervisor'],
    nothing,
    z.strictObject({ file: z.string() }),
  ),
  'equipment.about': query(
    'signedIn',
    nothing,
    z.strictObject({
      version: z.string(),
      node: z.string(),
      folder: z.string(),
      keyStore: z.enum(['file', 'demo', 'passphrase', 'os']),
      station: id,
      journalLength: z.int(),
      journalHead: z.string(),
      backups: z.array(backupOut),
      upkeep: upkeepOut,
      /** Code of what closed the commands; null while all is well. */
      rescue: z.string().nullable(),
      clock: z.enum(['steady', 'toConfirm', 'ahead', 'behind']),
      licences: z.array(
        z.strictObject({ name: z.string(), version: z.string(), licence: z.string() }),
      ),
    }),
    ['operators', 'equipment'],
  ),
} as const;

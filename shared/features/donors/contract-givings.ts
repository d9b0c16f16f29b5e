import { z } from 'zod';
import { command, query } from '../../contract/define.ts';
import { civil, id, words } from '../../contract/fields.ts';
import type { Role } from '../../contract/roles.ts';
import { testsContract } from './contract-tests.ts';

const RULING: readonly Role[] = ['physician', 'qualityRelease', 'supervisor'];

const held = z.strictObject({
  itemId: id,
  /** Number of the record that holds it. */
  number: z.string(),
  source: z.enum(['donation', 'pastDonation']),
  volumeMl: z.int().nullable(),
});

/** Donations that stand on a person's records more than once, and tests without a donation. */
export const givingsContract = {
  ...testsContract,
  /** Entries of one day and kind that may be one donation, with what was ruled about them. */
  'donors.alikeGivings': query(
    RULING,
    z.strictObject({ donorId: id }),
    z.array(
      z.strictObject({ on: civil, donationType: z.string(), same: z.boolean(), a: held, b: held }),
    ),
    ['donors', 'collection'],
  ),
  /** Two entries are one donation and count once; `same: false` takes that back. */
  'donors.ruleGivings': command(
    RULING,
    z.strictObject({ donorId: id, a: id, b: id, same: z.boolean(), why: words }),
    z.strictObject({}),
    { signature: true, second: { roles: RULING, when: 'always' } },
  ),
} as const;

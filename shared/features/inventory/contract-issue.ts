import { z } from 'zod';
import { command, query } from '../../contract/define.ts';
import { din, id, tenthsC, utc, words } from '../../contract/fields.ts';

const LAB = ['labTech', 'qualityRelease', 'supervisor'] as const;
/** A label's own code as the scanner gave it: the square code, or the serial. */
const labelScan = z.string().min(1).max(400);

/** Units that leave the house, and who may receive them. */
export const issueContract = {
  /** A hospital that may receive units; supervisors keep the list. */
  'inventory.setConsignee': command(
    ['supervisor'],
    z.strictObject({
      consigneeId: id.optional(),
      name: words,
      /** Reached there at any hour, for a recall. */
      phone: z.string().trim().min(3).max(30),
      active: z.boolean(),
    }),
    z.strictObject({ consigneeId: id }),
  ),
  'inventory.consignees': query(
    LAB,
    z.strictObject({}),
    z.array(
      z.strictObject({
        consigneeId: id,
        name: z.string(),
        phone: z.string(),
        active: z.boolean(),
        version: z.int(),
      }),
    ),
    ['inventory'],
  ),
  /** One unit to one receiver; its label is scanned when it is taken out and again at the hand-over. */
  'inventory.issueUnit': command(
    LAB,
    z.strictObject({
      unitId: id,
      scans: z.tuple([labelScan, labelScan]),
      consigneeId: id,
      receiver: words,
      boxTenthsC: tenthsC,
    }),
    z.strictObject({ issueId: id }),
    { signature: true },
  ),
  /** What left the house last, newest first. */
  'inventory.issued': query(
    LAB,
    z.strictObject({}),
    z.array(
      z.strictObject({
        issueId: id,
        unitId: id,
        din,
        division: z.string(),
        consignee: z.string(),
        receiver: z.string(),
        boxTenthsC: tenthsC,
        issuedAt: utc,
        by: z.string(),
      }),
    ),
    ['inventory', 'components'],
  ),
} as const;

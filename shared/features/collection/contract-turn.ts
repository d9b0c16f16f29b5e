import { z } from 'zod';
import { command, query } from '../../contract/define.ts';
import { id, utc } from '../../contract/fields.ts';
import { BEDSIDE, badge, done, scan } from './contract-parts.ts';
import { SPOIL_CODES } from './words.ts';

const spentSet = z.strictObject({
  setId: id,
  lot: z.string(),
  kitSerial: z.string(),
  how: z.enum(['used', 'cleared', 'spoilt']),
  chair: z.string().nullable(),
  spentAt: utc,
  spentBy: z.string(),
});

/** A chair between two donors: cleaned, its used set thrown into a waste bag; kits spoilt in the hand. */
export const turnContract = {
  /** The chair is clean and the sets that were used there lie in this open waste bag. */
  'collection.cleanChair': command(
    BEDSIDE,
    z.strictObject({ chairId: id, bagId: id.nullable() }),
    z.strictObject({ sets: z.int() }),
    badge,
  ),
  /** A kit that was opened and never stood at a chair. */
  'collection.spoilKit': command(
    BEDSIDE,
    z.strictObject({
      kit: scan,
      /** Only where the kit's code does not carry its serial. */
      kitSerial: z.string().max(60).optional(),
      code: z.enum(SPOIL_CODES),
    }),
    z.strictObject({ setId: id }),
    badge,
  ),
  'collection.discardSet': command(BEDSIDE, z.strictObject({ setId: id, bagId: id }), done, badge),
  /** Chairs that wait to be cleaned and sets that lie in no waste bag yet. */
  'collection.turnRound': query(
    BEDSIDE,
    z.strictObject({}),
    z.strictObject({
      chairs: z.array(
        z.strictObject({
          chairId: id,
          code: z.string(),
          name: z.string(),
          /** Since when; null while the donor still sits there. */
          since: utc.nullable(),
          din: z.string(),
        }),
      ),
      sets: z.array(spentSet),
    }),
    ['collection', 'equipment', 'operators'],
  ),
} as const;

import { z } from 'zod';
import { command } from '../../contract/define.ts';
import { code, din, id, utc, words } from '../../contract/fields.ts';
import { BEDSIDE, badge, mark, scan } from './contract-parts.ts';
import { DRUGS } from './reaction-words.ts';
import { STICK_CODES } from './words.ts';

const arm = z.enum(['left', 'right']);

/** The arm, the needle, the tubes and what is given, beside the machine's own run. */
export const drawContract = {
  /** Skin and vein were looked at and are sound: the disinfection begins, the needle waits until `dryAt`. */
  'collection.disinfectArm': command(
    BEDSIDE,
    z.strictObject({ chairId: id, visitId: id, arm, lot: scan.optional() }),
    z.strictObject({ checkId: id, dryAt: utc }),
    badge,
  ),
  'collection.stickAgain': command(
    BEDSIDE,
    z.strictObject({ din, arm, code: z.enum(STICK_CODES) }),
    z.strictObject({ markId: id, sticks: z.int() }),
    badge,
  ),
  /** One tube filled at the needle, by its sticker. */
  'collection.drawTube': command(
    BEDSIDE,
    z.strictObject({ din, scan }),
    z.strictObject({ container: code, left: z.int() }),
    badge,
  ),
  /** A drug, by the order of the physician who is named. */
  'collection.giveDrug': command(
    BEDSIDE,
    z.strictObject({ din, drug: z.enum(DRUGS), dose: words, orderedBy: id }),
    mark,
    badge,
  ),
} as const;

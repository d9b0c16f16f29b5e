import { z } from 'zod';
import { command, query } from '../../contract/define.ts';
import { civil, id, utc } from '../../contract/fields.ts';
import type { Role } from '../../contract/roles.ts';
import { WASTE_KINDS } from './model.ts';

/** Who fills and closes bags: bedside and laboratory. */
export const WASTE_ROLES: readonly Role[] = ['nurse', 'physician', 'labTech', 'supervisor'];
const READERS: readonly Role[] = [...WASTE_ROLES, 'qualityRelease', 'admin'];

const nothing = z.strictObject({});
/** A bag and what it holds weigh at least its own plastic, and at most what one person carries. */
const bagGrams = z.int().min(1).max(50_000);

const bag = z.strictObject({
  bagId: id,
  number: z.string(),
  kind: z.enum(WASTE_KINDS),
  state: z.enum(['open', 'sealed', 'handedOver']),
  openedAt: utc,
  openedBy: z.string(),
  grams: z.int().nullable(),
  sealedAt: utc.nullable(),
  sealedBy: z.string().nullable(),
  handedOverAt: utc.nullable(),
  handedOverBy: z.string().nullable(),
  takenBy: z.string().nullable(),
});

/** Bags of medical waste: numbered, weighed, handed over between two persons, listed on paper. */
export const wasteContract = {
  'waste.openBag': command(
    WASTE_ROLES,
    z.strictObject({
      kind: z.enum(WASTE_KINDS),
      /** As printed on the bag; absent: the station gives the next number of the day. */
      number: z.string().trim().min(1).max(40).optional(),
    }),
    z.strictObject({ bagId: id, number: z.string() }),
    { badge: true },
  ),
  'waste.sealBag': command(WASTE_ROLES, z.strictObject({ bagId: id, grams: bagGrams }), nothing, {
    badge: true,
  }),
  'waste.handOverBags': command(
    WASTE_ROLES,
    z.strictObject({ bagIds: z.array(id).min(1).max(100) }),
    z.strictObject({ bags: z.int(), grams: z.int() }),
    {
      second: {
        roles: ['nurse', 'physician', 'labTech', 'supervisor', 'volunteer'],
        when: 'always',
      },
    },
  ),
  /** What stands here, and what went on one day; today when none is named. */
  'waste.bags': query(
    READERS,
    z.strictObject({ day: civil.optional() }),
    z.strictObject({ here: z.array(bag), gone: z.array(bag) }),
    ['waste', 'operators'],
  ),
  /** The list of one day's hand-overs with weights and both names, as PDF (base64). */
  'waste.paper': query(
    READERS,
    z.strictObject({ day: civil.optional(), language: z.enum(['zh-CN', 'en']).default('zh-CN') }),
    z.strictObject({ pdf: z.string().nullable(), problem: z.string().nullable() }),
    ['waste', 'operators'],
  ),
} as const;

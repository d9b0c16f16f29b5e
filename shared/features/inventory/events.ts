import { z } from 'zod';
import { code, din, grams, id, tenthsC, words } from '../../contract/fields.ts';
import { judgedRule } from '../rulesets/judged-rule.ts';

/** Release, put-away, issue, discard. */
export const inventoryEvents = {
  /** The only road into `released` (INV-20); journaled with the evidence of each condition. */
  'inventory.released': z.strictObject({
    unitId: id,
    din,
    listId: id,
    checks: z.array(judgedRule),
  }),
  /** A disqualifying fact came after release and before issue (INV-19). */
  'inventory.releaseWithdrawn': z.strictObject({ unitId: id, din, code }),
  'inventory.moved': z.strictObject({ unitId: id, fromPlaceId: id.nullable(), toPlaceId: id }),
  'inventory.consigneeSet': z.strictObject({
    consigneeId: id,
    name: words,
    phone: z.string().min(3).max(30),
    active: z.boolean(),
  }),
  /** Out of the house, for good; `consignee` is the name on that day. */
  'inventory.issued': z.strictObject({
    issueId: id,
    unitId: id,
    din,
    consigneeId: id,
    consignee: words,
    receiver: words,
    boxTenthsC: tenthsC,
  }),
  'inventory.discarded': z.strictObject({
    discardId: id,
    unitId: id,
    din,
    code,
    netGrams: grams,
    wasteBag: z.string().max(40),
  }),
} as const;

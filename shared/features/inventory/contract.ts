import { z } from 'zod';
import { command, query } from '../../contract/define.ts';
import { bilingual, code, din, grams, id, ml, utc, words } from '../../contract/fields.ts';
import { judgedRule } from '../rulesets/judged-rule.ts';
import { issueContract } from './contract-issue.ts';

const unitState = z.enum([
  'inProcess',
  'quarantine',
  'labelled',
  'released',
  'issued',
  'discarded',
]);

/** Why a unit is discarded. */
export const DISCARD_CODES = [
  'reactiveResult',
  'groupDiscrepant',
  'appearance',
  'leak',
  'overFreezeLimit',
  'temperature',
  'expired',
  'label',
  'donorInformation',
  'other',
] as const;

const unitCard = z.strictObject({
  unitId: id,
  din,
  productCode: z.string(),
  productName: bilingual,
  /** The programme that it was collected under; each may have shelves of its own. */
  programme: code,
  division: z.string(),
  /** Confirmed group, e.g. `A positive`; null while unconfirmed. */
  abo: z.enum(['A', 'B', 'O', 'AB']).nullable(),
  rhd: z.enum(['positive', 'negative']).nullable(),
  volumeMl: ml,
  netGrams: grams,
  state: unitState,
  placeId: z.string().nullable(),
  placeName: z.string().nullable(),
  outOfPlace: z.boolean(),
  /** Kinds of places where a unit of this state may stand. */
  belongs: z.array(z.string()),
  expiresText: z.string(),
  holds: z.array(z.strictObject({ holdId: id, code, placedAt: utc })),
  version: z.int(),
});

const RELEASE = ['qualityRelease'] as const;
const SECOND = ['qualityRelease', 'supervisor', 'physician', 'labTech'] as const;
const LAB = ['labTech', 'qualityRelease', 'supervisor'] as const;

/** Release of a list, put-away, stock, issue, discard, history. */
export const inventoryContract = {
  ...issueContract,
  /** Every labelled unit, judged alone; those that cannot be released come first. */
  'inventory.releaseList': query(
    [...RELEASE, 'supervisor', 'labTech'],
    z.strictObject({}),
    z.strictObject({
      pack: z.strictObject({ title: bilingual, revision: z.int(), demo: z.boolean() }).nullable(),
      units: z.array(
        unitCard.extend({
          met: z.int(),
          total: z.int(),
          open: z.array(judgedRule),
          freezer: bilingual,
        }),
      ),
    }),
    ['inventory', 'labeling', 'components', 'laboratory', 'donors', 'equipment', 'rulesets'],
  ),
  'inventory.releaseUnits': command(
    RELEASE,
    z.strictObject({
      units: z
        .array(z.strictObject({ unitId: id, visual: z.enum(['ok', 'notOk', 'notLooked']) }))
        .min(1)
        .max(200),
    }),
    z.strictObject({
      listId: id,
      released: z.array(id),
      refused: z.array(
        z.strictObject({
          unitId: id,
          reasons: z.array(
            z.strictObject({
              rule: z.string(),
              item: z.string(),
              itemEn: z.string(),
              input: z.string(),
              inputEn: z.string(),
            }),
          ),
        }),
      ),
    }),
    { signature: true, second: { roles: SECOND, when: 'always' } },
  ),
  'inventory.withdrawRelease': command(
    ['qualityRelease', 'supervisor', 'physician'],
    z.strictObject({ unitId: id, why: words }),
    z.strictObject({}),
    { signature: true },
  ),
  /** The day of the station: what a pack that came into force does not let stand is held. */
  'inventory.holdOutdated': command(
    'station',
    z.strictObject({}),
    z.strictObject({ held: z.int() }),
  ),
  'inventory.putAway': command(
    LAB,
    z.strictObject({ unitId: id, placeId: id }),
    z.strictObject({}),
  ),
  'inventory.discardUnit': command(
    LAB,
    z.strictObject({
      unitId: id,
      code: z.enum(DISCARD_CODES),
      netGrams: grams,
      wasteBag: z.string().trim().min(1).max(40),
      note: z.string().max(400).default(''),
    }),
    z.strictObject({}),
    { signature: true, second: { roles: LAB, when: 'always' } },
  ),
  /** What one scan means at the shelf: a unit, several units of one donation, or a place. */
  'inventory.readScan': query(
    LAB,
    z.strictObject({ text: z.string().min(1).max(400) }),
    z.strictObject({
      units: z.array(unitCard),
      place: z.strictObject({ placeId: id, name: z.string(), kind: z.string() }).nullable(),
    }),
    ['inventory', 'components', 'labeling', 'equipment', 'laboratory'],
  ),
  'inventory.stock': query(
    LAB,
    z.strictObject({
      show: z.enum(['all', 'quarantine', 'released', 'held', 'outOfPlace', 'discarded']),
    }),
    z.strictObject({
      counts: z.record(z.string(), z.int()),
      units: z.array(unitCard),
      places: z.array(
        z.strictObject({ placeId: id, code: z.string(), name: z.string(), kind: z.string() }),
      ),
    }),
    ['inventory', 'components', 'labeling', 'equipment', 'laboratory'],
  ),
  'inventory.unitHistory': query(
    [...LAB, 'physician'],
    z.strictObject({ unitId: id }),
    z
      .strictObject({
        unit: unitCard,
        entries: z.array(
          z.strictObject({
            /** The site's own time, `YYYY-MM-DD HH:mm`. */
            at: z.string(),
            type: code,
            by: z.string(),
            second: z.string().nullable(),
            reason: z.string().nullable(),
            /** Codes and ids of the event; no result and no donor. */
            facts: z.array(z.strictObject({ name: z.string(), value: z.string() })),
          }),
        ),
        releases: z.array(
          z.strictObject({
            releasedAt: z.string(),
            by: z.string(),
            second: z.string(),
            checks: z.int(),
            withdrawnAt: utc.nullable(),
            withdrawnCode: z.string().nullable(),
          }),
        ),
      })
      .nullable(),
    ['inventory', 'components', 'labeling', 'laboratory', 'collection'],
  ),
} as const;

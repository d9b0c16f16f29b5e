import { z } from 'zod';
import { command, query } from '../../contract/define.ts';
import { civil, code, id, sha256, utc } from '../../contract/fields.ts';
import { rulePackSchema } from './schema.ts';

const bilingual = z.strictObject({ zh: z.string(), en: z.string() });

const unverified = z.strictObject({
  ruleId: id,
  item: bilingual,
  limit: bilingual,
  clause: z.string(),
  source: z.string(),
});

const offer = z.strictObject({
  packId: id,
  programme: code,
  revision: z.int(),
  title: bilingual,
  hash: sha256,
  inForceFrom: civil,
  rules: z.int(),
  /** Values that no source confirms: the two persons name each of them. */
  unverified: z.array(unverified),
  adopted: z.boolean(),
});

const adopted = z.strictObject({
  hash: sha256,
  packId: id,
  programme: code,
  revision: z.int(),
  title: bilingual,
  demo: z.boolean(),
  inForceFrom: civil,
  inForceTo: civil.nullable(),
  inForce: z.boolean(),
  adoptedAt: utc,
  adoptedBy: z.string(),
  adoptedSecond: z.string(),
});

/** Rule packs: offers, adoption by two persons, retirement, and what is in force. */
export const rulesetsContract = {
  'rulesets.adoptPack': command(
    ['supervisor', 'physician', 'admin'],
    z.strictObject({
      packId: id,
      revision: z.int(),
      /** Rule ids of every unverified value, each named by the two persons. */
      confirmed: z.array(id).max(500),
      /** First day in force; today when left out. */
      inForceFrom: civil.optional(),
      /** Demo folders only: marks the pack DEMO. */
      demo: z.boolean().default(false),
      note: z.string().max(400).default(''),
    }),
    z.strictObject({ hash: sha256 }),
    { signature: true, second: { roles: ['supervisor', 'physician', 'admin'], when: 'always' } },
  ),
  'rulesets.retirePack': command(
    ['supervisor', 'physician', 'admin'],
    z.strictObject({ hash: sha256, inForceTo: civil, why: z.string().trim().min(1).max(400) }),
    z.strictObject({}),
    { signature: true, second: { roles: ['supervisor', 'physician', 'admin'], when: 'always' } },
  ),
  'rulesets.packs': query(
    'signedIn',
    z.strictObject({}),
    z.strictObject({ offers: z.array(offer), adopted: z.array(adopted) }),
    ['rulesets'],
  ),
  'rulesets.pack': query('signedIn', z.strictObject({ hash: sha256 }), rulePackSchema.nullable(), [
    'rulesets',
  ]),
  /** What the screens of a programme show: consent, questionnaire, types; null while no pack is in force. */
  'rulesets.forms': query(
    'signedIn',
    z.strictObject({ programme: code }),
    z
      .strictObject({
        packHash: sha256,
        title: bilingual,
        revision: z.int(),
        demo: z.boolean(),
        consent: rulePackSchema.shape.consent,
        consentHash: sha256.nullable(),
        questionnaire: rulePackSchema.shape.questionnaire,
        donationTypes: rulePackSchema.shape.donationTypes,
      })
      .nullable(),
    ['rulesets'],
  ),
} as const;

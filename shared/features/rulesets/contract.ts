import { z } from 'zod';
import { command, query } from '../../contract/define.ts';
import { bilingual, civil, code, id, sha256, utc, words } from '../../contract/fields.ts';
import { programmeForm } from './programme/form.ts';
import { rulePackSchema } from './schema.ts';

const unverified = z.strictObject({
  ruleId: id,
  item: bilingual,
  limit: bilingual,
  /** The figures that the program reads, `minDays 14 · months 12`. */
  figures: z.string(),
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
  kind: z.enum(['standard', 'alternative', 'contrast']),
  /** Made here by filling the form for a new programme. */
  madeByForm: z.boolean(),
  /** Values that no source confirms: two persons confirm them page by page. */
  unverified: z.array(unverified),
  pages: z.int(),
  pagesSigned: z.int(),
  /** Values that the two persons named as exceptions: they keep the pack from adoption. */
  exceptions: z.int(),
  adopted: z.boolean(),
});

const offerKey = z.strictObject({ packId: id, revision: z.int() });

const page = z.strictObject({
  page: z.int(),
  pageHash: sha256,
  rows: z.array(unverified),
  signed: z
    .strictObject({
      at: utc,
      by: z.string(),
      second: z.string(),
      exceptions: z.array(z.strictObject({ ruleId: id, why: z.string() })).readonly(),
    })
    .nullable(),
});

/** A new form's values from the template; what names the disease has none. */
const blankSchema = programmeForm
  .pick({ donor: true, giving: true, storage: true, clinicalUse: true })
  .extend({ antibody: programmeForm.shape.antibody.omit({ test: true, name: true }) });

const replayReport = z.strictObject({
  inForceFrom: civil,
  /** Decisions and units that were judged again. */
  visits: z.int(),
  units: z.int(),
  donors: z.int(),
  replayedAt: utc,
  otherwise: z.array(
    z.strictObject({
      kind: z.enum(['visit', 'unit']),
      target: z.string(),
      donorId: z.string(),
      donorNumber: z.string(),
      din: z.string().nullable(),
      on: civil,
      change: z.enum(['wouldRefuse', 'wouldAllow']),
      rules: z.array(z.string()).readonly(),
    }),
  ),
});

export type ReplayReport = z.infer<typeof replayReport>;

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
      /** First day in force; today when left out. */
      inForceFrom: civil.optional(),
      /** Demo folders only: marks the pack DEMO. */
      demo: z.boolean().default(false),
      note: z.string().max(400).default(''),
    }),
    z.strictObject({ hash: sha256 }),
    { signature: true, second: { roles: ['supervisor', 'physician', 'admin'], when: 'always' } },
  ),
  /** Two persons sign one page of the list of unverified values, naming the exceptions. */
  'rulesets.confirmPage': command(
    ['supervisor', 'physician', 'admin'],
    z.strictObject({
      packId: id,
      revision: z.int(),
      page: z.int().min(1),
      /** The page as it was read: `rulesets.pages` gives it, the printed page carries its beginning. */
      pageHash: sha256,
      exceptions: z
        .array(z.strictObject({ ruleId: id, why: words }))
        .max(100)
        .default([]),
    }),
    z.strictObject({ pagesLeft: z.int() }),
    { signature: true, second: { roles: ['supervisor', 'physician', 'admin'], when: 'always' } },
  ),
  /** Replays an offered pack over the recorded history; the report is kept and asked before adoption. */
  'rulesets.replayPack': command(
    ['supervisor', 'physician', 'admin', 'qualityRelease'],
    z.strictObject({ packId: id, revision: z.int(), inForceFrom: civil.optional() }),
    replayReport,
  ),
  'rulesets.pages': query(
    'signedIn',
    offerKey,
    z
      .strictObject({ hash: sha256, pages: z.array(page), replay: replayReport.nullable() })
      .nullable(),
    ['rulesets'],
  ),
  /** The list of unverified values for the two persons, one sheet a page, as PDF (base64). */
  'rulesets.pagesPaper': query(
    'signedIn',
    offerKey.extend({ language: z.enum(['zh-CN', 'en']).default('zh-CN') }),
    z.strictObject({ pdf: z.string().nullable(), sheets: z.int(), problem: z.string().nullable() }),
    ['rulesets'],
  ),
  /** A filled form becomes a draft pack; a corrected one is its next revision. */
  'rulesets.draftProgramme': command(
    ['supervisor', 'physician', 'admin'],
    programmeForm,
    z.strictObject({ packId: id, revision: z.int(), hash: sha256 }),
  ),
  /** What a form begins with: the newest draft of a programme, else the template's values. */
  'rulesets.programmeForm': query(
    'signedIn',
    z.strictObject({ programme: code.optional() }),
    z.strictObject({ form: programmeForm.nullable(), blank: blankSchema }),
    ['rulesets'],
  ),
  /** Programmes under which a donor can be received today. */
  'rulesets.programmes': query(
    'signedIn',
    z.strictObject({}),
    z.array(z.strictObject({ programme: code, title: bilingual, name: bilingual })),
    ['rulesets'],
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

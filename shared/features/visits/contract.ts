import { z } from 'zod';
import { command, query } from '../../contract/define.ts';
import { abo, civil, code, id, note, sha256, utc, words } from '../../contract/fields.ts';
import type { Role } from '../../contract/roles.ts';
import { outlookContract } from './outlook-contract.ts';

const done = z.strictObject({});
const bilingual = z.strictObject({ zh: z.string(), en: z.string() });
const yesNo = z.enum(['yes', 'no']);
const visitId = id;
const verdict = z.enum(['eligible', 'deferred', 'permanent']);

const NURSING: readonly Role[] = ['nurse', 'physician', 'supervisor'];
const RECEPTION: readonly Role[] = [...NURSING, 'recruiter', 'volunteer'];
const READERS: readonly Role[] = [...NURSING, 'qualityRelease', 'printClerk', 'recruiter'];

const ruleVerdict = z.strictObject({
  ruleId: z.string(),
  clause: z.string(),
  item: bilingual,
  input: bilingual,
  replaced: z.array(bilingual).readonly(),
  limit: bilingual,
  verdict: z.enum(['met', 'notMet', 'missing', 'notApplicable', 'caution']),
  overridableBy: z.literal('physician').nullable(),
});

const step = z.enum([
  'door',
  'carer',
  'consent',
  'questionnaire',
  'review',
  'register',
  'vitals',
  'bloodTest',
  'decision',
  'number',
  'chair',
  'run',
  'rest',
  'done',
]);
const state = z.enum(['open', 'refused', 'cancelled', 'closed']);

const reading = z.strictObject({
  readingId: id,
  measuredAt: utc,
  by: z.string(),
  weightGrams: z.int().nullable(),
  systolic: z.int().nullable(),
  diastolic: z.int().nullable(),
  pulse: z.int().nullable(),
  pulseRegular: z.boolean().nullable(),
  temperatureTenthsC: z.int().nullable(),
  leftArmOk: z.boolean().nullable(),
  rightArmOk: z.boolean().nullable(),
});

const decision = z.strictObject({
  decisionId: id,
  verdict,
  donationType: z.string().nullable(),
  targetMl: z.int().nullable(),
  rules: z.array(ruleVerdict).readonly(),
  overrides: z.array(z.strictObject({ ruleId: id, reason: z.string() })).readonly(),
  donorSentence: z.string(),
  nextOn: civil.nullable(),
  signedName: z.string(),
  decidedAt: utc,
  localDate: civil,
});

const hint = z.strictObject({
  tone: z.enum(['none', 'info', 'caution', 'stop']),
  code: z.string(),
  /** The rule behind the hint, where there is one. */
  item: bilingual.nullable(),
  input: bilingual.nullable(),
  limit: bilingual.nullable(),
});

const visitView = z.strictObject({
  visitId,
  donorId: id,
  programme: z.string(),
  version: z.int(),
  localDate: civil,
  startedAt: utc,
  step,
  stepAt: utc,
  state,
  endCode: z.string().nullable(),
  din: z.string().nullable(),
  carer: z.strictObject({ staffId: id, name: z.string() }).nullable(),
  doorTemperatureTenthsC: z.int().nullable(),
  symptoms: z.array(z.string()).readonly(),
  consentAt: utc.nullable(),
  answersAt: utc.nullable(),
  answersMode: z.enum(['kiosk', 'read', 'paper']).nullable(),
  translator: z.string().nullable(),
  answers: z.array(z.strictObject({ question: id, answer: yesNo, detail: z.string() })).readonly(),
  changes: z
    .array(
      z.strictObject({
        question: id,
        from: yesNo,
        to: yesNo,
        at: utc,
        afterRefusal: z.boolean(),
      }),
    )
    .readonly(),
  reviewedBy: z.string().nullable(),
  reviewedAt: utc.nullable(),
  register: z.array(
    z.strictObject({ register: z.string(), answer: z.string(), queriedAt: utc, by: z.string() }),
  ),
  assessment: z
    .strictObject({
      assessmentId: id,
      onsetOn: civil,
      asymptomatic: z.boolean(),
      dischargedOn: civil,
      negativeTests: z.array(utc).readonly(),
      doctor: z.string(),
      hospital: z.string(),
      documentSeen: z.boolean(),
      fitForDonation: z.boolean(),
      confirmed: z.boolean(),
    })
    .nullable(),
  readings: z.array(reading),
  bloodTest: z
    .strictObject({
      testedAt: utc,
      by: z.string(),
      haemoglobinGramsPerLitre: z.int(),
      abo,
      stripLot: z.string(),
    })
    .nullable(),
  decision: decision.nullable(),
  donor: z.strictObject({
    name: z.string(),
    sex: z.enum(['male', 'female']),
    birthDate: civil,
    age: z.int(),
    number: z.string(),
    group: z.string().nullable(),
    firstTime: z.boolean(),
    lookAlikes: z.int(),
    deferred: z.boolean(),
    documentKind: z.string(),
  }),
  lots: z.array(z.strictObject({ lotId: id, name: z.string(), lot: z.string(), expires: civil })),
  carers: z.array(z.strictObject({ staffId: id, name: z.string() })),
});

/** A donor's visit from check-in to the physician's signed decision. */
export const visitsContract = {
  ...outlookContract,
  'visits.checkIn': command(
    RECEPTION,
    z.strictObject({ donorId: id, programme: code.default('convalescentPlasma') }),
    z.strictObject({ visitId }),
  ),
  'visits.checkDoor': command(
    RECEPTION,
    z.strictObject({
      visitId,
      temperatureTenthsC: z.int(),
      symptoms: z.array(code).max(20),
    }),
    done,
  ),
  /** One named carer for the donor; also when somebody else takes the visit over. */
  'visits.assignCarer': command(NURSING, z.strictObject({ visitId, staffId: id }), done),
  'visits.signConsent': command(
    NURSING,
    z.strictObject({ visitId, textHash: sha256, signature: z.string().max(40_000) }),
    done,
  ),
  /** By staff; the donor's own hands answer at the kiosk (`kiosk.answer`). */
  'visits.answerQuestionnaire': command(
    NURSING,
    z.strictObject({
      visitId,
      questionnaireId: id,
      version: z.int(),
      answers: z.array(z.strictObject({ question: id, answer: yesNo, detail: note })).max(200),
      /** Read out to the donor by staff, or typed from a paper and then compared by a second person. */
      mode: z.enum(['read', 'paper']).default('read'),
      /** Who put the questions into the donor's language. */
      translator: z.string().trim().min(1).max(60).optional(),
    }),
    done,
    { second: { roles: NURSING, when: 'ifGiven' } },
  ),
  'visits.changeAnswer': command(
    NURSING,
    z.strictObject({ visitId, question: id, answer: yesNo, detail: note, why: words }),
    done,
  ),
  'visits.reviewQuestionnaire': command(
    NURSING,
    z.strictObject({ visitId, asked: z.array(id).max(200) }),
    done,
  ),
  'visits.queryRegister': command(
    NURSING,
    z.strictObject({ visitId, register: words, answer: z.enum(['clear', 'listed', 'unanswered']) }),
    z.strictObject({ queryId: id }),
  ),
  'visits.confirmAssessment': command(NURSING, z.strictObject({ visitId, assessmentId: id }), done),
  /** Fields left null were not measured this time; a later reading never replaces an earlier one on file. */
  'visits.measureVitals': command(
    NURSING,
    z.strictObject({
      visitId,
      weightGrams: z.int().nullable(),
      systolic: z.int().nullable(),
      diastolic: z.int().nullable(),
      pulse: z.int().nullable(),
      pulseRegular: z.boolean().nullable(),
      temperatureTenthsC: z.int().nullable(),
      leftArmOk: z.boolean().nullable(),
      rightArmOk: z.boolean().nullable(),
    }),
    z.strictObject({ readingId: id }),
  ),
  'visits.testBlood': command(
    [...NURSING, 'labTech'],
    z.strictObject({
      visitId,
      haemoglobinGramsPerLitre: z.int(),
      abo,
      stripLotId: id,
      others: z.record(z.string().max(40), z.string().max(40)).default({}),
    }),
    z.strictObject({ testId: id }),
  ),
  'visits.decide': command(
    ['physician'],
    z.strictObject({
      visitId,
      verdict,
      donationType: code.nullable().default(null),
      targetMl: z.int().nullable().default(null),
      /** Rules that the physician looked at herself and found sound (GEN-1, GEN-2). */
      examined: z.array(id).max(20).default([]),
      overrides: z
        .array(z.strictObject({ ruleId: id, reason: words }))
        .max(40)
        .default([]),
      /** A reason of the pack's list (T02, P05 …) with the day that it counts from. */
      deferral: z.strictObject({ code, anchorOn: civil.nullable() }).nullable().default(null),
      /** First day on which the donor may come again; computed by the rules when left out. */
      nextOn: civil.nullable().default(null),
      /** The donor's own sentence; written by the rules when left out. */
      donorSentence: z.string().trim().max(400).nullable().default(null),
    }),
    z.strictObject({ decisionId: id, nextOn: civil.nullable(), donorSentence: z.string() }),
    { signature: true },
  ),
  'visits.cancel': command(NURSING, z.strictObject({ visitId, code, why: words }), done),
  'visits.close': command(NURSING, z.strictObject({ visitId, code }), done),
  /** The donor's slip after a refusal as PDF, base64; nothing is recorded. */
  'visits.renderSlip': command(
    NURSING,
    z.strictObject({ visitId }),
    z.strictObject({ pdf: z.base64() }),
  ),
  'visits.board': query(
    RECEPTION,
    z.strictObject({}),
    z.strictObject({
      present: z.int(),
      rows: z.array(
        z.strictObject({
          visitId,
          donorId: id,
          name: z.string(),
          sex: z.enum(['male', 'female']),
          age: z.int(),
          number: z.string(),
          step,
          state,
          /** Seven blocks of progress: how many are behind, and whether the current one is stopped. */
          done: z.int(),
          stopped: z.boolean(),
          next: z.string(),
          hint,
          responsible: z.string().nullable(),
          mine: z.boolean(),
          waitingMinutes: z.int().nullable(),
        }),
      ),
    }),
    ['visits', 'donors', 'collection', 'rulesets'],
  ),
  'visits.visit': query(READERS, z.strictObject({ visitId }), visitView.nullable(), [
    'visits',
    'donors',
    'collection',
    'equipment',
  ]),
  /** Today's visit of a person, if there is one. */
  'visits.current': query(
    RECEPTION,
    z.strictObject({ donorId: id }),
    z.strictObject({ visitId: id.nullable(), step: step.nullable() }),
    ['visits'],
  ),
  /** Staff's explanation: each rule with clause, input, limit and verdict, judged now. */
  'visits.explanation': query(
    ['nurse', 'physician', 'supervisor', 'qualityRelease'],
    z.strictObject({
      visitId,
      donationType: code.optional(),
      targetMl: z.int().optional(),
      examined: z.array(id).max(20).default([]),
    }),
    z
      .strictObject({
        judgedAt: utc,
        packs: z.array(
          z.strictObject({ title: bilingual, revision: z.int(), demo: z.boolean(), hash: sha256 }),
        ),
        /** `attested`: the physician's own eyes or words answer it, ticked in the decision. */
        rules: z.array(ruleVerdict.extend({ stage: z.string(), attested: z.boolean() })),
        unmet: z.array(z.string()),
        counts: z.strictObject({
          met: z.int(),
          notMet: z.int(),
          notApplicable: z.int(),
          caution: z.int(),
          missing: z.int(),
        }),
        nextOn: civil.nullable(),
        donorSentence: bilingual,
        /** Reasons for a deferral that the packs list. */
        reasons: z.array(
          z.strictObject({ code: z.string(), item: bilingual, kind: z.string(), limit: bilingual }),
        ),
      })
      .nullable(),
    ['visits', 'donors', 'collection', 'rulesets'],
  ),
  /** The donor's own words: kind, without rules, figures or results. */
  /** The consent of a visit exactly as it was signed; null before it was signed. */
  'visits.signedConsent': query(
    READERS,
    z.strictObject({ visitId }),
    z
      .strictObject({
        /** The rule pack that brought the text. */
        title: bilingual,
        version: z.int(),
        textHash: sha256,
        paragraphs: z.array(bilingual),
        /** Strokes as SVG path data. */
        signature: z.string(),
        signedAt: utc,
      })
      .nullable(),
    ['visits'],
  ),
  'visits.donorSlip': query(
    NURSING,
    z.strictObject({ visitId }),
    z
      .strictObject({
        name: z.string(),
        sentence: z.string(),
        nextOn: civil.nullable(),
        contactPhone: z.string(),
        siteName: z.string(),
      })
      .nullable(),
    ['visits', 'donors'],
  ),
} as const;

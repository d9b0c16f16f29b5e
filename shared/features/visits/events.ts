import { z } from 'zod';
import {
  abo,
  civil,
  code,
  grams,
  id,
  ml,
  note,
  sha256,
  tenthsC,
  words,
} from '../../contract/fields.ts';
import { figureSources } from '../equipment/meters.ts';
import { judgedRule } from '../rulesets/judged-rule.ts';

const yesNo = z.enum(['yes', 'no']);
const given = { question: id, answer: yesNo, detail: note };

/** Check-in to the physician's signed decision. */
export const visitsEvents = {
  'visits.checkedIn': z.strictObject({
    visitId: id,
    donorId: id,
    programme: code,
    /** Her document was out of date: what identified her. The second person stands on the entry. */
    document: z
      .strictObject({
        until: civil,
        by: z.enum(['secondDocument', 'secondPerson']),
        kind: code.nullable(),
        kindUntil: civil.nullable(),
      })
      .optional(),
  }),
  'visits.doorChecked': z.strictObject({
    visitId: id,
    temperatureTenthsC: tenthsC,
    symptoms: z.array(code),
    sources: figureSources.optional(),
  }),
  'visits.carerAssigned': z.strictObject({ visitId: id, staffId: id }),
  /** Signature strokes as SVG path data; bound to the exact text by its hash. */
  'visits.consentSigned': z.strictObject({
    visitId: id,
    textId: id,
    version: z.int(),
    textHash: sha256,
    signature: z.string().max(40_000),
  }),
  'visits.questionnaireAnswered': z.strictObject({
    visitId: id,
    questionnaireId: id,
    version: z.int(),
    answers: z.array(z.strictObject(given)),
    /** The exact form, hashed. */
    textHash: sha256.optional(),
    /** Answers that a later answer of hers made void before she handed in. */
    withdrawn: z.array(z.strictObject(given)).optional(),
    /** Whose entry counts, where two persons read her paper differently. */
    settled: z
      .array(z.strictObject({ question: id, take: z.enum(['first', 'second']) }))
      .optional(),
    /** In the donor's own hands, read out to her by staff, or typed from a paper that she filled in. */
    mode: z.enum(['kiosk', 'read', 'paper']).optional(),
    /** Who put the questions into her language. */
    translator: z.string().max(60).optional(),
  }),
  /** What one person typed from the donor's paper, before a second has done the same. */
  'visits.paperEntered': z.strictObject({
    visitId: id,
    questionnaireId: id,
    version: z.int(),
    textHash: sha256,
    answers: z.array(z.strictObject(given)),
    person: id,
    translator: z.string().max(60).optional(),
  }),
  'visits.answerChanged': z.strictObject({
    visitId: id,
    question: id,
    from: yesNo,
    to: yesNo,
    detail: note,
    afterRefusal: z.boolean(),
    /** Answers to the questions that this change opened; `was` is a void answer on file. */
    follows: z.array(z.strictObject({ ...given, was: yesNo.nullable() })).optional(),
  }),
  'visits.questionnaireReviewed': z.strictObject({
    visitId: id,
    asked: z.array(id),
    /** The nurse's word on each contradiction. */
    cleared: z.array(z.strictObject({ contradiction: id, words })).optional(),
  }),
  'visits.assessmentConfirmed': z.strictObject({ visitId: id, assessmentId: id }),
  'visits.vitalsMeasured': z.strictObject({
    visitId: id,
    readingId: id,
    weightGrams: grams.nullable(),
    systolic: z.int().nullable(),
    diastolic: z.int().nullable(),
    pulse: z.int().nullable(),
    pulseRegular: z.boolean().nullable(),
    temperatureTenthsC: tenthsC.nullable(),
    leftArmOk: z.boolean().nullable(),
    rightArmOk: z.boolean().nullable(),
    /** Figures that a device told; the others were typed. */
    sources: figureSources.optional(),
  }),
  'visits.bloodTested': z.strictObject({
    visitId: id,
    testId: id,
    haemoglobinGramsPerLitre: z.int(),
    abo,
    stripLotId: id,
    others: z.record(z.string(), z.string().max(40)),
    sources: figureSources.optional(),
  }),
  'visits.decided': z.strictObject({
    visitId: id,
    decisionId: id,
    verdict: z.enum(['eligible', 'deferred', 'permanent']),
    donationType: code.nullable(),
    targetMl: ml.nullable(),
    rules: z.array(judgedRule),
    overrides: z.array(z.strictObject({ ruleId: id, reason: words })),
    donorSentence: z.string().max(400),
    nextOn: civil.nullable(),
    signedName: words,
    meaning: code,
    contentHash: sha256,
  }),
  /** The number set is taken: the visit goes to the chair. */
  'visits.cancelled': z.strictObject({ visitId: id, code }),
  /** Fit to leave after a donation, or a kind farewell after a refusal. */
  'visits.closed': z.strictObject({ visitId: id, code }),
} as const;

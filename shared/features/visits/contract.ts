import { z } from 'zod';
import { command, query } from '../../contract/define.ts';
import { abo, civil, code, id, note, sha256, utc, words } from '../../contract/fields.ts';
import type { Role } from '../../contract/roles.ts';
import { outlookContract } from './outlook-contract.ts';
import {
  bilingual,
  boardRow,
  explanationView,
  figures,
  step,
  verdict,
  visitId,
  visitView,
  yesNo,
} from './views.ts';

const done = z.strictObject({});

const NURSING: readonly Role[] = ['nurse', 'physician', 'supervisor'];
const RECEPTION: readonly Role[] = [...NURSING, 'recruiter', 'volunteer'];
const READERS: readonly Role[] = [...NURSING, 'qualityRelease', 'printClerk', 'recruiter'];

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
    z.strictObject({ visitId, ...figures }),
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
      rows: z.array(boardRow),
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
    explanationView.nullable(),
    ['visits', 'donors', 'collection', 'rulesets'],
  ),
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
  /** The donor's own words: kind, without rules, figures or results. */
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

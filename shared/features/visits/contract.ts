import { z } from 'zod';
import { command, query } from '../../contract/define.ts';
import { abo, bilingual, civil, code, id, sha256, utc, words } from '../../contract/fields.ts';
import type { Role } from '../../contract/roles.ts';
import { documentKind } from '../donors/contract.ts';
import { takenReadings } from '../equipment/meters.ts';
import { DOCUMENT_WAYS } from './document.ts';
import { outlookContract } from './outlook-contract.ts';
import { RISKS } from './risk.ts';
import {
  boardRow,
  explanationView,
  figures,
  formAnswered,
  given,
  step,
  verdict,
  visitId,
  visitView,
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
    z.strictObject({
      donorId: id,
      programme: code.default('convalescentPlasma'),
      /** What identified a donor whose document is out of date (rule SITE-DOCUMENT). */
      instead: z
        .discriminatedUnion('by', [
          z.strictObject({
            by: z.literal('secondDocument'),
            kind: documentKind,
            until: civil.nullable(),
          }),
          z.strictObject({ by: z.literal('secondPerson') }),
        ])
        .optional(),
    }),
    z.strictObject({ visitId }),
    { second: { roles: NURSING, when: 'ifGiven' } },
  ),
  'visits.checkDoor': command(
    RECEPTION,
    z.strictObject({
      visitId,
      temperatureTenthsC: z.int(),
      symptoms: z.array(code).max(20),
      taken: takenReadings.optional(),
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
  /** Read out by staff; the donor's own hands answer at the kiosk (`kiosk.answer`). */
  'visits.answerQuestionnaire': command(
    NURSING,
    z.strictObject({
      ...formAnswered,
      /** Answers that a later answer of hers made void. */
      withdrawn: z.array(z.strictObject(given)).max(200).default([]),
    }),
    done,
  ),
  /** Typed from the donor's paper by one person; a second types it again without seeing the first. */
  'visits.enterPaper': command(
    NURSING,
    z.strictObject(formAnswered),
    z.strictObject({ state: z.enum(['waitsForSecond', 'same', 'differs']) }),
  ),
  /** Where both typed differently: whose entry counts, question by question, the paper in hand. */
  'visits.settlePaper': command(
    NURSING,
    z.strictObject({
      visitId,
      takes: z.array(z.strictObject({ question: id, take: z.enum(['first', 'second']) })).max(200),
    }),
    done,
  ),
  'visits.changeAnswer': command(
    NURSING,
    z.strictObject({
      visitId,
      ...given,
      why: words,
      /** Answers to the questions that the changed one opens. */
      follows: z.array(z.strictObject(given)).max(200).default([]),
    }),
    done,
  ),
  'visits.reviewQuestionnaire': command(
    NURSING,
    z.strictObject({
      visitId,
      asked: z.array(id).max(200),
      /** A word on each contradiction in the answers. */
      cleared: z
        .array(z.strictObject({ contradiction: id, words }))
        .max(200)
        .default([]),
    }),
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
    z.strictObject({ visitId, ...figures, taken: takenReadings.optional() }),
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
      taken: takenReadings.optional(),
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
    z.strictObject({
      visitId: id.nullable(),
      step: step.nullable(),
      /** Why she is watched more closely; said to who hears her answers. */
      risks: z.array(z.enum(RISKS)),
      /** Her document, where it identifies nobody today; `donorText` is said to her. */
      expired: z
        .strictObject({
          until: civil,
          ways: z.array(z.enum(DOCUMENT_WAYS)),
          donorText: bilingual.nullable(),
        })
        .nullable(),
    }),
    ['visits', 'donors', 'rulesets'],
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

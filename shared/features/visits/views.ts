import { z } from 'zod';
import { abo, bilingual, civil, id, note, sha256, utc } from '../../contract/fields.ts';
import { assessment } from '../donors/assessment-view.ts';
import { shownSources } from '../equipment/meters.ts';
import { judgedRule } from '../rulesets/judged-rule.ts';
import { RISKS } from './risk.ts';
import { STEPS } from './steps.ts';

/* Shapes in which visits are told to the screens; the operations stand in `contract.ts`. */

export const yesNo = z.enum(['yes', 'no']);
export const visitId = id;

/** One answer, with the donor's words where they were asked for. */
export const given = { question: id, answer: yesNo, detail: note };

/** A questionnaire as staff hand it in. */
export const formAnswered = {
  visitId,
  questionnaireId: id,
  version: z.int(),
  answers: z.array(z.strictObject(given)).max(200),
  /** Who put the questions into the donor's language. */
  translator: z.string().trim().min(1).max(60).optional(),
};
export const verdict = z.enum(['eligible', 'deferred', 'permanent']);

export const step = z.enum(STEPS);
const state = z.enum(['open', 'refused', 'cancelled', 'closed']);

/** One set of measurements; null is “not measured this time”. */
export const figures = {
  weightGrams: z.int().nullable(),
  systolic: z.int().nullable(),
  diastolic: z.int().nullable(),
  pulse: z.int().nullable(),
  pulseRegular: z.boolean().nullable(),
  temperatureTenthsC: z.int().nullable(),
  leftArmOk: z.boolean().nullable(),
  rightArmOk: z.boolean().nullable(),
};

const reading = z.strictObject({
  readingId: id,
  measuredAt: utc,
  by: z.string(),
  ...figures,
  sources: shownSources,
});

const decision = z.strictObject({
  decisionId: id,
  verdict,
  donationType: z.string().nullable(),
  targetMl: z.int().nullable(),
  rules: z.array(judgedRule).readonly(),
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

/** One visit as the screens of every step show it. */
export const visitView = z.strictObject({
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
  doorSources: shownSources,
  consentAt: utc.nullable(),
  answersAt: utc.nullable(),
  answersMode: z.enum(['kiosk', 'read', 'paper']).nullable(),
  translator: z.string().nullable(),
  answers: z.array(z.strictObject(given)).readonly(),
  /** Questions that her other answers or her sex kept from being asked; an answer to one is void. */
  notAsked: z.array(id).readonly(),
  /** Questions that the nurse asks about in person. */
  toAsk: z.array(id).readonly(),
  contradictions: z
    .array(z.strictObject({ id, text: bilingual, words: z.string().nullable() }))
    .readonly(),
  /** Her paper: who typed it, and where two read it differently; null before anybody typed it. */
  paper: z
    .strictObject({
      entries: z.array(z.strictObject({ by: z.string(), at: utc, mine: z.boolean() })).readonly(),
      differences: z
        .array(
          z.strictObject({
            question: id,
            first: z.strictObject(given).nullable(),
            second: z.strictObject(given).nullable(),
          }),
        )
        .readonly(),
    })
    .nullable(),
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
  assessment: assessment
    .omit({ programme: true, recordedAt: true })
    .extend({ confirmed: z.boolean() })
    .nullable(),
  readings: z.array(reading),
  bloodTest: z
    .strictObject({
      testedAt: utc,
      by: z.string(),
      haemoglobinGramsPerLitre: z.int(),
      abo,
      stripLot: z.string(),
      sources: shownSources,
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
    risks: z.array(z.enum(RISKS)),
    lookAlikes: z.int(),
    deferred: z.boolean(),
    documentKind: z.string(),
  }),
  lots: z.array(z.strictObject({ lotId: id, name: z.string(), lot: z.string(), expires: civil })),
  carers: z.array(z.strictObject({ staffId: id, name: z.string() })),
});

/** A person present, as a row of the work list. */
export const boardRow = z.strictObject({
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
});

/** Staff's explanation of a visit: every rule judged now. */
export const explanationView = z.strictObject({
  judgedAt: utc,
  packs: z.array(
    z.strictObject({ title: bilingual, revision: z.int(), demo: z.boolean(), hash: sha256 }),
  ),
  /** `attested`: the physician's own eyes or words answer it, ticked in the decision. */
  rules: z.array(judgedRule.extend({ stage: z.string(), attested: z.boolean() })),
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
});

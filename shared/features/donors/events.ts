import { z } from 'zod';
import { MAX_PHOTO_TEXT } from '../../codes/photo.ts';
import { abo, civil, code, id, rhd, testNumber, utc, words } from '../../contract/fields.ts';

const documentKind = z.enum([
  'residentId',
  'passport',
  'hkMacaoPermit',
  'taiwanPermit',
  'foreignResidentCard',
  'military',
  'other',
]);

/** Identity, duplicates, deferrals, the outside register, the hospital's assessment. */
export const donorsEvents = {
  'donors.registered': z.strictObject({
    donorId: id,
    number: code,
    name: words,
    sex: z.enum(['male', 'female']),
    birthDate: civil,
    documentKind,
    documentNumber: z.string().min(1).max(40),
    documentUntil: civil.nullable().optional(),
    /** Number and name as a reader gave them, not typed. */
    fromCard: z.boolean().optional(),
    phone: z.string().max(30),
  }),
  'donors.amended': z.strictObject({
    donorId: id,
    name: words,
    phone: z.string().max(30),
    documentKind,
    documentNumber: z.string().min(1).max(40),
    documentUntil: civil.nullable().optional(),
    fromCard: z.boolean().optional(),
    sex: z.enum(['male', 'female']),
    birthDate: civil,
  }),
  'donors.duplicateFlagged': z.strictObject({ pairId: id, a: id, b: id, grounds: z.array(code) }),
  'donors.duplicateDecided': z.strictObject({
    pairId: id,
    a: id,
    b: id,
    verdict: z.enum(['same', 'different']),
    twins: z.boolean().optional(),
  }),
  /** One record leaves a person: decisions that joined it are taken back, the rest stays one. */
  'donors.unmerged': z.strictObject({
    splitId: id,
    donorId: id,
    rest: z.array(id).min(1),
    since: civil,
    undoes: z.array(z.strictObject({ pairId: id, a: id, b: id, decisions: z.array(id) })),
    /** What was written in between: whose it is, as a person said. */
    rulings: z.array(z.strictObject({ itemId: id, concerns: z.enum(['own', 'both']) })),
  }),
  /** A donation of the time in between counts for the other human too. */
  'donors.givingShared': z.strictObject({
    donorId: id,
    source: z.enum(['donation', 'pastDonation']),
    itemId: id,
  }),
  /** Blood for tests alone, before any kit is opened. */
  'donors.testSampleTaken': z.strictObject({
    number: testNumber,
    donorId: id,
    programme: code,
    donationType: code,
    tubes: z.array(code),
    tests: z.array(code),
  }),
  /** What the readings of one of its tests come to, by the rules of the laboratory. */
  'donors.testOutcome': z.strictObject({
    number: testNumber,
    test: code,
    state: z.enum(['qualified', 'unqualified', 'pending']),
  }),
  /** Two entries of one person are one donation and count once, or do not any more. */
  'donors.givingsRuled': z.strictObject({ a: id, b: id, same: z.boolean() }),
  'donors.deferred': z.strictObject({
    deferralId: id,
    donorId: id,
    kind: z.enum(['temporary', 'permanent']),
    code,
    marker: code.nullable(),
    programme: code.nullable(),
    startsOn: civil,
    until: civil.nullable(),
    hidden: z.boolean(),
  }),
  'donors.reinstated': z.strictObject({ deferralId: id, donorId: id, path: code }),
  'donors.registerQueried': z.strictObject({
    queryId: id,
    donorId: id,
    visitId: id.nullable(),
    register: words,
    answer: z.enum(['clear', 'listed', 'unanswered']),
  }),
  'donors.assessmentRecorded': z.strictObject({
    assessmentId: id,
    donorId: id,
    programme: code.optional(),
    onsetOn: civil,
    asymptomatic: z.boolean().optional(),
    dischargedOn: civil,
    negativeTests: z.array(utc),
    doctor: words,
    hospital: words,
    documentSeen: z.boolean(),
    fitForDonation: z.boolean(),
  }),
  'donors.fileOpened': z.strictObject({ donorId: id }),
  /** Somebody saw number and telephone in clear. */
  'donors.revealed': z.strictObject({ revealId: id, donorId: id, purpose: code }),
  /** A JPEG of her, base64, from her card or a file; kept in the encrypted store alone. */
  'donors.photoKept': z.strictObject({
    photoId: id,
    donorId: id,
    source: z.enum(['card', 'file']),
    image: z.string().max(MAX_PHOTO_TEXT),
  }),
  /** Somebody compared her with her photo. */
  'donors.photoShown': z.strictObject({ donorId: id, photoId: id, purpose: code }),
  'donors.consentSet': z.strictObject({
    donorId: id,
    kind: z.enum(['donation', 'contact', 'publicity', 'research']),
    given: z.boolean(),
    way: z.enum(['inPerson', 'phone', 'letter']),
  }),
  /** A group confirmed by two concordant independent results, or taken over from an old record. */
  'donors.groupRecorded': z.strictObject({ donorId: id, abo, rhd, source: code }),
} as const;

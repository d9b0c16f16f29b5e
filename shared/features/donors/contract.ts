import { z } from 'zod';
import { command, query } from '../../contract/define.ts';
import { abo, civil, code, id, rhd, utc, words } from '../../contract/fields.ts';
import type { Role } from '../../contract/roles.ts';
import { shownSources } from '../equipment/meters.ts';
import { FIRST_PROGRAMME } from '../rulesets/facts.ts';

import { assessment } from './assessment-view.ts';
import { givingsContract } from './contract-givings.ts';
import { privacyContract } from './contract-privacy.ts';

const done = z.strictObject({});
const sex = z.enum(['male', 'female']);
export const documentKind = z.enum([
  'residentId',
  'passport',
  'hkMacaoPermit',
  'taiwanPermit',
  'foreignResidentCard',
  'military',
  'other',
]);

const typed = z.string().max(60);
const phone = z.string().max(30);
const name = z.string().max(400);
/** Last day of a document, `YYYY-MM-DD`; null for one without end. */
const lastDay = z.string().max(10).nullable().optional();

/** The identity card is read or typed once (it has a check digit); any other document is typed twice. */
const document = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('residentId'), number: typed, until: lastDay }),
  z.strictObject({
    kind: documentKind.exclude(['residentId']),
    number: typed,
    numberAgain: typed,
    sex,
    birthDate: z.string().max(10),
    until: lastDay,
  }),
]);

const NURSING: readonly Role[] = ['nurse', 'physician', 'supervisor'];
const RECEPTION: readonly Role[] = [...NURSING, 'recruiter'];
const PARTING: readonly Role[] = ['physician', 'qualityRelease', 'supervisor'];
const READERS: readonly Role[] = [...RECEPTION, 'labTech', 'qualityRelease', 'printClerk'];

/** Number and name came from a reader and were not typed over. */
const fromCard = z.boolean().default(false);

const lookAlike = z.strictObject({
  donorId: id,
  name: z.string(),
  number: z.string(),
  birthDate: civil,
  grounds: z.array(z.string()).readonly(),
});

const summary = z.strictObject({
  donorId: id,
  number: z.string(),
  name: z.string(),
  reading: z.string(),
  sex,
  birthDate: civil,
  age: z.int(),
  phoneMasked: z.string(),
  documentMasked: z.string(),
  group: z.string().nullable(),
  lastGivenOn: civil.nullable(),
  daysSince: z.int().nullable(),
  /** Day from which the intervals allow a donation; null when they allow it today. */
  nextOn: civil.nullable(),
  deferred: z.boolean(),
  lookAlike: z.boolean(),
});

const deferral = z.strictObject({
  deferralId: id,
  kind: z.enum(['temporary', 'permanent']),
  /** `seePhysician` for every role where it is hidden. */
  code: z.string(),
  marker: z.string().nullable(),
  /** Null for every programme. */
  programme: z.string().nullable(),
  startsOn: civil,
  until: civil.nullable(),
  hidden: z.boolean(),
  active: z.boolean(),
  reinstatedAt: utc.nullable(),
});

const pair = z.strictObject({
  pairId: id,
  grounds: z.array(z.string()).readonly(),
  verdict: z.enum(['undecided', 'same', 'different']),
  twins: z.boolean(),
  version: z.int(),
  a: summary,
  b: summary,
});

const file = z.strictObject({
  summary,
  documentKind,
  documentUntil: civil.nullable(),
  documentExpired: z.boolean(),
  records: z.array(z.strictObject({ donorId: id, number: z.string(), name: z.string() })),
  version: z.int(),
  deferrals: z.array(deferral),
  assessments: z.array(assessment),
  pairs: z.array(pair),
  groups: z.array(z.string()).readonly(),
  givings: z.array(
    z.strictObject({
      startedOn: civil,
      donationType: z.string(),
      plasmaMl: z.int(),
      hadReaction: z.boolean(),
    }),
  ),
  mayTakeNumber: z.boolean(),
});

/** Donors: identity, look-alikes, deferrals, the outside register, the hospital's assessment. */
export const donorsContract = {
  ...privacyContract,
  ...givingsContract,
  'donors.register': command(
    RECEPTION,
    z.strictObject({ document, name, phone, fromCard }),
    z.strictObject({ donorId: id, number: z.string(), lookAlikes: z.array(lookAlike) }),
  ),
  /** A typing error is corrected by a later event; the earlier one stays in the history. */
  'donors.amend': command(
    NURSING,
    z.strictObject({ donorId: id, document, name, phone, fromCard, why: words }),
    z.strictObject({ lookAlikes: z.array(lookAlike) }),
  ),
  /** A name that its owner reads and finds wrong; the print desk corrects nothing else. */
  'donors.correctName': command(
    [...NURSING, 'printClerk'],
    z.strictObject({ donorId: id, name, why: words }),
    z.strictObject({ lookAlikes: z.array(lookAlike) }),
  ),
  'donors.decideDuplicate': command(
    NURSING,
    z.strictObject({
      pairId: id,
      verdict: z.enum(['same', 'different']),
      twins: z.boolean().default(false),
      why: words,
    }),
    done,
  ),
  /** Somebody knows that two records are one human though nothing on them tells. */
  'donors.suspectDuplicate': command(
    NURSING,
    z.strictObject({ donorId: id, otherId: id, why: words }),
    z.strictObject({ pairId: id }),
  ),
  /** Takes one record out of a person, with a ruling on everything written in between. */
  'donors.unmerge': command(
    PARTING,
    z.strictObject({
      donorId: id,
      rulings: z.array(z.strictObject({ itemId: id, concerns: z.enum(['own', 'both']) })).max(400),
      why: words,
    }),
    z.strictObject({ splitId: id }),
    { signature: true, second: { roles: PARTING, when: 'always' } },
  ),
  /** What a parting has to rule about, on this record and on the others of the person. */
  'donors.writtenTogether': query(
    PARTING,
    z.strictObject({ donorId: id }),
    z.array(
      z.strictObject({
        itemId: id,
        kind: z.enum(['deferral', 'donation', 'pastDonation', 'group']),
        number: z.string(),
        on: civil,
        words: z.string(),
      }),
    ),
    ['donors', 'collection', 'laboratory'],
  ),
  'donors.defer': command(
    ['physician', 'labTech', 'qualityRelease', 'supervisor'],
    z.strictObject({
      donorId: id,
      kind: z.enum(['temporary', 'permanent']),
      code,
      marker: code.nullable().default(null),
      programme: code.nullable().default(null),
      until: z.string().max(10).nullable(),
      hidden: z.boolean().default(false),
      why: words,
    }),
    z.strictObject({ deferralId: id }),
  ),
  'donors.reinstate': command(
    ['physician', 'qualityRelease'],
    z.strictObject({ deferralId: id, path: code, why: words }),
    done,
    { signature: true, second: { roles: ['physician', 'qualityRelease'], when: 'always' } },
  ),
  /** A query of the outside register away from a visit; in a visit it is `visits.queryRegister`. */
  'donors.queryRegister': command(
    RECEPTION,
    z.strictObject({
      donorId: id,
      register: words,
      answer: z.enum(['clear', 'listed', 'unanswered']),
    }),
    z.strictObject({ queryId: id }),
  ),
  'donors.recordAssessment': command(
    RECEPTION,
    z.strictObject({
      donorId: id,
      /** Whose disease the hospital speaks of. */
      programme: code.default(FIRST_PROGRAMME),
      onsetOn: z.string().max(10),
      /** Then `onsetOn` is the day of the first positive test. */
      asymptomatic: z.boolean().default(false),
      dischargedOn: z.string().max(10),
      negativeTests: z.array(utc).max(20),
      doctor: words,
      hospital: words,
      documentSeen: z.boolean(),
      fitForDonation: z.boolean(),
    }),
    z.strictObject({ assessmentId: id }),
  ),
  /** A group taken over from an old record. */
  'donors.recordGroup': command(
    ['labTech', 'physician', 'supervisor'],
    z.strictObject({ donorId: id, abo, rhd, source: code }),
    done,
    { second: { roles: ['labTech', 'physician', 'supervisor'], when: 'always' } },
  ),
  'donors.search': query(
    READERS,
    z.strictObject({ text: z.string().max(100) }),
    z.strictObject({ rows: z.array(summary).max(20), more: z.boolean() }),
    ['donors', 'collection'],
  ),
  /** Donors behind a scanned card, number or document; more than one means: nobody may guess. */
  'donors.lookUp': query(
    READERS,
    z.union([
      z.strictObject({ number: z.string().max(40) }),
      z.strictObject({ cardId: z.string().max(24) }),
      z.strictObject({ documentNumber: typed }),
    ]),
    z.array(summary),
    ['donors', 'collection'],
  ),
  'donors.file': query(READERS, z.strictObject({ donorId: id }), file.nullable(), [
    'donors',
    'collection',
    'laboratory',
  ]),
  'donors.duplicates': query(NURSING, z.strictObject({}), z.array(pair), ['donors']),
  'donors.history': query(
    READERS,
    z.strictObject({ donorId: id }),
    z.array(
      z.strictObject({
        seq: z.int(),
        station: z.string(),
        at: utc,
        type: z.string(),
        by: z.string(),
        second: z.string().nullable(),
        why: z.string().nullable(),
        facts: z.array(z.string()),
        /** Devices that told figures of this entry. */
        sources: shownSources,
        /** The consent that was signed, to be opened as it was signed; null for every other act. */
        consent: z
          .strictObject({ visitId: id, title: z.strictObject({ zh: z.string(), en: z.string() }) })
          .nullable(),
      }),
    ),
    ['donors', 'visits', 'collection', 'laboratory', 'aftercare', 'honours'],
  ),
} as const;

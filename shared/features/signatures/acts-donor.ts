import type { StateReader } from '../../contract/rows.ts';
import type { Json } from '../../kernel/json.ts';
import { sameGivingIdOf } from '../donors/same-giving.ts';
import { assessmentOnFile } from '../visits/subject.ts';
import { type SignedActs, unlessEarlier, unlessNewer, type Words } from './act.ts';

/** Signed acts about a donor, her visit and what was collected from her. */
export const donorActs = {
  'visits.consentSigned': {
    by: ['visits.signConsent', 'kiosk.signConsent'],
    repeated: {
      table: 'visit',
      id: ({ body }) => body.visitId,
      words: ({ body, at }) => ({
        consentTextId: body.textId,
        consentVersion: body.version,
        consentHash: body.textHash,
        consentSignature: body.signature,
        consentAt: at,
      }),
    },
    covers: (read, { textId, version }) => ({ consentText: consentText(read, textId, version) }),
  },
  // A document that was out of date: a second person knew her.
  'visits.checkedIn': {
    by: ['visits.checkIn'],
    repeated: {
      table: 'visit',
      id: ({ body }) => body.visitId,
      words: ({ body: { donorId, programme } }) => ({ donorId, programme }),
    },
  },
  'visits.decided': {
    by: ['visits.decide'],
    repeated: {
      table: 'visitDecision',
      id: ({ body }) => body.decisionId,
      words: ({ body: { decisionId: _id, ...decision }, actor, at }) => ({
        ...decision,
        signedBy: actor,
        decidedAt: at,
      }),
    },
    covers: (read, { visitId }) => examined(read, visitId),
  },
  'donors.reinstated': {
    by: ['donors.reinstate'],
    // Of two stations that lifted it the earlier one names the time: both were signed.
    repeated: { table: 'deferral', id: ({ body }) => body.deferralId, words: () => ({}) },
    covers: (read, { deferralId }) => ({ deferral: deferral(read, deferralId) }),
  },
  'donors.unmerged': {
    by: ['donors.unmerge'],
    repeated: {
      table: 'formerTie',
      id: ({ body }) => `${body.splitId}:${body.donorId}`,
      words: ({ body, at }) => ({ donorId: body.donorId, since: body.since, partedAt: at }),
    },
  },
  'donors.givingsRuled': {
    by: ['donors.ruleGivings'],
    repeated: {
      table: 'sameGiving',
      id: ({ body }) => sameGivingIdOf(body.a, body.b),
      words: (entry, row) => unlessNewer(row.stamp, entry, { same: entry.body.same }),
    },
  },
  'donors.groupRecorded': {
    by: ['donors.recordGroup'],
    repeated: {
      table: 'donorGroup',
      id: ({ body }) => `${body.donorId}:${body.source}`,
      words: ({ body: { abo, rhd }, at }, row) => unlessEarlier(row.recordedAt, at, { abo, rhd }),
    },
  },
  'collection.machineEnded': {
    by: ['collection.keyMachineEnd'],
    repeated: { table: 'donation', id: ({ body }) => body.din, words: () => ({}) },
  },
  'collection.endCorrected': {
    by: ['collection.correctEnd'],
    repeated: {
      table: 'donation',
      id: ({ body }) => body.din,
      words: (entry, row) => {
        const { din: _din, donorId, code: _code, ...figures } = entry.body;
        return unlessNewer(row.correctedStamp, entry, { donorId, ...figures });
      },
    },
  },
  'collection.historyCorrected': {
    by: ['collection.correctHistory'],
    repeated: {
      table: 'pastDonation',
      id: ({ body }) => body.recordId,
      words: (entry, row) => {
        const { recordId: _id, code: _code, ...facts } = entry.body;
        return unlessNewer(row.correctedStamp, entry, facts);
      },
    },
  },
} as const satisfies SignedActs;

/** The first adopted text of that id and version: what the donor had before her. */
function consentText(read: StateReader, textId: string, version: number): Json {
  const [first] = read
    .all('rulePack')
    .filter(({ content }) => content.consent?.id === textId && content.consent.version === version)
    .toSorted((a, b) => (`${a.adoptedAt} ${a.id}` < `${b.adoptedAt} ${b.id}` ? -1 : 1));
  return (first?.content.consent ?? null) as Json;
}

/** What the physician judged: the person, her answers, figures and the hospital's assessment. */
function examined(read: StateReader, visitId: string): Words {
  const visit = read.get('visit', visitId);
  const donor = visit && read.get('donor', visit.donorId);
  if (!visit || !donor) return {};
  const byId = <R extends { readonly id: string }>(rows: readonly R[]) =>
    rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)) as unknown as Json;
  return {
    donor: [donor.id, donor.sex, donor.birthDate],
    answers: visit.answers as unknown as Json,
    readings: byId(read.by('visitReading', 'visitId', visitId)),
    bloodTest: byId(read.by('visitBloodTest', 'visitId', visitId)),
    assessment: (assessmentOnFile(read, visit) ?? null) as unknown as Json,
  };
}

function deferral(read: StateReader, deferralId: string): Json {
  const row = read.get('deferral', deferralId);
  return row ? [row.donorId, row.kind, row.code, row.marker, row.startsOn] : null;
}

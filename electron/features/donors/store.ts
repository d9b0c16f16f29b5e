import type { DonorsRows } from '#shared/features/donors/model.ts';
import { defineTables } from '../../db/tables.ts';

/** State tables of donors. */
export const donorsTables = defineTables<DonorsRows>({
  donor: {
    columns: {
      id: 'text',
      number: 'text',
      personKey: 'text',
      name: 'text',
      sex: 'text',
      birthDate: 'text',
      documentKind: 'text',
      documentNumber: 'text',
      documentUntil: 'text?',
      phone: 'text',
      registeredAt: 'text',
      amendedKey: 'text',
    },
    indexes: ['number', 'personKey', 'birthDate', 'documentNumber', 'phone'],
  },
  duplicatePair: {
    columns: {
      id: 'text',
      a: 'text',
      b: 'text',
      grounds: 'json',
      verdict: 'text',
      twins: 'flag',
      decidedAt: 'text?',
      decidedBy: 'text?',
      decisions: 'json',
      undone: 'json',
    },
    indexes: ['a', 'b', 'verdict'],
  },
  formerTie: {
    columns: {
      id: 'text',
      donorId: 'text',
      otherId: 'text',
      since: 'text',
      partedAt: 'text',
      own: 'json',
    },
    indexes: ['donorId'],
  },
  sharedGiving: {
    columns: { id: 'text', donorId: 'text', source: 'text', itemId: 'text' },
    indexes: ['donorId'],
  },
  deferral: {
    columns: {
      id: 'text',
      donorId: 'text',
      kind: 'text',
      code: 'text',
      marker: 'text?',
      programme: 'text?',
      startsOn: 'text',
      until: 'text?',
      hidden: 'flag',
      sourceEventId: 'text',
      reinstatedAt: 'text?',
    },
    indexes: ['donorId'],
  },
  registerQuery: {
    columns: {
      id: 'text',
      donorId: 'text',
      visitId: 'text?',
      register: 'text',
      answer: 'text',
      queriedAt: 'text',
      queriedBy: 'text',
    },
    indexes: ['donorId', 'visitId'],
  },
  assessment: {
    columns: {
      id: 'text',
      donorId: 'text',
      onsetOn: 'text',
      asymptomatic: 'flag',
      dischargedOn: 'text',
      negativeTests: 'json',
      doctor: 'text',
      hospital: 'text',
      documentSeen: 'flag',
      fitForDonation: 'flag',
      recordedAt: 'text',
    },
    indexes: ['donorId'],
  },
  donorGroup: {
    columns: {
      id: 'text',
      donorId: 'text',
      abo: 'text',
      rhd: 'text',
      source: 'text',
      recordedAt: 'text',
    },
    indexes: ['donorId'],
  },
});

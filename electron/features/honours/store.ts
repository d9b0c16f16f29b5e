import type { HonoursRows } from '#shared/features/honours/model.ts';
import { defineTables } from '../../db/tables.ts';

/** State tables of certificates, print jobs, numbered sheets and medals. */
export const honoursTables = defineTables<HonoursRows>({
  certificate: {
    columns: {
      id: 'text',
      kind: 'text',
      din: 'text',
      donorId: 'text',
      name: 'text',
      handWritten: 'json',
      volumeMl: 'int',
      count: 'int',
      state: 'text',
      jobId: 'text?',
      serial: 'text?',
      replaces: 'text?',
      receiver: 'text?',
      receiverRelation: 'text?',
      printedAt: 'text?',
      handedOverAt: 'text?',
      signature: 'text?',
      dueStamp: 'text',
      stamps: 'json',
    },
    indexes: ['din', 'donorId', 'state'],
  },
  printJob: {
    columns: {
      id: 'text',
      printerId: 'text',
      document: 'text',
      subject: 'text',
      station: 'text',
      state: 'text',
      reasons: 'json',
      outcome: 'text',
      cancelAsked: 'flag',
      submittedAt: 'text',
      stamp: 'text',
    },
    indexes: ['state', 'subject'],
  },
  sheet: {
    columns: {
      id: 'text',
      stockId: 'text',
      certificateId: 'text?',
      state: 'text',
      code: 'text?',
      at: 'text',
      by: 'text',
      second: 'text?',
      stamp: 'text',
    },
    indexes: ['certificateId', 'state'],
  },
  medal: {
    columns: { id: 'text', donorId: 'text', count: 'int', givenAt: 'text' },
    indexes: ['donorId'],
  },
});

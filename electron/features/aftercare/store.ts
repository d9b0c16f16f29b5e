import type { AftercareRows } from '#shared/features/aftercare/model.ts';
import { defineTables } from '../../db/tables.ts';

/** State tables of late information and recalls. */
export const aftercareTables = defineTables<AftercareRows>({
  lateInformation: {
    columns: {
      id: 'text',
      donorId: 'text',
      din: 'text',
      code: 'text',
      receivedAt: 'text',
      by: 'text',
    },
    indexes: ['donorId', 'din'],
  },
  recall: {
    columns: {
      id: 'text',
      informationId: 'text',
      unitId: 'text',
      din: 'text',
      openedAt: 'text',
      closedAt: 'text?',
      closedBy: 'text?',
      conclusion: 'text?',
    },
    indexes: ['din'],
  },
  recallCall: {
    columns: {
      id: 'text',
      recallId: 'text',
      consignee: 'text',
      person: 'text',
      answer: 'text',
      doctor: 'text',
      at: 'text',
      by: 'text',
    },
    indexes: ['recallId'],
  },
});

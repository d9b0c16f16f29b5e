import type { AftercareRows } from '#shared/features/aftercare/model.ts';
import { defineTables } from '../../db/tables.ts';

/** State table of late information. */
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
});

import type { CallsRows } from '#shared/features/calls/model.ts';
import { defineTables } from '../../db/tables.ts';

/** State tables of presses beside a running draw. */
export const callsTables = defineTables<CallsRows>({
  call: {
    columns: { id: 'text', din: 'text', chairId: 'text', what: 'text', raisedAt: 'text' },
    indexes: [],
  },
  callOwner: {
    columns: {
      id: 'text',
      staffId: 'text',
      attributedAt: 'text',
      attributedBy: 'text',
      stamp: 'text',
    },
    indexes: [],
  },
});

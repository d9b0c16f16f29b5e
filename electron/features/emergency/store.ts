import type { EmergencyRows } from '#shared/features/emergency/model.ts';
import { defineTables } from '../../db/tables.ts';

/** State tables of emergency reading. */
export const emergencyTables = defineTables<EmergencyRows>({
  emergency: {
    columns: { id: 'text', staffId: 'text', why: 'text', openedAt: 'text', until: 'text' },
    indexes: ['staffId'],
  },
  emergencyEnd: { columns: { id: 'text', endedAt: 'text' }, indexes: [] },
  emergencyReview: {
    columns: {
      id: 'text',
      reviewedAt: 'text',
      reviewedBy: 'text',
      verdict: 'text',
      note: 'text',
      stamp: 'text',
    },
    indexes: [],
  },
});

import type { QualityRows } from '#shared/features/quality/model.ts';
import { defineTables } from '../../db/tables.ts';

/** State table of incidents. */
export const qualityTables = defineTables<QualityRows>({
  incident: {
    columns: {
      id: 'text',
      code: 'text',
      subjects: 'json',
      openedAt: 'text',
      openedBy: 'text',
      account: 'text',
      closedAt: 'text?',
      closedBy: 'text?',
      conclusion: 'text?',
      cause: 'text?',
      measure: 'text?',
    },
    indexes: ['closedAt'],
  },
});

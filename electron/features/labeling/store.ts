import type { LabelingRows } from '#shared/features/labeling/model.ts';
import { defineTables } from '../../db/tables.ts';

/** State tables of labels and of the serials in use. */
export const labelingTables = defineTables<LabelingRows>({
  label: {
    columns: {
      id: 'text',
      unitId: 'text',
      din: 'text',
      content: 'json',
      contentHash: 'text',
      printerId: 'text',
      printedAt: 'text',
      printedBy: 'text',
      reprintOf: 'text?',
      state: 'text',
      voidCode: 'text?',
      verifiedAt: 'text?',
      outcome: 'text?',
      outcomeCodes: 'json',
    },
    indexes: ['unitId', 'din', 'printerId', 'state'],
  },
  serialRange: { columns: { id: 'text', last: 'int' }, indexes: [] },
});

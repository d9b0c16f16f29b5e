import type { WasteRows } from '#shared/features/waste/model.ts';
import { defineTables } from '../../db/tables.ts';

/** State table of waste bags. */
export const wasteTables = defineTables<WasteRows>({
  wasteBag: {
    columns: {
      id: 'text',
      number: 'text',
      kind: 'text',
      openedAt: 'text',
      openedBy: 'text',
      state: 'text',
      grams: 'int?',
      sealed: 'json?',
      handedOver: 'json?',
    },
    indexes: ['number', 'state'],
  },
});

import type { ExchangeRows } from '#shared/features/exchange/model.ts';
import { defineTables } from '../../db/tables.ts';

/** State table of clashes between stations. */
export const exchangeTables = defineTables<ExchangeRows>({
  conflict: {
    columns: { id: 'text', kind: 'text', subjects: 'json', notedAt: 'text' },
    indexes: [],
  },
});

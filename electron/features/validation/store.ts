import type { ValidationRows } from '#shared/features/validation/model.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { defineTables } from '../../db/tables.ts';

/** Version of the database engine. */
export function engineVersion(db: ReadHandle): string {
  return db.prepare('SELECT sqlite_version()').pluck().get() as string;
}

/** State tables of validation runs and their steps. */
export const validationTables = defineTables<ValidationRows>({
  validationRun: {
    columns: {
      id: 'text',
      station: 'text',
      product: 'text',
      protocolHash: 'text',
      packs: 'json',
      protocol: 'json',
      startedAt: 'text',
      startedBy: 'text',
      verdict: 'text?',
      conclusion: 'text?',
      concludedAt: 'text?',
      concludedBy: 'text?',
      concludedSecond: 'text?',
      concludedHash: 'text?',
    },
    indexes: ['concludedAt'],
  },
  validationStep: {
    columns: { id: 'text', runId: 'text', stepId: 'text', checks: 'json', results: 'json' },
    indexes: ['runId'],
  },
});

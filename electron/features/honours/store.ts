import type { HonoursRows } from '#shared/features/honours/model.ts';
import type { ReadHandle } from '../../db/handles.ts';
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
      handWrittenBy: 'text?',
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
      due: 'json',
      said: 'json',
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

/** Serial of the sheet that was used or spoiled last; undefined before the first. */
export function lastSerial(db: ReadHandle): string | undefined {
  const row = db.prepare('SELECT id FROM sheet ORDER BY stamp DESC LIMIT 1').get();
  return (row as { id: string } | undefined)?.id;
}

/** Ids of the newest print jobs, the newest first. */
export function newestJobs(db: ReadHandle, count: number): readonly string[] {
  const rows = db
    .prepare('SELECT id FROM printJob ORDER BY submittedAt DESC, id DESC LIMIT ?')
    .all(count);
  return (rows as { id: string }[]).map(({ id }) => id);
}

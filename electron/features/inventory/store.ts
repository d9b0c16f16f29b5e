import type { InventoryRows } from '#shared/features/inventory/model.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { defineTables } from '../../db/tables.ts';

/** State tables of releases, issues and discards. */
export const inventoryTables = defineTables<InventoryRows>({
  release: {
    columns: {
      id: 'text',
      unitId: 'text',
      listId: 'text',
      checks: 'json',
      releasedAt: 'text',
      releasedBy: 'text',
      secondBy: 'text',
      withdrawnAt: 'text?',
      withdrawnCode: 'text?',
    },
    indexes: ['unitId'],
  },
  discard: {
    columns: {
      id: 'text',
      unitId: 'text',
      code: 'text',
      netGrams: 'int',
      wasteBag: 'text',
      discardedAt: 'text',
      by: 'text',
      secondBy: 'text',
    },
    indexes: ['unitId'],
  },
  consignee: {
    columns: { id: 'text', name: 'text', phone: 'text', active: 'flag', stamp: 'text' },
    indexes: [],
  },
  issue: {
    columns: {
      id: 'text',
      unitId: 'text',
      consigneeId: 'text',
      consignee: 'text',
      receiver: 'text',
      boxTenthsC: 'int',
      issuedAt: 'text',
      by: 'text',
    },
    indexes: ['unitId', 'issuedAt'],
  },
});

/** Ids of the last issues, the newest first. */
export function newestIssues(db: ReadHandle, count: number): readonly string[] {
  const rows = db
    .prepare('SELECT id FROM issue ORDER BY issuedAt DESC, id DESC LIMIT ?')
    .all(count);
  return (rows as { id: string }[]).map(({ id }) => id);
}

/** A journal entry as the history of a unit shows it. */
export interface HistoryEntry {
  readonly at: string;
  readonly type: string;
  readonly actor: string;
  readonly second: string | null;
  readonly reason: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * Entries about a unit or its donation, oldest first; at most 500. Nothing stands before the entry that
 * gave the donation its number, so that the years before it are not read.
 */
export function entriesAbout(db: ReadHandle, unitId: string, din: string): readonly HistoryEntry[] {
  const rows = db
    .prepare(
      `SELECT at, type, actor, second, reason, body FROM journal
       WHERE position >= (
           SELECT position FROM journal
           WHERE json_extract(body, '$.din') IS NOT NULL AND type <> 'collection.historyRecorded'
             AND json_extract(body, '$.din') = ?
           ORDER BY position LIMIT 1)
         AND (type GLOB 'collection.*' OR type GLOB 'laboratory.*' OR type GLOB 'components.*'
              OR type GLOB 'labeling.*' OR type GLOB 'inventory.*')
         AND instr(body, ?) > 0
         AND (json_extract(body, '$.unitId') IS NULL OR json_extract(body, '$.unitId') = ?)
       ORDER BY position LIMIT 500`,
    )
    .all(din, din, unitId);
  return (rows as (Omit<HistoryEntry, 'body'> & { body: string })[])
    .map((row) => ({ ...row, body: JSON.parse(row.body) as HistoryEntry['body'] }))
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

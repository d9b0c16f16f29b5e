import type { Evolve, StateReader } from '../../contract/rows.ts';
import { put } from '../../kernel/rows.ts';
import { stampOf } from '../../kernel/stamp.ts';
import type { InventoryRows, ReleaseRow } from './model.ts';

const change = put<InventoryRows, keyof InventoryRows & string>;

/** Transitions of releases, issues and discards; the unit itself belongs to the components. */
export const evolveInventory: Evolve<InventoryRows> = {
  'inventory.released': (_read, { body, at, actor, second, eventId }) => [
    change('release', {
      id: `${body.unitId}:${eventId}`,
      unitId: body.unitId,
      listId: body.listId,
      checks: body.checks,
      releasedAt: at,
      releasedBy: actor,
      secondBy: second ?? '',
      withdrawnAt: null,
      withdrawnCode: null,
    }),
  ],
  'inventory.releaseWithdrawn': (read, { body, at }) => withdrawn(read, body.unitId, at, body.code),
  'inventory.consigneeSet': (read, entry) => {
    const { consigneeId: id, ...line } = entry.body;
    const stamp = stampOf(entry);
    if ((read.get('consignee', id)?.stamp ?? '') > stamp) return [];
    return [change('consignee', { ...line, id, stamp })];
  },
  'inventory.issued': (_read, { body, at, actor }) => {
    const { issueId: id, din: _din, ...issue } = body;
    return [change('issue', { ...issue, id, issuedAt: at, by: actor })];
  },
  'inventory.discarded': (_read, { body, at, actor, second }) => [
    change('discard', {
      id: body.discardId,
      unitId: body.unitId,
      code: body.code,
      netGrams: body.netGrams,
      wasteBag: body.wasteBag,
      discardedAt: at,
      by: actor,
      secondBy: second ?? '',
    }),
  ],
};

/** The earliest withdrawal stands, whichever arrives first; releases signed after it are other releases. */
function withdrawn(read: StateReader, unitId: string, at: string, code: string) {
  return read
    .by('release', 'unitId', unitId)
    .filter((row) => row.releasedAt <= at && isEarlier(row, at, code))
    .map((row) => change('release', { ...row, withdrawnAt: at, withdrawnCode: code }));
}

function isEarlier(row: ReleaseRow, at: string, code: string): boolean {
  const known = `${row.withdrawnAt}|${row.withdrawnCode}`;
  return row.withdrawnAt === null || `${at}|${code}` < known;
}

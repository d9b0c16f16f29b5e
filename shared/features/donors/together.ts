import { event, type NewEvent } from '../../contract/events.ts';
import type { StateReader } from '../../contract/rows.ts';
import type { DeferralRow, FormerTieRow } from './model.ts';

/** Something that was written while several records counted as one human. */
export interface Together {
  readonly itemId: string;
  readonly kind: 'deferral' | 'donation' | 'pastDonation' | 'group';
  /** The record on which it stands. */
  readonly donorId: string;
  readonly on: string;
}

/**
 * What was written on some records since a day and says whether a human may give: deferrals in force,
 * donations, groups. A paper donation carries no day of entry, so all of them are asked about.
 */
export function writtenSince(
  read: StateReader,
  records: readonly string[],
  since: string,
): readonly Together[] {
  return records.flatMap((donorId) => [
    ...read
      .by('deferral', 'donorId', donorId)
      .filter((row) => row.reinstatedAt === null && row.startsOn >= since)
      .map((row) => ({ itemId: row.id, kind: 'deferral' as const, donorId, on: row.startsOn })),
    ...read
      .by('donation', 'donorId', donorId)
      .filter((row) => row.localDate >= since)
      .map((row) => ({ itemId: row.id, kind: 'donation' as const, donorId, on: row.localDate })),
    ...read.by('pastDonation', 'donorId', donorId).map((row) => ({
      itemId: row.id,
      kind: 'pastDonation' as const,
      donorId,
      on: row.collectedOn,
    })),
    ...read
      .by('donorGroup', 'donorId', donorId)
      .filter((row) => row.recordedAt.slice(0, 10) >= since)
      .map((row) => ({
        itemId: row.id,
        kind: 'group' as const,
        donorId,
        on: row.recordedAt.slice(0, 10),
      })),
  ]);
}

/**
 * What the other human of a former tie gets of an item: the same deferral under a name of its own, the
 * donation counted, the group recorded. Nothing for what a person ruled to be one human’s own.
 */
export function sharedBy(
  read: StateReader,
  tie: FormerTieRow,
  item: Together,
): readonly NewEvent[] {
  if (tie.own.includes(item.itemId)) return [];
  switch (item.kind) {
    case 'deferral':
      return deferredToo(read, tie.otherId, read.get('deferral', item.itemId));
    case 'donation':
    case 'pastDonation':
      return givingToo(read, tie.otherId, item.kind, item.itemId);
    case 'group':
      return groupToo(read, tie.otherId, item.itemId);
    default:
      return [];
  }
}

/** A deferral of one human that concerns another: its id tells both, so that it is made once. */
function deferredToo(
  read: StateReader,
  donorId: string,
  row: DeferralRow | undefined,
): readonly NewEvent[] {
  if (!row) return [];
  const [origin = row.id] = row.id.split('@');
  const deferralId = `${origin}@${donorId}`.slice(-120);
  if (read.get('deferral', deferralId) || read.get('deferral', origin)?.donorId === donorId)
    return [];
  const { kind, code, marker, programme, startsOn, until, hidden } = row;
  const fields = { kind, code, marker, programme, startsOn, until, hidden };
  return [event('donors.deferred', { deferralId, donorId, ...fields })];
}

/** A donation that counts for another human too. */
export function givingToo(
  read: StateReader,
  donorId: string,
  source: 'donation' | 'pastDonation',
  itemId: string,
): readonly NewEvent[] {
  return read.get('sharedGiving', `${itemId}@${donorId}`)
    ? []
    : [event('donors.givingShared', { donorId, source, itemId })];
}

function groupToo(read: StateReader, donorId: string, groupId: string): readonly NewEvent[] {
  const row = read.get('donorGroup', groupId);
  if (!row || read.get('donorGroup', `${donorId}:${row.source}`)) return [];
  const { abo, rhd, source } = row;
  return [event('donors.groupRecorded', { donorId, abo, rhd, source })];
}

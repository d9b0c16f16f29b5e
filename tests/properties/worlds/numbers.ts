import type { AnyEntry } from '#shared/contract/events.ts';
import type { World } from './explore.ts';
import { moves } from './numbers-moves.ts';
import { type Numbers, start } from './numbers-state.ts';

function markOfLog(log: readonly AnyEntry[], seed: number): number {
  let mark = seed;
  for (const { eventId } of log)
    for (let at = 0; at < eventId.length; at += 1)
      mark = Math.imul(mark ^ eventId.charCodeAt(at), 0x01000193);
  return mark;
}

function mark({ desks, sent, copy, given, year }: Numbers): readonly [number, number] {
  const [one, two] = desks;
  const counts = one.heard * 64 + two.heard * 4096 + year + (copy ? copy.sent * 8 + 2 : 0);
  let low = one.rows.low ^ Math.imul(two.rows.low, 0x9e3779b1) ^ Math.imul(counts, 0x85ebca77);
  let high = one.rows.high ^ Math.imul(two.rows.high, 0xc2b2ae3d) ^ counts;
  low = markOfLog(sent[0], low) ^ (copy?.desk.rows.low ?? 0);
  high = markOfLog(sent[1], high) ^ Math.imul(given.size + 1, 0x27d4eb2f);
  return [low, high];
}

function wrong({ desks, sent, clashes }: Numbers): readonly string[] {
  const found = [...clashes];
  const [one, two] = desks;
  for (const { rows } of desks) {
    const ranges = rows.all('numberLease');
    const overlap = ranges.some((a, at) =>
      ranges.slice(0, at).some((b) => a.year === b.year && a.first <= b.last && b.first <= a.last),
    );
    if (overlap) found.push('INV-03 leased ranges overlap');
  }
  const knowAll = one.heard === sent[1].length && two.heard === sent[0].length;
  if (knowAll && one.station === 'S1') {
    for (const table of ['donationNumber', 'numberLease'] as const)
      if (JSON.stringify(one.rows.all(table)) !== JSON.stringify(two.rows.all(table)))
        found.push(`INV-38 ${table} differs where both know all`);
  }
  return found;
}

/** A void or used number stays what it is. */
export function lost(before: Numbers, after: Numbers): readonly string[] {
  return ([0, 1] as const).flatMap((at) => {
    if (before.desks[at].station !== after.desks[at].station) return [];
    return before.desks[at].rows
      .all('donationNumber')
      .filter((row) => row.state !== 'assigned')
      .filter((row) => after.desks[at].rows.get('donationNumber', row.id)?.state !== row.state)
      .map((row) => `INV-01 ${row.id} was ${row.state}`);
  });
}

/** Minting at two stations that lease, burn, lose, restore, exchange and see a year turn. */
export const numbers: World<Numbers> = { name: 'numbers', start, moves, mark, wrong, lost };

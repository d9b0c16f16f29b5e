import type { EventType } from '#shared/contract/events.ts';
import type { Entry } from '#shared/kernel/entry.ts';
import type { StatementCache } from '../db/sql-rows.ts';
import type { Store } from '../station/store.ts';
import { decodeEntry, ENTRY_COLUMNS } from './journal.ts';

/** Fields by which an entry names what it is about; each has an index of its own on the journal. */
const NAMED = {
  donorId: '',
  visitId: '',
  pairId: '',
  din: "AND type <> 'collection.historyRecorded'",
} as const;

/** What the state of everybody follows from: the site and its rule packs. */
const EVERYBODY: readonly EventType[] = [
  'operators.siteFounded',
  'operators.siteAmended',
  'rulesets.packAdopted',
  'rulesets.packRetired',
];

/**
 * Entries that the state of some people follows from, in the order in which they were applied here: all
 * that name them, their look-alikes, visits and donations, and what is true of everybody. Read by
 * index: what was journaled about others costs nothing.
 */
export function* entriesAbout(store: Store, donorIds: readonly string[]): Generator<Entry> {
  const row = store.statements.get(`SELECT ${ENTRY_COLUMNS} FROM journal WHERE position = ?`);
  for (const position of positionsAbout(store, donorIds)) yield decodeEntry(row.get(position));
}

function positionsAbout(store: Store, donorIds: readonly string[]): readonly number[] {
  const { reader, statements } = store;
  const donors = lookAlikesOf(store, donorIds);
  const pairs = donors.flatMap((id) => [
    ...reader.by('duplicatePair', 'a', id),
    ...reader.by('duplicatePair', 'b', id),
  ]);
  const visits = donors.flatMap((id) => reader.by('visit', 'donorId', id));
  const donations = donors.flatMap((id) => reader.by('donation', 'donorId', id));
  const found = new Set<number>(positionsOfEverybody(statements));
  const named = (field: keyof typeof NAMED, rows: readonly { readonly id: string }[]) => {
    for (const { id } of rows)
      for (const at of positionsNaming(statements, field, id)) found.add(at);
  };
  named(
    'donorId',
    donors.map((id) => ({ id })),
  );
  named('pairId', pairs);
  named('visitId', visits);
  named('din', donations);
  return [...found].sort((a, b) => a - b);
}

/** Everybody whom decisions on look-alikes ever could have joined with somebody. */
function lookAlikesOf({ reader }: Store, donorIds: readonly string[]): readonly string[] {
  const found = new Set(donorIds);
  for (const id of found) {
    for (const { b } of reader.by('duplicatePair', 'a', id)) found.add(b);
    for (const { a } of reader.by('duplicatePair', 'b', id)) found.add(a);
  }
  return [...found];
}

function positionsNaming(
  statements: StatementCache,
  field: keyof typeof NAMED,
  id: string,
): readonly number[] {
  const value = `json_extract(body, '$.${field}')`;
  return statements
    .get(`SELECT position FROM journal WHERE ${value} IS NOT NULL ${NAMED[field]} AND ${value} = ?`)
    .pluck()
    .all(id) as number[];
}

function positionsOfEverybody(statements: StatementCache): readonly number[] {
  const ofType = statements.get('SELECT position FROM journal WHERE type = ?').pluck();
  return EVERYBODY.flatMap((type) => ofType.all(type) as number[]);
}

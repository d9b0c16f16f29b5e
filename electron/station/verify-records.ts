import { replay } from '../journal/replay.ts';
import { verifyJournal } from '../journal/verify.ts';
import { judgeRecords } from './judge.ts';
import type { Slice } from './slice.ts';
import { pagesAreSound } from './start-checks.ts';
import type { Store } from './store.ts';

/** What a look at the records found; codes and names of tables and invariants, nothing about people. */
export interface RecordsFindings {
  readonly entries: number;
  /** `db.damaged`, a chain fault, `table <name>`, `INV-…`; empty when all is well. */
  readonly findings: readonly string[];
  /** Of the state that a restore drill brought back. */
  readonly stateHash?: string;
}

/**
 * Looks at everything that the records promise: sound pages, every chain from its first entry (INV-35),
 * tables that follow from the journal (INV-37), records that the independent judge finds clean.
 */
export function verifyRecords(store: Store, slices: readonly Slice[]): RecordsFindings {
  if (!pagesAreSound(store.db, 'full')) return { entries: 0, findings: ['db.damaged'] };
  const chains = verifyJournal(store.journal);
  if (!chains.ok) return { entries: 0, findings: [chains.error.code] };
  const { entries, differing } = replay(store, slices);
  const lost = outcomesMissing(store) ? ['table command_outcome'] : [];
  const judged = new Set(judgeRecords(store).map(({ invariant }) => invariant));
  return { entries, findings: [...differing.map((table) => `table ${table}`), ...lost, ...judged] };
}

/** A command that changed something keeps its outcome in the same transaction (INV-33). */
function outcomesMissing({ db }: Store): boolean {
  const row = db
    .prepare(
      `SELECT 1 FROM journal WHERE commandId IS NOT NULL AND type <> 'attempt.refused'
       AND station IN (SELECT station FROM identity)
       AND commandId NOT IN (SELECT commandId FROM command_outcome) LIMIT 1`,
    )
    .get();
  return row !== undefined;
}

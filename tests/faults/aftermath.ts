import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { replay } from '#electron/journal/replay.ts';
import { stateHash } from '#electron/journal/state-hash.ts';
import { verifyJournal } from '#electron/journal/verify.ts';
import { startTexts } from '#electron/start/texts.ts';
import type { Station } from '#electron/station/create-station.ts';
import { judgeRecords } from '#electron/station/judge.ts';
import { slices } from '#electron/station/slices.ts';
import { allTables } from '#electron/station/store.ts';
import { openBelow, type Said } from './course.ts';

/** What a folder turned out to be when the real start opened it. */
export interface Aftermath {
  /** `ready`, the code of a refused start, or the code of the fault that leaves reading only. */
  readonly start: string;
  /** What should not be; empty when all is well. */
  readonly wrong: readonly string[];
}

/** Records that were already looked at whole: journal heads and state. */
const seen = new Map<string, readonly string[]>();

/**
 * Opens a folder as after a restart and looks at everything that was promised: each acknowledged
 * command is there, none that was told as not saved, whole commands only, sound pages, an unbroken
 * chain, tables that follow from the journal, records that the judge finds clean.
 */
export async function aftermath(base: string, said: readonly Said[]): Promise<Aftermath> {
  const started = await openBelow(base);
  if (!started.ok) {
    const wrong = started.error in startTexts ? [] : [`no sentence for ${started.error}`];
    return { start: started.error, wrong };
  }
  const station = started.value;
  const { fault } = station.report;
  const wrong = readable(() => [...commandsWrong(station, said), ...recordsWrong(station)]);
  station.close();
  return { start: fault?.code ?? 'ready', wrong };
}

/** What a look found wrong; pages that cannot be read at all are wrong, not the end of the look. */
function readable(look: () => readonly string[]): readonly string[] {
  try {
    return look();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!code.startsWith('SQLITE_')) throw error;
    return [`records cannot be read: ${code}`];
  }
}

/** Codes that say as a fact that nothing was saved. */
const NOT_SAVED = new Set(['station.notSaved', 'station.diskFull', 'station.internalError']);

function commandsWrong(station: Station, said: readonly Said[]): string[] {
  const { db } = station.core.store;
  const column = (sql: string) => new Set(db.prepare(sql).pluck().all() as string[]);
  const kept = column('SELECT commandId FROM command_outcome');
  const journaled = column('SELECT DISTINCT commandId FROM journal WHERE commandId IS NOT NULL');
  const wrong: string[] = [];
  for (const { name, commandId, status, code } of said) {
    if (status === 'ok' && !kept.has(commandId)) wrong.push(`${name} acknowledged and gone`);
    if (status === 'failed' && NOT_SAVED.has(code) && kept.has(commandId))
      wrong.push(`${name} told as ${code} and there`);
  }
  for (const id of journaled) if (!kept.has(id)) wrong.push(`half of command ${id}`);
  return wrong;
}

function recordsWrong({ core }: Station): readonly string[] {
  const { store } = core;
  const wrong: string[] = [];
  if (store.db.pragma('integrity_check(1)', { simple: true }) !== 'ok') return ['pages damaged'];
  if ((store.db.pragma('foreign_key_check') as unknown[]).length > 0) wrong.push('foreign keys');
  const chain = verifyJournal(store.journal);
  if (!chain.ok) return [...wrong, `chain ${chain.error.code}`];
  const heads = chain.value.map(({ seq, hash }) => `${seq} ${hash}`);
  const mark = [...heads, stateHash(store.db, allTables(slices))].join(' ');
  const known = seen.get(mark) ?? derivedWrong(store);
  seen.set(mark, known);
  return [...wrong, ...known];
}

function derivedWrong(store: Station['core']['store']): readonly string[] {
  const { differing } = replay(store, slices);
  const false_ = judgeRecords(store).map((found) => `judge ${found.invariant}`);
  return [...differing.map((table) => `${table} is not what the journal says`), ...false_];
}

/** File beside data and configuration in which acknowledgements are noted, one JSON line each. */
export const ACKNOWLEDGED = 'acknowledged';

/** Removes what a station left below a folder. */
export function clearBelow(base: string): void {
  for (const name of ['data', 'config', ACKNOWLEDGED])
    rmSync(join(base, name), { recursive: true, force: true });
}

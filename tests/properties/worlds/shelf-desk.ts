import assert from 'node:assert/strict';
import type { DecideContext } from '#shared/contract/context.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';
import type { Decision } from '#shared/kernel/decision.ts';
import { OTHER } from './cast.ts';
import type { Rows } from './rows.ts';
import { moves } from './shelf-moves.ts';
import { CLOCK, type Shelf, start } from './shelf-start.ts';

export const NOW: string = CLOCK[0];
export const TODAY = '2020-03-10' as CivilDate;

/** The bench after some of its moves. */
export function after(...names: readonly string[]): Rows {
  const state = names.reduce<Shelf>((before, name) => {
    const next = moves.find(({ label }) => label === name)?.run(before);
    assert.ok(next !== undefined && next !== 'refused', name);
    return next;
  }, start());
  return state.rows;
}

/** The rows with fields of a row changed: what no event of today would write. */
export function bent(rows: Rows, table: string, id: string, change: object): Rows {
  const row = rows.get(table as never, id) as unknown as object;
  return rows.with([{ table, row: { ...row, id, ...change } } as never]);
}

/** What a rule of the bench is asked with; a technician, alone, unless told. */
export const ctx = (read: Rows, more: Partial<DecideContext> = {}): DecideContext => ({
  read,
  now: NOW,
  zone: 'Asia/Shanghai',
  today: TODAY,
  station: 'S1',
  commandId: 'c',
  actor: OTHER,
  second: undefined,
  newId: () => 'id',
  ...more,
});

/** Codes of a refusal, each once; `accepted` of what was accepted. */
export const said = (decision: Decision<unknown, unknown>) =>
  decision.kind === 'accepted'
    ? ['accepted']
    : [...new Set(decision.reasons.map(({ code }) => code))];

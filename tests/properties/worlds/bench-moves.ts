import type { Actor } from '#shared/contract/context.ts';
import { event, type NewEvent } from '#shared/contract/events.ts';
import type { CommandName, InputOf } from '#shared/contract/index.ts';
import { act, OTHER, PHYSICIAN, RELEASER, TESTER } from './cast.ts';
import { DIN, TUBE } from './collected.ts';
import { decide } from './core.ts';
import type { Move } from './explore.ts';
import { keysDrifted, readings, stillReactive } from './oracle.ts';
import type { Rows } from './rows.ts';

/** A tube at the bench. Every reading takes a minute, so that their order is told by their times. */
export interface Bench {
  readonly rows: Rows;
  readonly minute: number;
}

const BASE = Date.parse('2020-03-10T03:00:00.000Z');

const times = Array.from({ length: 40 }, (_, minute) =>
  new Date(BASE + minute * 60_000).toISOString(),
);

const nowOf = ({ minute }: Bench) => times[minute] ?? '';

/** A run of a test with one of its lots. */
export function opened(test: string, lot: 'a' | 'b', name: string): NewEvent {
  const run = { test, method: 'm', deviceId: null, reagentLotId: `${test}-${lot}` };
  return event('laboratory.runOpened', { runId: name, ...run });
}

/** Its controls were good. */
export function valid(runId: string): NewEvent {
  const controls = [{ name: 'N', ok: true }];
  return event('laboratory.runConcluded', { runId, valid: true, controls, code: null });
}

/** A command as a move of the bench. */
export function ask<N extends CommandName>(
  name: N,
  label: string,
  actor: Actor,
  input: (state: Bench) => InputOf<N> | undefined,
  more: { second?: Actor; takesTime?: boolean } = {},
): Move<Bench> {
  return {
    name,
    label,
    run: (state) => {
      const given = input(state);
      if (given === undefined) return undefined;
      const key = `${label}@${state.minute}`;
      const outcome = decide(state.rows, name, given, act(key, actor, nowOf(state), more));
      if (outcome.kind === 'refused') return 'refused';
      return { rows: outcome.rows, minute: state.minute + (more.takesTime ? 1 : 0) };
    },
  };
}

export type Read = InputOf<'laboratory.enterResult'>['reading'];

/** One person types a reading. */
export const enter = (runId: string, text: string, reading: Read, actor: Actor) =>
  ask(
    'laboratory.enterResult',
    `${actor.staffId} reads ${text} in ${runId}`,
    actor,
    () => ({ sampleId: TUBE, runId, reading }) as InputOf<'laboratory.enterResult'>,
    { takesTime: true },
  );

/** Two people read the same, blind: the second is compared with the first. */
export function both(runId: string, text: string, reading: Read): Move<Bench> {
  const moves = [enter(runId, text, reading, TESTER), enter(runId, text, reading, OTHER)] as const;
  return {
    name: 'laboratory.enterResult',
    label: `two read ${text} in ${runId}`,
    run: (state) => {
      const first = moves[0].run(state);
      return first === undefined || first === 'refused' ? first : moves[1].run(first);
    },
  };
}

/** A run is concluded with good or failed controls. */
export const conclude = (runId: string, ok: boolean) =>
  ask('laboratory.concludeRun', `${runId} is ${ok ? 'good' : 'bad'}`, TESTER, () => ({
    runId,
    controls: [{ name: 'N', ok }],
  }));

/** A run turns out to be wrong. */
export const invalidate = (runId: string) =>
  ask('laboratory.invalidateRun', `${runId} is invalidated`, TESTER, () => ({
    runId,
    code: 'controlError',
  }));

/** A lot is recalled. */
export const withdraw = (lotId: string) =>
  ask(
    'equipment.withdrawLot',
    `${lotId} is recalled`,
    TESTER,
    () => ({ lotId, why: 'x' }) as never,
  );

/** The n-th reading of a test is corrected to another value before two. */
export const correct = (test: string, at: number, text: string, reading: Read) =>
  ask(
    'laboratory.correctResult',
    `reading ${at} of ${test} is corrected to ${text}`,
    TESTER,
    ({ rows }) => {
      const row = readings(rows, DIN, test)[at];
      return (
        row && ({ resultId: row.id, reading, why: 'x' } as InputOf<'laboratory.correctResult'>)
      );
    },
    { second: OTHER, takesTime: true },
  );

/** The n-th open hold is lifted by two. */
export const lift = (at: number) =>
  ask(
    'components.liftHold',
    `hold ${at} is lifted`,
    RELEASER,
    ({ rows }) => {
      const hold = rows.all('hold').filter((row) => row.liftedAt === null)[at];
      return hold && { holdId: hold.id, why: 'x' };
    },
    { second: PHYSICIAN },
  );

/** A reading in words. */
export const qualitative = (value: 'nonreactive' | 'reactive' | 'indeterminate'): Read => ({
  kind: 'qualitative',
  value,
  figure: '',
});

/** Readings only grow, and a lifted hold no longer has its reason. */
export function benchLost(before: Bench, after: Bench, move: Move<Bench>): readonly string[] {
  const found = before.rows
    .all('result')
    .filter((row) => after.rows.get('result', row.id) !== row)
    .map((row) => `INV-09 ${row.id} was lost or changed`);
  found.push(...keysDrifted(before.rows, after.rows));
  if (move.name !== 'components.liftHold') return found;
  const lifted = after.rows
    .all('hold')
    .filter((row) => row.liftedAt !== null && before.rows.get('hold', row.id)?.liftedAt === null);
  if (lifted.length !== 1) found.push('INV-23 not exactly one hold was lifted');
  const isReactive =
    lifted.some((row) => row.code === 'reactiveResult') && stillReactive(after.rows, DIN);
  if (isReactive) found.push('INV-23 lifted while still reactive');
  const isOpen =
    lifted.some((row) => row.code === 'groupDiscrepant') &&
    after.rows.all('groupDispute').some((row) => row.resolvedAt === null);
  if (isOpen) found.push('INV-23 lifted while the group is disputed');
  return found;
}

/** The mark of a state: its rows and its minute. */
export const mark = ({ rows, minute }: Bench): readonly [number, number] => [
  (rows.low + Math.imul(minute + 1, 0x9e3779b1)) | 0,
  rows.high ^ minute,
];

import { event, type NewEvent } from '#shared/contract/events.ts';
import { confirmedGroup } from '#shared/features/laboratory/group.ts';
import {
  ask,
  type Bench,
  benchLost,
  conclude,
  correct,
  enter,
  invalidate,
  lift,
  mark,
  opened,
  type Read,
  valid,
  withdraw,
} from './bench-moves.ts';
import { OTHER, PHYSICIAN, RELEASER, TESTER, TESTER_AGAIN } from './cast.ts';
import { collected, DIN, TUBE } from './collected.ts';
import type { Move, World } from './explore.ts';
import { groupShould, readings } from './oracle.ts';
import type { Rows } from './rows.ts';

type Letter = 'A' | 'O';

const abo = (value: Letter, reverse: Letter = value): Read => ({
  kind: 'abo',
  forward: value,
  reverse,
});

const rhd = (value: 'positive' | 'negative'): Read => ({ kind: 'rhd', value });

function groupWrong({ rows }: Bench): readonly string[] {
  const group = confirmedGroup(rows, DIN);
  const says = group && `${group.abo} ${group.rhd}`;
  const should = groupShould(rows, DIN);
  const found: string[] = [];
  if (says !== should) found.push(`INV-13 INV-14 group ${says ?? '—'} where ${should ?? '—'}`);
  const own = rows.all('donorGroup').filter((row) => row.source === DIN);
  if (says !== undefined && own.length === 0) found.push('INV-13 a confirmed group not recorded');
  return found;
}

const resolve = (setAside: (rows: Rows) => readonly string[], label: string) =>
  ask(
    'laboratory.resolveGroup',
    `the dispute is settled by setting aside ${label}`,
    RELEASER,
    ({ rows }) => {
      const open = rows.all('groupDispute').find((row) => row.resolvedAt === null);
      const aside = [...setAside(rows)];
      if (!open || aside.length === 0) return undefined;
      return { disputeId: open.id, resolution: 'x', setAside: aside } as never;
    },
    { second: TESTER },
  );

function told(runId: string, test: string, value: string, lot: string): NewEvent {
  return event('laboratory.resultRecorded', {
    resultId: `told-${runId}`,
    din: DIN,
    sampleId: TUBE,
    test,
    value,
    figure: '',
    unit: '',
    runId,
    reagentLotId: `${test}-${lot}`,
    method: 'm',
    readers: ['p-tester'],
    deviceKey: null,
    supersedes: null,
    entryId: null,
    conflict: false,
  });
}

const GROUP_RUNS = [
  opened('ABO', 'a', 'A1'),
  opened('ABO', 'b', 'A2'),
  opened('ABO', 'a', 'A3'),
  opened('RhD', 'a', 'D1'),
  opened('RhD', 'b', 'D2'),
  opened('weakD', 'a', 'W1'),
];

/** Three ABO and two RhD runs, weak D, disputes, a finger-prick that said A, an old record. */
function groupsWorld(name: string, ...beginning: readonly NewEvent[]): World<Bench> {
  return {
    name,
    start: () => ({ rows: collected([...GROUP_RUNS, ...beginning]), minute: 0 }),
    moves: GROUP_MOVES,
    mark,
    wrong: groupWrong,
    lost: benchLost,
  };
}

const GROUP_MOVES: readonly Move<Bench>[] = [
  enter('A1', 'A', abo('A'), TESTER),
  enter('A1', 'O', abo('O'), TESTER),
  enter('A2', 'A', abo('A'), OTHER),
  enter('A2', 'A', abo('A'), TESTER),
  enter('A2', 'O', abo('O'), OTHER),
  enter('A2', 'A/O', abo('A', 'O'), OTHER),
  enter('A3', 'A', abo('A'), OTHER),
  enter('A2', 'A', abo('A'), TESTER_AGAIN),
  enter('A1', 'A', abo('A'), OTHER),
  enter('D1', '+', rhd('positive'), TESTER),
  enter('D1', '+', rhd('positive'), OTHER),
  enter('D1', '−', rhd('negative'), TESTER),
  enter('D2', '+', rhd('positive'), OTHER),
  enter('D2', '−', rhd('negative'), OTHER),
  enter('W1', '−', rhd('negative'), TESTER),
  enter('W1', '+', rhd('positive'), TESTER),
  conclude('A2', true),
  conclude('A2', false),
  ...(['A1', 'D1', 'W1'] as const).map(invalidate),
  withdraw('ABO-a'),
  correct('ABO', 0, 'A', abo('A')),
  resolve(
    (rows) =>
      readings(rows, DIN, 'ABO')
        .slice(-1)
        .map((row) => row.id),
    'the last ABO',
  ),
  resolve(
    (rows) =>
      readings(rows, DIN, 'RhD')
        .slice(0, 1)
        .map((row) => row.id),
    'the first RhD',
  ),
  resolve(() => ['fingerPrick'], 'the finger-prick'),
  lift(0),
  ask(
    'donors.recordGroup',
    'an old record says O',
    PHYSICIAN,
    ({ rows }) =>
      rows.all('donorGroup').some((row) => row.source === 'old')
        ? undefined
        : ({ donorId: 'don', abo: 'O', rhd: 'positive', source: 'old' } as never),
    { second: TESTER },
  ),
];

const CONCLUDED = ['A1', 'A3', 'D1', 'D2', 'W1'].map(valid);

/** Nothing read yet. */
export const groups = groupsWorld('groups', ...CONCLUDED);

/** One of two readings is there: A positive. */
export const groupsPositive = groupsWorld(
  'groups, half positive',
  ...CONCLUDED,
  valid('A2'),
  told('A1', 'ABO', 'A', 'a'),
  told('D1', 'RhD', 'positive', 'a'),
);

/** One of two readings is there: A negative, the hard-won answer. */
export const groupsNegative = groupsWorld(
  'groups, half negative',
  ...CONCLUDED,
  valid('A2'),
  told('A1', 'ABO', 'A', 'a'),
  told('D1', 'RhD', 'negative', 'a'),
);

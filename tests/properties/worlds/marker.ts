import { activeDeferrals } from '#shared/features/donors/facts.ts';
import { testsVerdicts } from '#shared/features/laboratory/verdicts.ts';
import {
  type Bench,
  benchLost,
  both,
  conclude,
  correct,
  enter,
  invalidate,
  lift,
  mark,
  opened,
  qualitative,
  valid,
  withdraw,
} from './bench-moves.ts';
import { OTHER, TESTER, TESTER_AGAIN } from './cast.ts';
import { collected, DIN } from './collected.ts';
import type { World } from './explore.ts';
import { markerIsGood, markerIsReactiveForGood, readings } from './oracle.ts';
import type { Rows } from './rows.ts';
import { smallPack } from './small-pack.ts';

const isHeldFor = (rows: Rows, code: string) => rows.all('hold').some((row) => row.code === code);

const ROUNDS = 2;

function markerWrong({ rows }: Bench): readonly string[] {
  const found: string[] = [];
  const verdict = testsVerdicts(rows, DIN, '2020-03-10').find((one) => one.ruleId === 'HBV');
  const says = verdict?.verdict === 'met';
  const should = markerIsGood(rows, DIN, ROUNDS);
  // Where something was reactive the product may ask for more than the rule; never for less.
  const isPlain = readings(rows, DIN, 'HBV').every((row) => row.value === 'nonreactive');
  if (says ? !should : should && isPlain) found.push(`INV-10 INV-11 HBV is ${verdict?.verdict}`);
  const isReactive = readings(rows, DIN, 'HBV').some((row) => row.value === 'reactive');
  if (isReactive && !isHeldFor(rows, 'reactiveResult'))
    found.push('INV-11 reactive without a hold');
  const deferred = activeDeferrals(rows, 'don', '2020-03-10').some((row) => row.marker === 'HBV');
  if (markerIsReactiveForGood(rows, DIN) && !deferred)
    found.push('INV-11 for good without a deferral');
  const alone = readings(rows, DIN, 'HBV').some((row) => new Set(row.readers).size < 2);
  if (alone) found.push('INV-30 a reading of one person alone');
  return found;
}

const RUNS = ['H1', 'H2', 'H3'] as const;

const VALUES = [
  ['N', qualitative('nonreactive')],
  ['R', qualitative('reactive')],
] as const;

/** One infection marker: three runs of two lots, typed by two, concluded, broken, corrected, recalled. */
export const marker: World<Bench> = {
  name: 'marker',
  start: () => ({
    rows: collected(
      [opened('HBV', 'a', 'H1'), opened('HBV', 'b', 'H2'), opened('HBV', 'a', 'H3'), valid('H1')],
      smallPack({ rounds: ROUNDS }),
    ),
    minute: 0,
  }),
  moves: [
    ...RUNS.flatMap((runId) => VALUES.map(([text, reading]) => both(runId, text, reading))),
    both('H1', 'I', qualitative('indeterminate')),
    enter('H2', 'N', qualitative('nonreactive'), TESTER),
    enter('H2', 'N', qualitative('nonreactive'), TESTER_AGAIN),
    enter('H2', 'R', qualitative('reactive'), OTHER),
    ...RUNS.flatMap((runId) => [conclude(runId, true), conclude(runId, false), invalidate(runId)]),
    withdraw('HBV-a'),
    correct('HBV', 0, 'N', qualitative('nonreactive')),
    correct('HBV', 1, 'R', qualitative('reactive')),
    lift(0),
  ],
  mark,
  wrong: markerWrong,
  lost: benchLost,
};

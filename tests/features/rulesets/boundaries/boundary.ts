import assert from 'node:assert/strict';
import { DATA_ONLY } from '#shared/features/rulesets/criteria/registry.ts';
import type { RulePack, RuleRow } from '#shared/features/rulesets/model.ts';
import { judgeRule } from '#shared/features/rulesets/screening.ts';
import { goodSubject } from '../good-subject.ts';
import type { CasesOf, Side } from './case.ts';
import { driveCases } from './drive-cases.ts';
import { deferralCases, parameterCases } from './list-cases.ts';
import { personCases } from './person-cases.ts';
import { recordCases } from './record-cases.ts';

/** Cases by evaluator of a row that judges a donor. */
export const CASES: Readonly<Record<string, CasesOf>> = { ...personCases, ...recordCases };

/** Sides on which every row that judges a donor has at least one case; a row with a figure has more. */
const NEEDED: readonly Side[] = ['at', 'outside', 'missing'];
const NEEDED_OF_FIGURES: readonly Side[] = [...NEEDED, 'inside', 'impossible'];

const hasFigure = ({ params }: RuleRow): boolean =>
  Object.entries(params).some(
    ([name, value]) => /^(min|max|male|female)/.test(name) && typeof value === 'number',
  );

/** Runs every boundary case of a row and gives their number; fails on a row that lacks one. */
export function boundary(pack: RulePack, row: RuleRow): number {
  if (!DATA_ONLY.has(row.criterion)) return judgedBoundary(row);
  const cases =
    row.criterion === 'parameter'
      ? parameterCases(row)
      : row.criterion === 'deferralReason'
        ? deferralCases(row)
        : driveCases(row);
  assert.ok(cases.length > 0, `${pack.packId} ${row.id} has no boundary case`);
  for (const [name, found, expected] of cases)
    assert.deepEqual(found, expected, `${row.id}: ${name}`);
  return cases.length;
}

function judgedBoundary(row: RuleRow): number {
  const cases = CASES[row.criterion]?.(row) ?? [];
  const sides = new Set(cases.map(([side]) => side));
  for (const side of hasFigure(row) ? NEEDED_OF_FIGURES : NEEDED)
    assert.ok(sides.has(side), `${row.id} has no case “${side}”`);
  for (const [, name, patch, expected] of cases) {
    const { verdict } = judgeRule(row, { ...goodSubject(), ...patch });
    assert.equal(verdict.verdict, expected, `${row.id}: ${name}`);
    assert.ok(verdict.input.zh && verdict.input.en, `${row.id}: ${name} says what it saw`);
  }
  const [, , atLimit] = cases.find(([side]) => side === 'at') ?? cases[0] ?? [];
  for (const [name, gutted] of withoutOne(row))
    assert.equal(
      judgeRule(gutted, { ...goodSubject(), ...atLimit }).verdict.input.en,
      'rule parameter missing',
      `${row.id} without ${name}`,
    );
  return cases.length;
}

/** What a row may leave out; without any other of its parameters it is never satisfied. */
const MAY_LACK: ReadonlySet<string> = new Set([
  'approvedMinDays',
  'exclusive',
  'extensionMaxYears',
  'hardMaxYears',
  'maxExclusive',
  'onlyQuestion',
  'optional',
  'pendingUntil',
  'reactionQuestion',
  'reasons',
  'required',
  'softMax',
  'standsFor',
  'unit',
  'unlessQuestion',
]);

/** The row without each of the parameters that it needs, and with each of them of a wrong kind. */
function withoutOne(row: RuleRow): readonly (readonly [name: string, gutted: RuleRow])[] {
  return Object.keys(row.params)
    .filter((name) => !MAY_LACK.has(name))
    .filter((name) => !(row.criterion === 'bloodFigure' && name === 'max'))
    .filter((name) => name !== 'to' || row.criterion === 'intervalSinceLast')
    .flatMap((name) => {
      const { [name]: _, ...rest } = row.params;
      return [
        [name, { ...row, params: rest }],
        [`a true ${name}`, { ...row, params: { ...rest, [name]: false } }],
      ] as const;
    });
}

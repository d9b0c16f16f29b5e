import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { VisitRow } from '#shared/features/visits/model.ts';
import { isPast, openProblem, orderProblem, STEPS } from '#shared/features/visits/steps.ts';

const TODAY = '2020-03-10';

const visit = (more: Partial<VisitRow>) =>
  ({ step: 'door', state: 'open', localDate: TODAY, ...more }) as VisitRow;

test('INV-07 a step is past only when a later one is reached', () => {
  for (const [reached, step] of STEPS.entries())
    for (const [at, other] of STEPS.entries())
      assert.equal(isPast(visit({ step }), other), reached > at, `${step} past ${other}`);
});

test('INV-07 a visit goes on while it is known, open and of today', () => {
  const problem = (one: VisitRow | undefined) => openProblem(one, TODAY)?.code;
  assert.equal(problem(visit({})), undefined);
  assert.equal(problem(undefined), 'visits.unknown');
  for (const state of ['refused', 'cancelled', 'closed'] as const)
    assert.equal(problem(visit({ state })), 'visits.notOpen', state);
  assert.deepEqual(openProblem(visit({ localDate: '2020-03-09' }), TODAY), {
    code: 'visits.notToday',
    params: { day: '2020-03-09' },
  });
});

test('INV-07 every pair of steps: the missing one is named, a done one repeats only as far as it may', () => {
  for (const [reached, step] of STEPS.entries())
    for (const [at, wanted] of STEPS.entries())
      for (const [last, upTo] of [[-1, undefined] as const, ...STEPS.entries()]) {
        const done = reached <= last ? undefined : 'visits.stepDone';
        const expected = reached === at ? undefined : reached < at ? `visits.${step}First` : done;
        const found = orderProblem(visit({ step }), wanted, upTo)?.code;
        assert.equal(found, expected, `${step} for ${wanted} up to ${upTo}`);
      }
});

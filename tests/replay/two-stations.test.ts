import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { demoResidentId } from '#electron/demo/donors.ts';
import type { SentOf } from '#shared/contract/index.ts';
import { deskMoves } from '#tests/properties/desk-moves.ts';
import { benchMoves, labMoves } from '#tests/properties/lab-moves.ts';
import { furnish, openedSite, templateOf } from '#tests/properties/site.ts';
import { type Step, stepArbitrary, type Walk } from '#tests/properties/walk.ts';
import { assertAgreed, closePair, exchange, type Pair, pairFrom, send } from './two.ts';

// The furnished site, made once for the file; folders made in a test would go away with it.
const site = await openedSite();
await furnish(site);
const template = templateOf(site);

const registration = (number: string): SentOf<'donors.register'> => ({
  document: { kind: 'residentId', number },
  name: '韩志远',
  phone: '',
});

/** Plays both parts apart, then exchanges in either order and size of batches. */
async function apart(
  play: (pair: Pair) => Promise<void>,
  check: (pair: Pair) => void,
): Promise<void> {
  for (const [isBFirst, size] of [
    [false, 1000],
    [true, 3],
  ] as const) {
    const pair = await pairFrom(template);
    await play(pair);
    if (isBFirst) send(pair.b, pair.a, size);
    exchange(pair, size);
    assertAgreed(pair);
    check(pair);
    closePair(pair);
  }
}

async function done(answer: Promise<{ readonly status: string }>): Promise<void> {
  const { status } = await answer;
  assert.equal(status, 'ok', JSON.stringify(await answer));
}

test('INV-38 INV-05 the same person registered at both stations is flagged at both', async () => {
  const number = demoResidentId('1987-04-19' as never, 'male');
  await apart(
    async ({ a, b }) => {
      await done(a.ask('donors.register', registration(number), { as: 'nurse' }));
      await done(b.ask('donors.register', registration(number), { as: 'nurse' }));
    },
    ({ a }) => {
      const twins = a.read.by('donor', 'documentNumber', number);
      assert.equal(twins.length, 2);
      assert.equal(new Set(twins.map((row) => row.number)).size, 2, 'each has its own number');
      assert.equal(
        a.read.all('duplicatePair').filter((row) => row.verdict === 'undecided').length,
        1,
      );
    },
  );
});

const deferral = (walk: Walk, until: string | null) => {
  const [donor] = walk.read.all('donor');
  return {
    donorId: donor?.id ?? '',
    kind: 'temporary' as const,
    code: 'T01',
    until,
    why: '体检',
  };
};

test('INV-38 INV-06 a deferral at one station stands against a clear answer at the other', async () => {
  await apart(
    async ({ a, b }) => {
      await done(a.ask('donors.defer', deferral(a, null), { as: 'physician' }));
      const donorId = deferral(b, null).donorId;
      const clear = { donorId, register: '屏蔽库', answer: 'clear' as const };
      await done(b.ask('donors.queryRegister', clear, { as: 'nurse' }));
    },
    ({ a, b }) => {
      for (const walk of [a, b])
        assert.deepEqual(
          walk.read.all('deferral').map((row) => row.reinstatedAt),
          [null],
        );
    },
  );
});

test('INV-38 demographics edited at both stations: the later edit stands at both', async () => {
  const edit = (walk: Walk, name: string) => {
    const [donor] = walk.read.all('donor');
    const document = { kind: 'residentId' as const, number: donor?.documentNumber ?? '' };
    const input = { donorId: donor?.id ?? '', document, name, phone: '', why: '更正' };
    return walk.ask('donors.amend', input, { as: 'nurse' });
  };
  await apart(
    async ({ a, b }) => {
      a.site.clock.forward(5);
      b.site.clock.forward(3);
      await done(edit(a, '王晓燕甲'));
      await done(edit(b, '王晓燕乙'));
    },
    ({ a, b }) => {
      for (const walk of [a, b]) assert.equal(walk.read.all('donor')[0]?.name, '王晓燕甲');
    },
  );
});

test('INV-38 INV-11 results at both stations: a reactive one holds at both', async () => {
  const run = async (walk: Walk, value: 'reactive' | 'nonreactive') => {
    const din = walk.read.all('donation').at(-1)?.id ?? '';
    const reagentLotId = walk.site.equipment.lots['HBV-a'] ?? '';
    await done(
      walk.ask('laboratory.openRun', { test: 'HBV', method: 'm', reagentLotId }, { as: 'testerA' }),
    );
    const { runId } = (walk.last as { answer: { value: { runId: string } } }).answer.value;
    const entry = {
      sampleId: `${din}:serology`,
      runId,
      reading: { kind: 'qualitative' as const, value },
    };
    await done(walk.ask('laboratory.enterResult', entry, { as: 'testerA' }));
    await done(walk.ask('laboratory.enterResult', entry, { as: 'testerB' }));
    await done(
      walk.ask(
        'laboratory.concludeRun',
        { runId, controls: [{ name: 'N', ok: true }] },
        { as: 'testerA' },
      ),
    );
  };
  await apart(
    async ({ a, b }) => {
      await run(a, 'nonreactive');
      await run(b, 'reactive');
    },
    ({ a, b }) => {
      for (const walk of [a, b])
        assert.deepEqual(
          walk.read.all('hold').map((row) => row.code),
          ['reactiveResult'],
        );
    },
  );
});

test('INV-38 INV-19 a hold at one station against a release at the other: held and not released at both', async () => {
  let unitId = '';
  await apart(
    async ({ a, b }) => {
      unitId = a.read.by('unit', 'state', 'labelled')[0]?.id ?? '';
      const visual = 'ok' as const;
      const units = [{ unitId, visual }];
      await done(
        a.ask(
          'inventory.releaseUnits',
          { units },
          { as: 'releaser', signed: true, second: 'charge' },
        ),
      );
      const hold = {
        scope: 'unit' as const,
        target: unitId,
        code: 'identityDoubt' as const,
        why: '可疑',
      };
      await done(b.ask('components.placeHold', hold, { as: 'testerA' }));
    },
    ({ a, b }) => {
      for (const walk of [a, b]) {
        assert.notEqual(walk.read.get('unit', unitId)?.state, 'released');
        assert.equal(walk.read.by('hold', 'target', unitId).length, 1);
      }
    },
  );
});

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 3);

test('INV-38 INV-37 INV-39 random work apart, exchanged in any interleaving: all state tables equal', async () => {
  const spread = (all: typeof labMoves) =>
    all.flatMap(([weight, move]) => Array.from({ length: weight }, () => move));
  // A bag is at one place: only the first station handles it; both draw, test, hold and lift.
  const moves = {
    a: spread([...deskMoves, ...labMoves]),
    b: spread([...deskMoves, ...benchMoves]),
  };
  const course = async (steps: readonly (readonly [boolean, Step])[], cuts: readonly number[]) => {
    const pair = await pairFrom(template);
    for (const [at, [isB, step]] of steps.entries()) {
      const own = isB ? moves.b : moves.a;
      await own[step.move % own.length]?.(isB ? pair.b : pair.a, step);
      if (!cuts.includes(at)) continue;
      if (isB) send(pair.b, pair.a, 1 + (step.a % 9));
      else send(pair.a, pair.b, 1 + (step.a % 9));
    }
    exchange(pair, 1 + (cuts[0] ?? 50));
    assertAgreed(pair);
    closePair(pair);
  };
  const steps = fc.array(fc.tuple(fc.boolean(), stepArbitrary), { minLength: 20, maxLength: 40 });
  await fc.assert(fc.asyncProperty(steps, fc.array(fc.nat(39), { maxLength: 5 }), course), {
    numRuns: RUNS,
    endOnFailure: true,
    interruptAfterTimeLimit: Number(process.env['PROPERTY_MS'] ?? 20_000),
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { replay } from '#electron/journal/replay.ts';
import { verifyJournal } from '#electron/journal/verify.ts';
import { slices } from '#electron/station/slices.ts';
import { tableViolations } from '#shared/judge/tables.ts';
import { violations } from '#shared/judge/violations.ts';
import { pathsBothWays } from './paths.ts';
import { entriesOf, siteFrom, type Template } from './site.ts';
import { type Step, stepArbitrary, type Tally, Walk, type Weighted } from './walk.ts';

/** `PROPERTY_SEED` repeats a run that failed, `random` looks further; a failure prints its seed. */
const wanted = process.env['PROPERTY_SEED'];
const seed = wanted === undefined || wanted === 'random' ? undefined : Number(wanted);

/**
 * Plays random courses of events from a template through the real core. The judge looks at every
 * transaction of the history, so one look covers every step; then the chain, the tables and the
 * journal are compared (INV-35, INV-37), and every path is walked both ways (INV-28).
 */
export async function play(
  template: Template,
  moves: Weighted,
  tally: Tally,
  size: { readonly runs: number; readonly steps: number },
): Promise<void> {
  const table = moves.flatMap(([weight, move]) => Array.from({ length: weight }, () => move));
  const over = Date.now() + Number(process.env['PROPERTY_MS'] ?? 25_000);
  const course = async (steps: readonly Step[]) => {
    // However busy the machine is, one course is played to its end.
    if (tally.courses > 0 && Date.now() > over) return;
    const site = await siteFrom(template);
    const walk = new Walk(site, tally);
    for (const [at, step] of steps.entries()) {
      await table[step.move % table.length]?.(walk, step);
      if (at % 25 === 24) assert.deepEqual(violations(entriesOf(site.test)), []);
    }
    assert.deepEqual(violations(entriesOf(site.test)), []);
    const { store } = site.test.station.core;
    assert.deepEqual(tableViolations(entriesOf(site.test), store.reader), []);
    assert.ok(verifyJournal(store.journal).ok);
    assert.deepEqual(replay(store, slices).differing, []);
    const { down, up } = pathsBothWays(store.reader);
    assert.deepEqual(down, up);
    tally.courses += 1;
    tally.paths += up.length;
    site.test.close();
  };
  const steps = fc.array(stepArbitrary, { minLength: size.steps / 2, maxLength: size.steps });
  await fc.assert(fc.asyncProperty(steps, course), {
    numRuns: size.runs,
    ...(seed === undefined ? {} : { seed }),
    endOnFailure: seed === undefined,
  });
}

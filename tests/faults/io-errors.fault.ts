import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TrialReport } from './player.ts';
import { makeTemplate, Player, PROVING } from './rig.ts';
import { CHANGES, type Fault, type FaultKind, OPERATIONS } from './shim/shim.ts';

/** At how many operations of a course a fault is tried in the daily sample. */
const SAMPLE = 10;

interface Plan {
  readonly kind: FaultKind;
  readonly mask: number;
  readonly lasting: boolean;
}

const PLANS: readonly Plan[] = [
  { kind: 'eio', mask: CHANGES, lasting: false },
  { kind: 'eio', mask: CHANGES, lasting: true },
  { kind: 'eio', mask: OPERATIONS.sync, lasting: false },
  { kind: 'eio', mask: OPERATIONS.sync, lasting: true },
  { kind: 'eio', mask: OPERATIONS.read, lasting: false },
  { kind: 'eio', mask: OPERATIONS.read, lasting: true },
  { kind: 'full', mask: OPERATIONS.write | OPERATIONS.open, lasting: true },
  { kind: 'full', mask: OPERATIONS.write, lasting: false },
  { kind: 'short', mask: OPERATIONS.write, lasting: false },
  { kind: 'short', mask: OPERATIONS.write, lasting: true },
  { kind: 'readOnly', mask: CHANGES, lasting: true },
];

const template = await makeTemplate();

/** A course that meets its fault may stop, never lie: nothing thrown, and the folder is whole after. */
function wrongOf(report: TrialReport): readonly string[] {
  const thrown = report.thrown === null ? [] : [`thrown: ${report.thrown}`];
  const after = report.after;
  const start = after?.start === 'ready' ? [] : [`next start: ${after?.start}`];
  return [...thrown, ...start, ...(after?.wrong ?? ['not looked at'])];
}

for (const course of ['work', 'found'] as const) {
  for (const { kind, mask, lasting } of PLANS) {
    const name = `${kind} ${lasting ? 'from' : 'at'} every operation of kind ${mask}`;
    test(`INV-33 INV-35 INV-37 ${course}: ${name}, one after the other`, async (t) => {
      const player = new Player(template);
      const { counted } = await player.play({ do: 'count', course, mask });
      assert.ok(counted > 5);
      const stride = PROVING ? 1 : counted / SAMPLE;
      let met = 0;
      const wrong: string[] = [];
      for (let place = 1; place <= counted; place += stride) {
        const at = Math.floor(place);
        const fault: Fault = { kind, mask, lasting, at };
        const report = await player.play({ do: 'fault', course, fault });
        met += Math.min(1, report.hits);
        wrong.push(...wrongOf(report).map((what) => `at ${at}: ${what}`));
      }
      await player.close();
      t.diagnostic(`${met} faults met, ${counted} operations`);
      assert.deepEqual(wrong, []);
      assert.ok(met > 0);
    });
  }
}

import assert from 'node:assert/strict';
import type { Answer } from '#shared/contract/envelope.ts';
import { entriesOf } from './site.ts';
import { type Move, pick, type Weighted } from './walk.ts';

/** Minutes, days, or back: the clock of a machine is never trusted (INV-34). */
const clock: Move = async (walk, { a, odd }) => {
  if (odd < 76) walk.site.clock.forward(1 + (a % 90));
  else if (odd < 81) walk.site.clock.forward(1440 * (1 + (a % 20)));
  else walk.site.clock.forward(-60 * (1 + (a % 200)));
};

const restart: Move = (walk) => walk.restart();

/** INV-33: the same command again gives the same outcome and adds nothing. */
const repeat: Move = async (walk) => {
  const { last } = walk;
  if (last?.answer.status !== 'ok' && last?.answer.status !== 'refused') return;
  const before = entriesOf(walk.site.test).length;
  const again = await walk.site.test.station.call(last.name, last.envelope, { door: 'test' });
  const proofIsStale = refusedOutside(again);
  if (proofIsStale) return;
  const kept = keptOf(last.answer);
  if (kept !== undefined) assert.deepEqual(keptOf(again) ?? again, kept, last.name);
  if (last.answer.status === 'ok')
    assert.equal(entriesOf(walk.site.test).length, before, last.name);
};

function keptOf(answer: Answer): unknown {
  return answer.status === 'ok' ? answer.value : undefined;
}

/** A session of before a restart, or a command whose outcome is kept as a secret. */
function refusedOutside(answer: Answer): boolean {
  if (answer.status !== 'refused') return false;
  return answer.reasons.some(
    ({ code }) => code.startsWith('station.') || code.startsWith('operators.'),
  );
}

/** INV-24: a command on an old picture is refused whole, with what changed. */
const stale: Move = async (walk, { a }) => {
  const donor = pick(walk.read.all('donor'), a);
  if (!donor) return;
  const answer = await walk.ask(
    'donors.defer',
    { donorId: donor.id, kind: 'temporary', code: 'T01', until: walk.today, why: '旧画面' },
    { as: 'physician', expects: { [donor.id]: 99 } },
  );
  assert.equal(answer.status, 'refused');
  const codes = answer.status === 'refused' ? answer.reasons.map(({ code }) => code) : [];
  assert.deepEqual(codes, ['station.staleRecord']);
};

/** Moves that any course of events may hold. */
export const commonMoves: Weighted = [
  [4, clock],
  [1, restart],
  [3, repeat],
  [1, stale],
];

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { systemClock } from '#electron/ports/clock.ts';
import type { Station } from '#electron/station/create-station.ts';
import { type Board, lastingFacts } from '#tests/support/board.ts';
import { makeStation } from '#tests/support/station.ts';
import { timings } from '../bench/measure.ts';
import { Life, type Seen } from './twelve/life.ts';
import { act, type Chair, endAll, newestOf, type Pace, twelveChairs } from './twelve/machines.ts';

/**
 * A minute at many times the pace of real machines; with `FAULTS=all` an hour at their own pace.
 * `TARGET_ML` shortens that hour: about seven seconds a millilitre (`TARGET_ML=90`: ten minutes).
 */
const REAL = process.env['FAULTS'] === 'all';
const PACE: Pace = {
  speed: REAL ? 1 : 20,
  targetMl: Number(process.env['TARGET_ML'] ?? (REAL ? 480 : 160)),
};
/** Seconds between two disturbances. */
const CALM_S = REAL ? 20 : 2;
const LONGEST_PULL_MS = 4_000;
/** Of so many disturbances one kills the station; the others pull a cable. */
const KILL_EVERY = 3;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('twelve machines with pulled cables and kills: nothing lost, nothing doubled, the board right at once', async (t) => {
  const { world, chairs } = await twelveChairs(PACE);
  after(() => endAll(chairs));
  const { folder, configFolder } = world.test;
  const { badge, pin } = world.nurse;
  const proof = { actor: { kind: 'badge' as const, badge, pin } };
  world.test.close();
  const lives: Seen[] = [];
  let [pulls, kills] = [0, 0];
  let life = new Life({ folder, configFolder }, proof);
  let board = await life.begin(chairs.length);
  for (let turn = 1; isOn(board); turn += 1) {
    await wait(CALM_S * 1000);
    board = await life.board();
    if (turn % KILL_EVERY === 0) {
      lives.push(await life.kill());
      kills += 1;
      life = new Life({ folder, configFolder }, proof);
      const first = await life.begin(chairs.length);
      assertGoesOn(board, first);
      board = first;
    } else {
      await pull(chairs[(turn * 5) % chairs.length]);
      pulls += 1;
    }
  }
  lives.push(await life.kill());
  const again = await makeStation({ folder, configFolder, clock: systemClock as never });
  let records = 0;
  for (const chair of chairs) records += await assertWhole(again.station, chair);
  t.diagnostic(JSON.stringify({ ...PACE, records, pulls, kills, ...needs(lives) }));
});

/** Whether any machine still draws. */
function isOn({ tiles }: Board): boolean {
  return tiles.some(({ state }) => state === 'running');
}

/** A cable that comes out and goes in again, as under a foot. */
async function pull(chair: Chair | undefined): Promise<void> {
  if (chair === undefined) return;
  await act(chair.simulator, { do: 'pull' });
  await wait(Math.random() * LONGEST_PULL_MS);
  await act(chair.simulator, { do: 'plug' });
}

/** The first board after a kill tells the same donors, times and alarms at the same chairs, and no less volume. */
function assertGoesOn(before: Board, first: Board): void {
  assert.deepEqual(lastingFacts(first), lastingFacts(before));
  for (const [index, { machineMl }] of first.tiles.entries())
    assert.ok((machineMl ?? 0) >= (before.tiles[index]?.machineMl ?? 0), `chair ${index + 1}`);
}

/** Every record of a machine is stored once and in order, had its effect once, and its run ended once. */
async function assertWhole({ core }: Station, chair: Chair): Promise<number> {
  const { deviceId, din } = chair;
  const frames = core.store.statements
    .get('SELECT bytes FROM device_frame WHERE deviceId = ? ORDER BY id')
    .all(deviceId) as { readonly bytes: Buffer }[];
  const numbers = frames.map(({ bytes }) =>
    Number(/^#(\d+)\|/.exec(bytes.toString('latin1'))?.[1]),
  );
  const made = await newestOf(chair);
  assert.deepEqual(
    numbers,
    Array.from({ length: made }, (_, index) => index + 1),
    `${deviceId}: every record once and in order`,
  );
  const marks = core.store.reader.by('runMark', 'din', din);
  assert.equal(new Set(marks.map(({ id }) => id)).size, marks.length);
  assert.equal(marks.filter(({ kind }) => kind === 'gap').length, 0, `${deviceId}: no gap`);
  const ended = core.store.statements
    .get("SELECT count(*) AS n FROM journal WHERE type = 'collection.machineEnded' AND body LIKE ?")
    .get(`%${din}%`) as { n: number };
  assert.equal(ended.n, 1, `${deviceId}: one end`);
  const donation = core.store.reader.get('donation', din);
  assert.deepEqual(
    [donation?.stopReason, donation?.machineMl],
    ['targetReached', PACE.targetMl],
    deviceId,
  );
  return numbers.length;
}

/** The slowest start, and what twelve machines take of one core in the middle of all lives. */
function needs(lives: readonly Seen[]) {
  const shares = lives
    .flatMap(({ share }) => (share === undefined ? [] : [share]))
    .sort((a, b) => a - b);
  return {
    usualBoardMs: Math.round(timings(lives.map(({ boardMs }) => boardMs)).p50),
    slowestBoardMs: Math.round(Math.max(...lives.map(({ boardMs }) => boardMs))),
    slowestLinesMs: Math.round(Math.max(...lives.map(({ linesMs }) => linesMs))),
    coreShare: Number((shares[Math.floor(shares.length / 2)] ?? 0).toFixed(3)),
    mostOfACore: Number((shares.at(-1) ?? 0).toFixed(3)),
  };
}

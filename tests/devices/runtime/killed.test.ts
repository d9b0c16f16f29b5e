import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readable } from '#electron/db/handles.ts';
import { seriesOf } from '#electron/features/collection/series.ts';
import { systemClock } from '#electron/ports/clock.ts';
import { gapsOf } from '#renderer/ui/live-chart-data.ts';
import { makeStation } from '#tests/support/station.ts';
import { counted, keyed, makeMachine, startedWorld, storedNumbers, until } from './rig.ts';

interface Child {
  readonly process: ChildProcess;
  readonly said: string[];
}

function startChild(folder: string, configFolder: string, din: string): Child {
  const file = fileURLToPath(new URL('station-process.ts', import.meta.url));
  const child = spawn(process.execPath, [file, folder, configFolder, din], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => said.push(line));
  return { process: child, said };
}

/** Ends the process as a power cut does, and waits until it is gone. */
async function kill({ process: child }: Child): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

test('a killed station takes the run up where its records end, twice', async () => {
  const machine = await makeMachine(100);
  const { world, din } = await startedWorld(machine);
  const { folder, configFolder } = world.test;
  world.test.close();
  let child = startChild(folder, configFolder, din);
  try {
    await until('the station listens', async () => (await machine.state())['inSession'] === true);
    await machine.act({ do: 'start', ...keyed(din) });
    for (const ml of [40, 110]) {
      await until(`${ml} mL are drawn`, async () => {
        return Number((await machine.state())['collectedMl']) >= ml;
      });
      await kill(child);
      await new Promise((resolve) => setTimeout(resolve, 300));
      child = startChild(folder, configFolder, din);
    }
    await until('the run is over', () => child.said.at(-1) === 'ended');
  } finally {
    await kill(child);
  }
  const again = await makeStation({ folder, configFolder, clock: systemClock as never });
  const { reader } = again.station.core.store;
  assert.equal(again.station.report.fault, undefined);
  const numbers = storedNumbers(again.station);
  assert.deepEqual(numbers, counted(numbers.length), 'every record once and in order');
  const entries = again.station.core.store.statements
    .get("SELECT type, body FROM journal WHERE type LIKE 'collection.%' ORDER BY position")
    .all() as { type: string; body: string }[];
  const ends = entries.filter(({ type }) => type === 'collection.machineEnded');
  assert.equal(ends.length, 1);
  const marks = entries
    .map(({ body }) => (JSON.parse(body) as { markId?: string }).markId)
    .filter((mark) => mark !== undefined);
  assert.equal(new Set(marks).size, marks.length, 'no record had its effect twice');
  assert.equal(reader.get('donation', din)?.stopReason, 'targetReached');
});

test('away for longer than the machine keeps records: the gap stands as a gap, the rest is taken once', async () => {
  const speed = 250;
  const machine = await makeMachine(speed, 60);
  const { world, din } = await startedWorld(machine);
  const { folder, configFolder } = world.test;
  world.test.close();
  let child = startChild(folder, configFolder, din);
  const drawn = (ml: number) =>
    until(`${ml} mL are drawn`, async () => Number((await machine.state())['collectedMl']) >= ml);
  let killedAt = '';
  try {
    await until('the station listens', async () => (await machine.state())['inSession'] === true);
    await machine.act({ do: 'start', ...keyed(din) });
    await drawn(40);
    await kill(child);
    killedAt = new Date().toISOString();
    await drawn(120);
    child = startChild(folder, configFolder, din);
    await until('the run is over', () => child.said.at(-1) === 'ended');
  } finally {
    await kill(child);
  }
  const again = await makeStation({ folder, configFolder, clock: systemClock as never });
  const { store } = again.station.core;
  const numbers = storedNumbers(again.station);
  const jumps = numbers.filter((number, index) => number !== (numbers[index - 1] ?? 0) + 1);
  assert.equal(jumps.length, 1, 'one stretch is missing, every other record is there once');
  const gaps = store.reader.by('runMark', 'din', din).filter(({ kind }) => kind === 'gap');
  assert.equal(gaps.length, 1);
  assert.ok((gaps[0]?.at ?? '') <= killedAt, 'it begins where the records end');
  const { points } = await seriesOf(readable(store.db), din);
  // The simulated machine draws so many times faster than a real one.
  const curve = points.map(([at, volumeMl]) => ({ at: at * speed, volumeMl, pressureMmHg: null }));
  // At this speed a pause of 60 ms is a break as well: asked for is the one where the volume leaps.
  const leaps = curve
    .slice(1)
    .map((sample, index) => sample.volumeMl - (curve[index]?.volumeMl ?? 0));
  const missing = curve[leaps.indexOf(Math.max(...leaps))];
  const breaks = gapsOf(curve).filter(({ from }) => from === missing?.at);
  assert.equal(breaks.length, 1, 'the curve breaks where records are missing');
  assert.equal(store.reader.get('donation', din)?.stopReason, 'targetReached');
});

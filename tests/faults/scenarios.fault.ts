import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deviceService } from '#electron/devices/runtime/service.ts';
import { loadScenarios } from '#electron/devices/simulators/scenarios.ts';
import { appliedOrder, replay } from '#electron/journal/replay.ts';
import { slices } from '#electron/station/slices.ts';
import type { AnyEntry } from '#shared/contract/events.ts';
import { violations } from '#shared/judge/violations.ts';
import {
  counted,
  keyed,
  type Machine,
  makeMachine,
  startedWorld,
  storedNumbers,
  until,
} from '../devices/runtime/rig.ts';

/** Run seconds a second; the wall seconds of a course pass at their own pace. */
const SPEED = 100;
/** The course that a quick look plays; `FAULTS=all` plays each. */
const SAMPLE = ['bad-day'];
/** Courses that do not reach their target. */
const CUT_SHORT = ['stop-at-138', 'kit-leak'];

/** A nurse who looks, mends, clears, goes on after a power cut, and ends what cannot go on. */
async function tend(machine: Machine): Promise<void> {
  const { alarm, state } = await machine.state();
  if (state === 'interrupted') await machine.act({ do: 'resume' });
  else if (alarm === 'LEAK') await machine.act({ do: 'stop', reason: 'alarm' });
  else if (alarm !== '' && state === 'running') {
    await machine.act({ do: 'mend' });
    await machine.act({ do: 'clear' });
  }
}

async function play(course: string): Promise<void> {
  const machine = await makeMachine(SPEED);
  const { world, din } = await startedWorld(machine);
  const { station, folder } = world.test;
  const { store } = station.core;
  const journal = () => [...appliedOrder(store)] as AnyEntry[];
  // The rig writes the donor's way to the chair as bare events; the judge looks at what the run adds.
  const seeded = violations(journal());
  const service = await deviceService({ station, folder, publish: () => {} });
  const donation = () => store.reader.get('donation', din);
  const ended = async () => {
    await tend(machine);
    return donation()?.machineEndedAt !== null;
  };
  try {
    await until('the line is open', () => storedNumbers(station).length > 0);
    await machine.act({ do: 'start', ...keyed(din), scenario: course });
    await until('the run is over', ended);
    const { newest } = await machine.state();
    assert.deepEqual(storedNumbers(station), counted(Number(newest)), 'each record once, in order');
  } finally {
    await service.stop();
  }
  const marks = store.reader.by('runMark', 'din', din);
  assert.equal(new Set(marks.map(({ id }) => id)).size, marks.length);
  assert.equal(journal().filter(({ type }) => type === 'collection.machineEnded').length, 1);
  assert.equal(donation()?.machineMl === 200, !CUT_SHORT.includes(course));
  assert.deepEqual(violations(journal()), seeded);
  assert.deepEqual(replay(store, slices).differing, []);
}

describe('courses of events, each through the real core', () => {
  const courses = loadScenarios().filter(({ device }) => device === 'apheresis');
  const isWhole = process.env['FAULTS'] === 'all';
  for (const { id } of courses.filter(({ id }) => isWhole || SAMPLE.includes(id)))
    test(id, () => play(id));
});

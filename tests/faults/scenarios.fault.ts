import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { mappingOf } from '#electron/devices/mapping/load.ts';
import { deviceService } from '#electron/devices/runtime/service.ts';
import { sendControl } from '#electron/devices/simulators/control-socket.ts';
import { loadScenarios } from '#electron/devices/simulators/scenarios.ts';
import { startMappedSimulator, stopSimulator } from '#electron/devices/simulators/start.ts';
import { appliedOrder, replay } from '#electron/journal/replay.ts';
import { systemClock } from '#electron/ports/clock.ts';
import { slices } from '#electron/station/slices.ts';
import type { AnyEntry } from '#shared/contract/events.ts';
import type { DeviceFact } from '#shared/features/equipment/device-facts.ts';
import { violations } from '#shared/judge/violations.ts';
import { makeWorld } from '#tests/features/collection/world.ts';
import { value } from '#tests/support/station.ts';
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
/** The alarms of a course, and no other; that of `pressure-alarm` lies beyond the target of this run. */
const ALARMS: Readonly<Record<string, readonly string[]>> = {
  'air-detected': ['AIR_DETECTED'],
  'bad-day': ['AIR_DETECTED', 'VENOUS_PRESSURE_LOW'],
  citrate: ['CITRATE_SLOWED'],
  'draw-pressure-low': ['VENOUS_PRESSURE_LOW'],
  'kit-leak': ['LEAK'],
  'return-pressure-high': ['VENOUS_PRESSURE_HIGH'],
};

const BLOOD_PRESSURE = [
  ['systolicMmHg', 128],
  ['diastolicMmHg', 82],
  ['pulsePerMin', 71],
] as const;

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
  const alarms = marks.flatMap(({ kind, code }) => (kind === 'alarm' ? [code] : []));
  assert.deepEqual([...new Set(alarms)].toSorted(), ALARMS[course] ?? []);
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

/** What each course of a mapped device comes to, and nothing else. */
const TAKEN: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  'blood-pressure': BLOOD_PRESSURE,
  'blood-pressure-wrong-baud': BLOOD_PRESSURE,
  'haemoglobin-hl7': [['haemoglobinGPerL', 143]],
  'haemoglobin-lis': [['haemoglobinGPerL', 143]],
  'haemoglobin-poct1a': [['haemoglobinGPerL', 143]],
  'scale-damaged': [['bagWeightG', 615]],
  'scale-weighing': [['bagWeightG', 612]],
  'tube-sealing': [
    ['seal', 1],
    ['seal', 1],
    ['seal', 1],
  ],
};

test('courses of the devices on the desks, all at once: what each comes to, and nothing else', async () => {
  const { test: at } = await makeWorld({ clock: systemClock });
  const courses = loadScenarios().filter((each) => each.device === 'mapped');
  assert.deepEqual(courses.map(({ id }) => id).toSorted(), Object.keys(TAKEN).toSorted());
  const service = await deviceService({
    station: at.station,
    folder: at.folder,
    publish: () => {},
  });
  after(() => service.stop());
  const played = courses.map(async ({ id, mapping }, index) => {
    const link = join(at.folder, id);
    const simulator = await startMappedSimulator({ link, mapping, every: 0 });
    after(() => stopSimulator(simulator));
    const kind = mappingOf(mapping)?.mapping.kind ?? 'scale';
    const device = { code: `D${index}`, kind, name: id };
    const rest = { model: 'SIM', serial: '', chairId: null, active: true };
    const line = { link: { kind: 'serial' as const, address: link }, profile: `map:${mapping}` };
    const { deviceId } = value(
      await at.command(
        'equipment.setDevice',
        { ...device, ...rest, ...line },
        { proof: at.staff.admin.as() },
      ),
    );
    await until(`${id} is open`, () => at.station.core.machine.live(deviceId)?.state === 'open');
    await sendControl(simulator.control, { do: 'play', scenario: id });
    const facts = () =>
      at.station.core.machine
        .lines()
        ?.view(deviceId)
        ?.findings.flatMap(({ fact }) => (fact === null ? [] : [figureOf(fact)])) ?? [];
    await until(`${id} is over`, () => facts().length >= (TAKEN[id]?.length ?? 0));
    assert.deepEqual(facts(), TAKEN[id], id);
  });
  await Promise.all(played);
});

function figureOf(fact: DeviceFact): readonly [string, number] {
  if (fact.kind === 'reading') return [fact.quantity, fact.value];
  return [fact.kind, fact.kind === 'seal' ? fact.count : 0];
}

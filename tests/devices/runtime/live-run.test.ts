import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LiveNews } from '#electron/devices/runtime/live.ts';
import { deviceService } from '#electron/devices/runtime/service.ts';
import type { News } from '#electron/ports/doorway.ts';
import { counted, makeMachine, startedWorld, storedNumbers, until } from './rig.ts';

test('a run over a real line: programmed, alarmed, cable pulled, ended, nothing twice', async () => {
  const machine = await makeMachine(120);
  const { world, din } = await startedWorld(machine);
  const { station, folder } = world.test;
  const news: LiveNews[] = [];
  const publish = (each: News) => {
    if (each.kind === 'sample') news.push(each.sample as LiveNews);
  };
  const service = await deviceService({ station, folder, publish });
  const { reader } = station.core.store;
  const donation = () => reader.get('donation', din);
  try {
    await until('the machine is programmed', async () => {
      return (await machine.state())['state'] === 'programmed';
    });
    await machine.act({ do: 'start' });
    await until('the draw begins', () => donation()?.phase === 'draw');
    await until('samples travel', () => news.some((each) => each.kind === 'sample'));
    await machine.act({ do: 'alarm', code: 'VENOUS_PRESSURE_HIGH', value: 186, held: false });
    await until('the alarm is kept', () => {
      return reader.by('runMark', 'din', din).some((mark) => mark.code === 'VENOUS_PRESSURE_HIGH');
    });
    await machine.act({ do: 'clear' });
    await machine.act({ do: 'pull' });
    await until('the loss is told', () => {
      return news.some((each) => each.kind === 'link' && each.link.state === 'lost');
    });
    await machine.act({ do: 'plug' });
    await until('the run is over', () => donation()?.machineEndedAt !== null);
  } finally {
    await service.stop();
  }
  const numbers = storedNumbers(station);
  assert.deepEqual(numbers, counted(numbers.length), 'every record once and in order');
  const marks = reader.by('runMark', 'din', din);
  const fromMachine = marks.filter((mark) => mark.id.startsWith('SIM-0001:'));
  assert.equal(new Set(fromMachine.map((mark) => mark.id)).size, fromMachine.length);
  assert.ok(marks.every((mark) => mark.kind !== 'alarm' || mark.clearedAt !== null));
  assert.equal(donation()?.stopReason, 'targetReached');
  const ends = station.core.store.statements
    .get("SELECT count(*) AS n FROM journal WHERE type = 'collection.machineEnded'")
    .get() as { n: number };
  assert.equal(ends.n, 1);
  const series = await world.test.query('collection.series', { din }, world.nurse.as());
  assert.equal(series.status, 'ok');
  if (series.status === 'ok') {
    assert.ok(series.value.points.length > 50);
    assert.equal(series.value.points.at(-1)?.[1], donation()?.machineMl);
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LiveNews } from '#electron/devices/runtime/live.ts';
import { deviceService } from '#electron/devices/runtime/service.ts';
import type { News } from '#electron/ports/doorway.ts';
import { codes, value } from '#tests/support/station.ts';
import { counted, type Machine, makeMachine, seatedWorld, storedNumbers, until } from './rig.ts';

/** The machine is told its values before the needle: deaf, wrong, busy, and at last as it should be. */
async function programmed(
  machine: Machine,
  { world, atNeedle, needle }: Awaited<ReturnType<typeof seatedWorld>>,
): Promise<void> {
  const { command, station } = world.test;
  const proof = { proof: world.nurse.as() };
  const refused = async () => codes(await command('collection.start', needle, proof));
  const told = async () => value(await command('collection.setMachine', atNeedle, proof)).outcome;
  assert.deepEqual(await refused(), ['collection.settingMissing']);
  await machine.act({ do: 'programmes', deaf: true });
  assert.equal(await told(), 'noAnswer');
  assert.deepEqual(await refused(), ['collection.displayUnconfirmed']);
  await machine.act({ do: 'programmes', target: 300 });
  assert.equal(await told(), 'differs');
  assert.deepEqual(await refused(), ['collection.settingDiffers']);
  assert.deepEqual(codes(await command('collection.confirmDisplay', atNeedle, proof)), [
    'collection.settingDiffers',
  ]);
  await machine.act({ do: 'programmes' });
  await machine.act({ do: 'start' });
  assert.equal(await told(), 'refused');
  await machine.act({ do: 'stop' });
  assert.equal(await told(), 'agrees');
  assert.equal((await machine.state())['state'], 'programmed');
  assert.ok(value(await command('collection.start', needle, proof)).linked);
  const rows = station.core.store.reader.all('machineSetting');
  assert.deepEqual(
    rows.map(({ outcome, read }) => [outcome, read]),
    [['agrees', { din: rows[0]?.din, targetMl: 200, kit: 'K1' }]],
  );
}

test('a run over a real line: programmed and read back, alarmed, cable pulled, ended, nothing twice', async () => {
  const machine = await makeMachine(120);
  const seat = await seatedWorld(machine);
  const { world, din } = seat;
  const { station, folder } = world.test;
  const news: LiveNews[] = [];
  const publish = (each: News) => {
    if (each.kind === 'sample') news.push(each.sample as LiveNews);
  };
  const service = await deviceService({ station, folder, publish });
  const { reader } = station.core.store;
  const donation = () => reader.get('donation', din);
  try {
    await until('the station listens', async () => (await machine.state())['inSession'] === true);
    await programmed(machine, seat);
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

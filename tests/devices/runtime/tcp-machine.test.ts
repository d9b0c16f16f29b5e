import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import type { LiveNews } from '#electron/devices/runtime/live.ts';
import { deviceService } from '#electron/devices/runtime/service.ts';
import type { News } from '#electron/ports/doorway.ts';
import { freshFolder } from '../support.ts';
import {
  counted,
  keyed,
  makeMachine,
  type OverTcp,
  startedWorld,
  storedNumbers,
  until,
} from './rig.ts';

const words = { 'zh-CN': '拔线与断电', en: 'Cable and power' };
/** The machine's own course, so that nothing depends on how fast this test is. */
const course = join(freshFolder(), 'course.json');
writeFileSync(
  course,
  JSON.stringify({
    ...{ id: 'course', device: 'apheresis', name: words, task: words },
    steps: [
      { do: 'pull', atMl: 30 },
      { do: 'plug', atMl: 30, afterSeconds: 1 },
      { do: 'powerOff', atMl: 80 },
      { do: 'powerOn', atMl: 80, afterSeconds: 3 },
    ],
  }),
);

/** A run on a machine that is called, or calls: its cable is pulled, then its power is cut and it hangs nothing up. */
async function ranThrough(tcp: OverTcp): Promise<void> {
  const machine = await makeMachine(300, 20_000, tcp);
  const { world, din } = await startedWorld(machine);
  const { station, folder } = world.test;
  const { core } = station;
  const states: string[] = [];
  const publish = (each: News): void => {
    const news = each.kind === 'sample' ? (each.sample as LiveNews) : undefined;
    if (news?.kind === 'link') states.push(news.link.state);
  };
  const service = await deviceService({ station, folder, publish });
  after(() => service.stop());
  await until('the station listens', async () => (await machine.state())['inSession'] === true);
  states.length = 0;
  await machine.act({ do: 'start', ...keyed(din), scenario: course });
  await until('its power is back', async () => (await machine.state())['state'] === 'interrupted');
  await machine.act({ do: 'resume' });
  const donation = () => core.store.reader.get('donation', din);
  await until('the run is over', () => donation()?.machineEndedAt !== null);
  assert.equal(donation()?.machineMl, 200);
  assert.ok(states.includes('lost'), 'a pulled cable is shown');
  assert.ok(states.includes('silent'), 'so is a call that nobody hung up');
  const numbers = storedNumbers(station);
  assert.deepEqual(numbers, counted(numbers.length), 'each record once, in order');
}

describe('a machine over TCP: every record once and an end, whatever its connections do', {
  concurrency: true,
}, () => {
  test('called at its address', () => ranThrough({ port: 29_481 }));
  test('calling the station', () => ranThrough({ call: 29_482 }));
});

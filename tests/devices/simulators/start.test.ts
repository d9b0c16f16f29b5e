import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { sendControl } from '#electron/devices/simulators/control-socket.ts';
import type { RunningSimulator } from '#electron/devices/simulators/start.ts';
import {
  simulatorState,
  startApheresisSimulator,
  stopSimulator,
} from '#electron/devices/simulators/start.ts';
import { freshFolder, until } from '../support.ts';

const running: RunningSimulator[] = [];
after(() => Promise.all(running.map(stopSimulator)));

describe('starting simulators', () => {
  it('finds the one that already owns the link', async () => {
    const link = join(freshFolder(), 'aph');
    const first = await startApheresisSimulator({ link });
    running.push(first);
    assert.deepEqual(await startApheresisSimulator({ link }), first);
    assert.equal((await simulatorState(link))?.['pid'], first.pid);
  });

  it('takes its cable away when it ends', async () => {
    const link = join(freshFolder(), 'aph');
    const simulator = await startApheresisSimulator({ link });
    assert.equal(existsSync(link), true);
    await stopSimulator(simulator);
    await until(async () => (await simulatorState(link)) === undefined, 'gone');
    assert.equal(existsSync(link), false);
  });

  it('never replaces a file that is not a link, and says why it ended', async () => {
    const link = join(freshFolder(), 'aph');
    writeFileSync(link, 'precious');
    await assert.rejects(startApheresisSimulator({ link }), /exists and is not a link/);
    assert.equal(readFileSync(link, 'utf8'), 'precious');
  });

  it('follows a scenario and answers broken words', async () => {
    const link = join(freshFolder(), 'aph');
    const simulator = await startApheresisSimulator({ link, speed: 2000, scenario: 'stop-at-138' });
    running.push(simulator);
    const refused = await sendControl(simulator.control, { do: 'dance' });
    assert.deepEqual(refused, { ok: false, code: 'simulator.unknownWord' });
    await sendControl(simulator.control, { do: 'start' });
    await until(
      async () => (await simulatorState(link))?.['state'] === 'idle',
      'stopped by itself',
    );
    assert.equal((await simulatorState(link))?.['collectedMl'], 138);
    assert.match(readFileSync(`${link}.records`, 'latin1'), /END\|why=operator/);
  });
});

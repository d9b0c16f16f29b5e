import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type {
  AphDriverEvent,
  AphMemory,
  AphStoredRecord,
} from '#electron/devices/drivers/apheresis.ts';
import { ApheresisDriver } from '#electron/devices/drivers/apheresis.ts';
import type { AphRecord } from '#electron/devices/protocols/aph.ts';
import { sendControl } from '#electron/devices/simulators/control-socket.ts';
import type { RunningSimulator } from '#electron/devices/simulators/start.ts';
import { startApheresisSimulator, stopSimulator } from '#electron/devices/simulators/start.ts';
import { systemTimers } from '#electron/devices/timers.ts';
import { freshFolder, serialAt, until } from '../support.ts';

const running: RunningSimulator[] = [];
after(() => Promise.all(running.map(stopSimulator)));

async function machine(
  options: { link?: string; speed?: number; target?: number; buffer?: number } = {},
): Promise<RunningSimulator> {
  const link = options.link ?? join(freshFolder(), 'aph');
  const simulator = await startApheresisSimulator({ speed: 400, ...options, link });
  running.push(simulator);
  return simulator;
}

/** A station's durable store: what outlives a driver. */
class Store {
  readonly records: AphStoredRecord[] = [];
  readonly interpreted: AphRecord[] = [];
  readonly events: AphDriverEvent[] = [];
  boot = 0;

  get lastStored(): number {
    return this.records.at(-1)?.number ?? 0;
  }

  driver(path: string, hooks: { memory?: Partial<AphMemory>; dieAfterStore?: number } = {}) {
    const done = this.interpreted.at(-1)?.number ?? 0;
    let dead = false;
    const driver = new ApheresisDriver({
      link: {
        opener: serialAt(path, 115_200),
        timers: systemTimers,
        firstDelayMs: 20,
        silentAfterMs: 8000,
      },
      memory: {
        serial: undefined,
        lastStored: this.lastStored,
        lastBoot: this.boot,
        uninterpreted: this.records.filter((record) => record.number > done),
        ...hooks.memory,
      },
      store: (record) => {
        // A killed process says nothing more: the promise that would lead to ACK never settles.
        if (dead) return new Promise(() => {});
        this.records.push(record);
        if (record.number !== hooks.dieAfterStore) return undefined;
        dead = true;
        return new Promise(() => {});
      },
      interpret: (record) => {
        this.interpreted.push(record);
        this.boot = record.boot;
      },
      onEvent: (event) => this.events.push(event),
    });
    driver.start();
    return driver;
  }

  /** Every number once and in order, stored and interpreted. */
  assertGapless(): void {
    const numbers = this.records.map((record) => record.number);
    assert.deepEqual(
      numbers,
      numbers.map((_, at) => at + 1),
    );
    assert.deepEqual(
      this.interpreted.map((record) => record.number),
      numbers.slice(0, this.interpreted.length),
    );
  }

  has(kind: string): boolean {
    return this.events.some((event) => event.kind === kind);
  }

  get ended(): boolean {
    return this.interpreted.some((record) => record.body.type === 'end');
  }
}

describe('apheresis driver on a real pseudo-terminal', () => {
  it('carries a whole run: programme read back, start, progress, end', async () => {
    const simulator = await machine({ speed: 2000 });
    const store = new Store();
    const driver = store.driver(simulator.path);
    await until(() => store.has('live'), 'live');
    const program = { donation: 'A999926000001', targetMl: 80, kit: 'KIT-1' };
    assert.deepEqual(await driver.program(program), { kind: 'read', program });
    await sendControl(simulator.control, { do: 'start' });
    await until(() => store.ended, 'end');
    await driver.stop();
    store.assertGapless();
    const bodies = store.interpreted.map((record) => record.body);
    const start = bodies.find((body) => body.type === 'start');
    assert.equal(start?.type === 'start' && start.donation, 'A999926000001');
    const end = bodies.find((body) => body.type === 'end');
    assert.ok(end?.type === 'end');
    assert.equal(end.collectedMl, 80);
    assert.equal(end.reason, 'target');
    const volumes = bodies.flatMap((body) => (body.type === 'progress' ? [body.collectedMl] : []));
    assert.deepEqual(
      volumes,
      volumes.toSorted((a, b) => a - b),
    );
  });

  it('goes on where the record was when the station dies between store and ACK', async () => {
    const simulator = await machine();
    const store = new Store();
    const first = store.driver(simulator.path, { dieAfterStore: 20 });
    await until(() => store.has('live'), 'live');
    await sendControl(simulator.control, { do: 'start', target: 80 });
    await until(() => store.lastStored === 20, 'record 20');
    void first.stop();
    const second = store.driver(simulator.path);
    await until(() => store.ended, 'end');
    await second.stop();
    store.assertGapless();
    assert.equal(store.interpreted.length, store.records.length);
  });

  it('loses nothing when the cable is pulled and put back in the middle of a run', async () => {
    const simulator = await machine();
    const store = new Store();
    const driver = store.driver(simulator.path);
    await until(() => store.has('live'), 'live');
    await sendControl(simulator.control, { do: 'start', target: 80 });
    await until(() => store.lastStored > 30, 'progress');
    await sendControl(simulator.control, { do: 'pull' });
    const lost = (event: AphDriverEvent) => event.kind === 'link' && event.report.state === 'lost';
    await until(() => store.events.some(lost), 'lost');
    await sendControl(simulator.control, { do: 'plug' });
    await until(() => store.ended, 'end');
    await driver.stop();
    store.assertGapless();
  });

  it('recovers lines that the wire damages', async () => {
    const simulator = await machine({ speed: 1000 });
    const store = new Store();
    const driver = store.driver(simulator.path);
    await until(() => store.has('live'), 'live');
    await sendControl(simulator.control, { do: 'line', damageEvery: 150 });
    await sendControl(simulator.control, { do: 'start', target: 80 });
    await sendControl(simulator.control, { do: 'noise', bytes: 300 });
    await until(() => store.ended, 'end');
    await driver.stop();
    assert.ok(store.has('defective'));
    store.assertGapless();
  });

  it('reports a machine that was killed and came back with its numbers and its run', async () => {
    const simulator = await machine();
    const store = new Store();
    const driver = store.driver(simulator.path);
    await until(() => store.has('live'), 'live');
    await sendControl(simulator.control, { do: 'start', target: 80 });
    await until(() => store.lastStored > 30, 'progress');
    process.kill(simulator.pid, 'SIGKILL');
    await until(
      () =>
        sendControl(simulator.control, { do: 'state' }).then(
          () => false,
          () => true,
        ),
      'dead',
    );
    await machine({ link: simulator.path });
    await until(() => store.has('restarted'), 'restart');
    await until(
      () => store.interpreted.some((r) => r.boot === 2 && r.body.type === 'boot'),
      'boot',
    );
    const boot = store.interpreted.findLast((record) => record.body.type === 'boot')?.body;
    assert.equal(boot?.type === 'boot' && boot.run, '2');
    await sendControl(simulator.control, { do: 'resume' });
    await until(() => store.ended, 'end');
    await driver.stop();
    store.assertGapless();
    const volumes = store.interpreted.flatMap((r) =>
      r.body.type === 'progress' ? [r.body.collectedMl] : [],
    );
    assert.deepEqual(
      volumes,
      volumes.toSorted((a, b) => a - b),
    );
  });

  it('says which records the machine no longer has', async () => {
    const simulator = await machine({ buffer: 50, speed: 2000 });
    await sendControl(simulator.control, { do: 'start', target: 80 });
    const idle = async () =>
      (await sendControl(simulator.control, { do: 'state' }))['state'] === 'idle';
    await until(idle, 'run over');
    const store = new Store();
    const driver = store.driver(simulator.path);
    await until(() => store.ended, 'end');
    await driver.stop();
    const gap = store.events.find((event) => event.kind === 'gap');
    assert.ok(gap?.kind === 'gap');
    assert.equal(gap.from, 1);
    assert.equal(store.records[0]?.number, gap.to + 1);
    assert.equal(store.records.length, 50);
  });

  it('stores nothing from another machine on the port', async () => {
    const simulator = await machine();
    const store = new Store();
    const driver = store.driver(simulator.path, { memory: { serial: 'APH-OTHER' } });
    await until(() => store.has('fault'), 'fault');
    await driver.stop();
    const fault = store.events.find((event) => event.kind === 'fault');
    assert.equal(fault?.kind === 'fault' && fault.code, 'apheresis.wrongMachine');
    assert.deepEqual(store.records, []);
  });

  it('refuses numbers that went back', async () => {
    const simulator = await machine();
    const store = new Store();
    const driver = store.driver(simulator.path, { memory: { lastStored: 5000 } });
    await until(() => store.has('fault'), 'fault');
    await driver.stop();
    const fault = store.events.find((event) => event.kind === 'fault');
    assert.equal(fault?.kind === 'fault' && fault.code, 'apheresis.numbersWentBack');
  });
});

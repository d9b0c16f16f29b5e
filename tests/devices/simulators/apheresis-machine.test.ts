import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { AphBody } from '#electron/devices/protocols/aph.ts';
import { decodeAphLine } from '#electron/devices/protocols/aph-line.ts';
import { readAphAnswer } from '#electron/devices/protocols/aph-read.ts';
import { writeAphCommand } from '#electron/devices/protocols/aph-write.ts';
import { byteText } from '#electron/devices/protocols/bytes.ts';
import { ApheresisMachine } from '#electron/devices/simulators/apheresis-machine.ts';
import { RecordLog } from '#electron/devices/simulators/record-log.ts';
import { TROUBLES, type Trouble } from '#electron/devices/simulators/scenario-schema.ts';
import { freshFolder } from '../support.ts';

function bench(file = join(freshFolder(), 'records'), seed = 1) {
  const log = new RecordLog(file, 20_000);
  const sent: Uint8Array[] = [];
  const machine = new ApheresisMachine({
    serial: 'S1',
    log,
    seed,
    now: () => '2026-11-22T05:00:00.000Z',
    send: (bytes) => sent.push(bytes),
  });
  const bodies = (): AphBody[] => log.records.map((logged) => logged.record.body);
  const seconds = (count: number): void => {
    for (let second = 0; second < count; second += 1) machine.runSecond();
  };
  return { file, log, sent, machine, bodies, seconds };
}

const progressOf = (bodies: readonly AphBody[]) =>
  bodies.flatMap((body) => (body.type === 'progress' ? [body] : []));

describe('simulated apheresis machine', () => {
  it('runs five cycles of draw and return to 400 mL in well under an hour', () => {
    const b = bench();
    b.machine.start({ donation: 'A999926000001', targetMl: 400, kit: 'K' });
    b.seconds(3600);
    const end = b.bodies().at(-1);
    assert.ok(end?.type === 'end');
    assert.equal(end.collectedMl, 400);
    assert.equal(end.cycle, 5);
    assert.ok(end.elapsedSeconds > 30 * 60 && end.elapsedSeconds < 60 * 60);
    assert.ok(end.anticoagulantMl > 35 && end.anticoagulantMl < 60);
    const progress = progressOf(b.bodies());
    const returns = progress.filter((one) => one.phase === 'return');
    const draws = progress.filter((one) => one.phase === 'draw');
    assert.ok(returns.every((one) => one.pressureMmHg < 150));
    assert.ok(draws.slice(1).every((one) => one.pressureMmHg < 10));
    assert.ok(returns.some((one) => one.pressureMmHg > 80));
  });

  it('repeats a run exactly for one seed and differs for another', () => {
    const curve = (seed: number) => {
      const b = bench(undefined, seed);
      b.machine.start({ targetMl: 200 });
      b.seconds(300);
      return b.log.records.map((logged) => byteText(logged.raw));
    };
    assert.deepEqual(curve(5), curve(5));
    assert.notDeepEqual(curve(5), curve(6));
  });

  it('holds the volume while an alarm stands, and goes on when it is cleared', () => {
    const b = bench();
    b.machine.start({ targetMl: 200 });
    b.seconds(100);
    b.machine.raise('VENOUS_PRESSURE_HIGH', 186, true);
    b.seconds(60);
    const held = progressOf(b.bodies()).slice(-60);
    assert.ok(held.every((one) => one.phase === 'stopped' && one.flowMlPerMin === 0));
    assert.equal(new Set(held.map((one) => one.collectedMl)).size, 1);
    assert.equal(b.machine.clear(), undefined);
    b.seconds(60);
    assert.ok(progressOf(b.bodies()).at(-1)!.collectedMl > held[0]!.collectedMl);
  });

  it('remembers numbers, boots and the open run after a power cut, half a line included', () => {
    const first = bench();
    first.machine.start({ donation: 'D', targetMl: 200, kit: 'K' });
    first.seconds(200);
    const { newest } = first.log;
    const volume = first.machine.describe().collectedMl;
    appendFileSync(first.file, '#9999|1|2026');
    const second = bench(first.file);
    assert.equal(second.log.newest, newest + 1);
    assert.deepEqual(second.machine.describe(), {
      state: 'interrupted',
      alarm: '',
      collectedMl: volume,
      newest: newest + 1,
      boot: 2,
      run: '2',
      inSession: false,
    });
    assert.equal(second.machine.start({}), 'simulator.runOpen');
    second.seconds(10);
    assert.equal(second.log.newest, newest + 1);
    assert.equal(second.machine.resume(), undefined);
    second.seconds(5);
    assert.ok(second.machine.describe().collectedMl >= volume);
  });

  it('is quiet until a host asks, and again when the host falls silent', () => {
    const b = bench();
    b.machine.start({ targetMl: 200 });
    b.seconds(10);
    assert.equal(b.sent.length, 0);
    b.machine.hear(writeAphCommand({ type: 'since', number: 0 }));
    assert.equal(b.sent.length, 13);
    for (let second = 0; second < 15; second += 1) b.machine.wallSecond();
    const before = b.sent.length;
    b.seconds(10);
    assert.equal(b.sent.length, before);
  });

  it('refuses a programme during a run or beyond its range, and reads back a good one', () => {
    const b = bench();
    const last = () => {
      const line = decodeAphLine(b.sent.at(-1)!);
      const read = line.ok ? readAphAnswer(line.value) : undefined;
      return read?.ok ? read.value : undefined;
    };
    const program = (targetMl: number) =>
      b.machine.hear(writeAphCommand({ type: 'program', donation: 'D', targetMl, kit: 'K' }));
    program(5000);
    assert.deepEqual(last(), { type: 'refused', command: 'PROGRAM', code: 'badTarget' });
    program(300);
    assert.deepEqual(last(), { type: 'program', donation: 'D', targetMl: 300, kit: 'K' });
    b.machine.start({});
    program(300);
    assert.deepEqual(last(), { type: 'refused', command: 'PROGRAM', code: 'runOpen' });
  });

  it('survives any bytes on its port', () => {
    const b = bench();
    b.machine.hear(crypto.getRandomValues(new Uint8Array(60_000)));
    b.machine.hear(writeAphCommand({ type: 'ident' }));
    assert.ok(byteText(b.sent.at(-1)!).startsWith('!IDENT|'));
  });
});

describe('troubles in arm and set', () => {
  const alarms = (bodies: readonly AphBody[]) =>
    bodies.flatMap((body) => (body.type === 'alarm' ? [body] : []));

  function troubled(trouble: Trouble) {
    const b = bench();
    b.machine.start({ targetMl: 160 });
    b.seconds(200);
    assert.equal(b.machine.suffer(trouble, 20), undefined);
    b.seconds(500);
    return b;
  }

  it('are found by the machine’s own guards in the phase in which they show', () => {
    const found = TROUBLES.map((trouble) => {
      const [first, ...more] = alarms(troubled(trouble).bodies());
      assert.deepEqual(more, [], trouble);
      return [trouble, first?.code, first?.action];
    });
    assert.deepEqual(found, [
      ['drawPressureLow', 'VENOUS_PRESSURE_LOW', 'stopDraw'],
      ['returnPressureHigh', 'VENOUS_PRESSURE_HIGH', 'stopReturn'],
      ['air', 'AIR_DETECTED', 'stopAll'],
      ['kitLeak', 'LEAK', 'stopAll'],
      ['citrate', 'CITRATE_SLOWED', 'none'],
    ]);
  });

  it('bend the curve before the alarm: pressure falls step by step, and flow with it', () => {
    const b = bench();
    b.machine.start({ targetMl: 160 });
    b.seconds(100);
    b.machine.suffer('drawPressureLow', 30);
    b.seconds(30);
    const [before, late] = [progressOf(b.bodies())[99]!, progressOf(b.bodies())[122]!];
    assert.ok(before.pressureMmHg > -40 && late.pressureMmHg < -80);
    assert.ok(late.flowMlPerMin < before.flowMlPerMin * 0.7);
  });

  it('come back when the alarm was cleared and nothing was mended', () => {
    const b = troubled('air');
    b.machine.clear();
    b.seconds(3);
    assert.equal(alarms(b.bodies()).length, 2);
    b.machine.mend();
    b.machine.clear();
    b.seconds(1500);
    assert.equal(alarms(b.bodies()).length, 2);
    const end = b.bodies().at(-1);
    assert.ok(end?.type === 'end' && end.reason === 'target');
  });
});

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, test } from 'node:test';
import {
  MappedDriver,
  type MappedEvent,
  type StoredBytes,
} from '#electron/devices/drivers/mapped.ts';
import { mappingOf } from '#electron/devices/mapping/load.ts';
import { bytesOfNotation } from '#electron/devices/protocols/notation.ts';
import { sendControl } from '#electron/devices/simulators/control-socket.ts';
import { startMappedSimulator, stopSimulator } from '#electron/devices/simulators/start.ts';
import { systemTimers } from '#electron/devices/timers.ts';
import type { LineOpener } from '#electron/ports/serial.ts';
import type { DeviceFact } from '#shared/features/equipment/device-facts.ts';
import { freshFolder, HandTimers, serialAt, settle, until, WireOpener } from '../support.ts';

/** A driver of a mapping file with a store in memory that may refuse. */
function driven(id: string, opener: LineOpener, uninterpreted: readonly StoredBytes[] = []) {
  const mapping = mappingOf(id)?.mapping;
  assert.ok(mapping);
  const stored: Uint8Array[] = [];
  const facts: DeviceFact[] = [];
  const events: MappedEvent[] = [];
  const store = { full: false };
  const hand = new HandTimers();
  const driver = new MappedDriver({
    link: {
      opener,
      timers: opener instanceof WireOpener ? hand : systemTimers,
      firstDelayMs: 20,
    },
    mapping,
    now: () => '2026-11-22T02:30:00.000Z',
    uninterpreted,
    store: (raw) => {
      if (store.full) throw new Error('the disk is full');
      return stored.push(raw);
    },
    take: (said) => {
      facts.push(...said);
    },
    onEvent: (event) => events.push(event),
  });
  driver.start();
  after(() => driver.stop());
  const open = () => events.some((each) => each.kind === 'link' && each.report.state === 'open');
  return { driver, stored, facts, events, store, open, hand };
}

test('the simulated scale says its examples over a real pseudo-terminal, across a pulled cable', async () => {
  const link = join(freshFolder(), 'scale');
  const simulator = await startMappedSimulator({ link, mapping: 'scale-stable-flag', every: 0 });
  after(() => stopSimulator(simulator));
  const scale = driven('scale-stable-flag', serialAt(link));
  await until(scale.open, 'open');
  await sendControl(simulator.control, { do: 'say', example: 0 });
  await until(() => scale.facts.length === 1, 'a stable weight');
  await sendControl(simulator.control, { do: 'send', text: 'ST,GS,+  0.7' });
  await sendControl(simulator.control, { do: 'pull' });
  scale.events.length = 0;
  await sendControl(simulator.control, { do: 'plug' });
  await until(scale.open, 'open again');
  await sendControl(simulator.control, { do: 'send', text: '77kg<CR><LF>' });
  await sendControl(simulator.control, { do: 'say', example: 1 });
  await until(() => scale.events.filter(({ kind }) => kind === 'refused').length === 2, 'refused');
  assert.deepEqual(
    scale.facts.map((fact) => fact.kind === 'reading' && fact.value),
    [612],
  );
});

test('a message is acknowledged when it is stored, asked for again when it is not, and read after a restart', async () => {
  const [example] = mappingOf('haemoglobin-hl7')?.mapping.examples ?? [];
  const block = bytesOfNotation(example?.device.join('') ?? '');
  const wire = new WireOpener();
  const meter = driven('haemoglobin-hl7', wire);
  await settle();
  const answer = async () => {
    wire.listener?.bytes(block);
    await settle();
    return /MSA\|(..)\|/.exec(Buffer.from(wire.written.at(-1) ?? []).toString('latin1'))?.[1];
  };
  meter.store.full = true;
  assert.equal(await answer(), 'AE');
  assert.deepEqual([meter.stored.length, meter.facts.length], [0, 0]);
  meter.store.full = false;
  assert.equal(await answer(), 'AA');
  assert.equal(await answer(), 'AA');
  assert.deepEqual([meter.stored.length, meter.facts.length], [1, 1], 'the repeat is no news');
  const later = driven('haemoglobin-hl7', new WireOpener(), [{ id: 1, raw: meter.stored[0]! }]);
  await settle();
  assert.deepEqual(later.facts, meter.facts);
});

test('noise that no line end follows is dropped in the pause after it, and the next line is read', async () => {
  const wire = new WireOpener();
  const scale = driven('scale-stable-flag', wire);
  await settle();
  wire.listener?.bytes(Uint8Array.of(0xf8, 0x53, 0xc1));
  await scale.hand.pass(500);
  wire.listener?.bytes(bytesOfNotation('ST,GS,+  0.612kg<CR><LF>'));
  await settle();
  assert.deepEqual(
    scale.facts.map((fact) => fact.kind === 'reading' && fact.value),
    [612],
  );
});

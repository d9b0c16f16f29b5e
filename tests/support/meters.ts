import { LineDesk } from '#electron/devices/runtime/line-desk.ts';
import { LiveChannel } from '#electron/devices/runtime/live.ts';
import { Readings } from '#electron/devices/runtime/readings.ts';
import { systemTimers } from '#electron/devices/timers.ts';
import { BY_STATION } from '#electron/station/core.ts';
import type { Station } from '#electron/station/create-station.ts';
import { event } from '#shared/contract/events.ts';
import type { MeterReading } from '#shared/features/equipment/meters.ts';

/** A monitor on the desk of a station, beside machines that a device service holds; answers the hand that makes it tell a figure. */
export function makeMeter(
  { core }: Station,
  folder: string,
): (number: number, quantity: MeterReading['quantity'], value: number) => void {
  const set = event('equipment.deviceSet', {
    deviceId: 'meter',
    code: 'BP01',
    kind: 'bloodPressureMonitor',
    name: '血压计 BP-01',
    model: '',
    serial: '',
    link: { kind: 'none', address: '' },
    profile: '',
    chairId: null,
    active: true,
  });
  core.transaction(() => core.record([set], BY_STATION));
  const readings = new Readings(new LiveChannel(() => {}));
  const now = () => core.now();
  const without = <T>(_deviceId: string, work: () => Promise<T>) => work();
  const none = { line: () => undefined, link: () => undefined };
  const real = core.machine.lines();
  const desk = new LineDesk({ folder, now, timers: systemTimers, readings, without, ...none });
  if (real) desk.program = (deviceId, values) => real.program(deviceId, values);
  core.machine.offerLines(desk);
  return (number, quantity, value) =>
    readings.note(
      'meter',
      { kind: 'reading', quantity, value, subject: '', at: null },
      { readingId: `meter:${number}`, heardAt: now() },
    );
}

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { mappingOf } from '#electron/devices/mapping/load.ts';
import { encodeHexFrame } from '#electron/devices/protocols/hex-frame.ts';
import { bytesOfNotation } from '#electron/devices/protocols/notation.ts';
import type { LiveNews } from '#electron/devices/runtime/live.ts';
import { deviceService } from '#electron/devices/runtime/service.ts';
import { PtyLine } from '#electron/devices/simulators/pty-line.ts';
import { systemClock } from '#electron/ports/clock.ts';
import type { News } from '#electron/ports/doorway.ts';
import { DRIVER_CHECKS } from '#shared/features/equipment/driver-approval.ts';
import { agreeing, makeWorld, seated } from '#tests/features/collection/world.ts';
import { codes, value } from '#tests/support/station.ts';
import { called, freshFolder } from '../support.ts';
import { until } from './rig.ts';

const path = join(freshFolder(), 'collector');
const collector = new PtyLine(path, () => {});
await collector.plug();
after(() => collector.pull());
const world = await makeWorld({ clock: systemClock }, { kind: 'serial', address: path });
const { test: at } = world;
const { admin, supervisor } = at.staff;
const { reader } = at.station.core.store;
const news: LiveNews[] = [];
const publish = (each: News): void => {
  if (each.kind === 'sample') news.push(each.sample as LiveNews);
};
const service = await deviceService({ station: at.station, folder: at.folder, publish });
after(() => service.stop());

const liveOf = (deviceId: string) => at.station.core.machine.live(deviceId);
const byTwo = (deviceId: string, checks: readonly (typeof DRIVER_CHECKS)[number][]) =>
  at.command(
    'equipment.approveDriver',
    { deviceId, checks: [...checks] },
    { proof: admin.as({ signed: true, with: supervisor }) },
  );

const aph = {
  deviceId: 'aph-3',
  code: 'APH03',
  kind: 'apheresis' as const,
  name: 'APH-03',
  model: 'CMP-1',
  serial: 'SIM-0001',
  link: { kind: 'serial' as const, address: path, line: { silentAfterSeconds: 2 } },
  profile: 'map:component-collector-hex',
  chairId: 'chair-3',
  active: true,
};
/** A state of the collector: state, alarm, blood, plasma, anticoagulant, pressure, elapsed. */
function says(
  counter: number,
  state: number,
  alarm: number,
  plasma: number,
  elapsed: number,
): void {
  const words = [state, alarm, 0, 2 * plasma, plasma, 20, 0, 0, 0, 90, 70, 6, 0, 4800, 1, 0, 0, 1];
  const data = [...words, elapsed].flatMap((word) => [word >> 8, word & 0xff]);
  collector.write(encodeHexFrame({ type: 3, counter, data: Uint8Array.from(data) }));
}

test('a meter described by data is on trial until two switch it on; then its value is offered', async () => {
  const meter = {
    code: 'HB1',
    kind: 'haemoglobinMeter' as const,
    name: '血红蛋白仪',
    model: 'SIM-HB',
    serial: '',
    link: { kind: 'tcpListen' as const, address: '127.0.0.1:29471', line: { peer: '127.0.0.1' } },
    profile: 'map:haemoglobin-hl7',
    chairId: null,
    active: true,
  };
  const { deviceId } = value(await at.command('equipment.setDevice', meter, { proof: admin.as() }));
  const [example] = mappingOf('haemoglobin-hl7')?.mapping.examples ?? [];
  const block = bytesOfNotation(example?.device.join('') ?? '');
  await until('it waits for the call', () => liveOf(deviceId)?.state === 'lost');
  const socket = await called(29_471);
  const answers: Buffer[] = [];
  socket.on('data', (bytes) => answers.push(bytes));
  after(() => socket.destroy());
  const told = async (count: number) => {
    socket.write(block);
    await until('it is acknowledged', () => {
      return Buffer.concat(answers).toString('latin1').split('MSA|AA|').length === count + 1;
    });
  };
  const view = async () =>
    value(await at.query('equipment.deviceLine', { deviceId }, supervisor.as()));
  const readings = async () => value(await at.query('equipment.readings', {}, world.nurse.as()));
  await told(1);
  assert.equal(liveOf(deviceId)?.reason, 'mapped.trial');
  await until('it is shown', async () => (await view())?.findings.length === 1);
  assert.deepEqual(await readings(), [], 'nothing is taken on trial');
  assert.deepEqual(codes(await byTwo(deviceId, DRIVER_CHECKS)), ['equipment.lineNotTested']);
  value(await at.command('equipment.testDevice', { deviceId }, { proof: admin.as() }));
  assert.deepEqual(codes(await byTwo(deviceId, DRIVER_CHECKS.slice(1))), [
    'equipment.driverCheckMissing',
  ]);
  value(await byTwo(deviceId, DRIVER_CHECKS));
  await until('its driver runs anew', () => liveOf(deviceId)?.reason !== 'mapped.trial');
  const again = await called(29_471);
  after(() => again.destroy());
  again.write(block);
  await until('its value is offered', async () => (await readings()).length === 1);
  assert.deepEqual(
    (await readings()).map(({ quantity, value: read, subject }) => [quantity, read, subject]),
    [['haemoglobinGPerL', 143, 'A999926000001']],
  );
  const line = await view();
  assert.ok(line !== null && line.counters.kept === 2 && line.counters.opened === 2);
  assert.ok(line.pieces.some(({ direction, text }) => direction === 'out' && /MSA\|AA/.test(text)));
});

test('a collector described by data: its run, alarms and end belong to the donation at its chair, once', async () => {
  const { deviceId } = aph;
  value(await at.command('equipment.setDevice', aph, { proof: admin.as() }));
  await until('its line is open', () => liveOf(deviceId)?.state === 'open');
  value(await at.command('equipment.testDevice', { deviceId }, { proof: admin.as() }));
  value(await byTwo(deviceId, DRIVER_CHECKS));
  await until('it is on', () => liveOf(deviceId)?.reason === 'link.opened');
  const donor = world.donor('000731', { targetMl: 200 });
  const din = await seated(world, donor);
  const proof = { proof: world.nurse.as() };
  const needle = agreeing(world, donor, din);
  const atNeedle = { chairId: needle.chairId, number: needle.number };
  const told = value(await at.command('collection.setMachine', atNeedle, proof));
  assert.equal(told.outcome, 'notProgrammable');
  assert.deepEqual(codes(await at.command('collection.start', needle, proof)), [
    'collection.displayUnconfirmed',
  ]);
  value(await at.command('collection.confirmDisplay', atNeedle, proof));
  value(await at.command('collection.start', needle, proof));
  const donation = () => reader.get('donation', din);
  const alarms = () => reader.by('runMark', 'din', din).filter(({ kind }) => kind === 'alarm');
  says(1, 2, 0, 20, 60);
  await until('the draw began', () => donation()?.phase === 'draw');
  says(2, 4, 2, 40, 120);
  await until('the alarm is kept', () => alarms().length === 1);
  assert.deepEqual(
    alarms().map(({ code, clearedAt }) => [code, clearedAt]),
    [['returnPressureHigh', null]],
  );
  says(3, 4, 2, 40, 121);
  says(4, 3, 0, 41, 130);
  await until('it is over', () => alarms().every(({ clearedAt }) => clearedAt !== null));
  await until('it is shown silent within its limit', () => liveOf(deviceId)?.state === 'silent');
  says(5, 5, 0, 200, 900);
  says(6, 5, 0, 200, 901);
  await until('the run is over', () => donation()?.machineEndedAt !== null);
  assert.deepEqual([donation()?.machineMl, donation()?.stopReason], [200, 'targetReached']);
  assert.equal(alarms().length, 1, 'an alarm told twice is one');
  assert.ok(news.some((each) => each.kind === 'sample' && each.sample.machineMl === 41));
  const series = value(await at.query('collection.series', { din }, world.nurse.as()));
  assert.deepEqual([series.points.at(-1)?.[1], series.seconds], [200, 900]);
  assert.equal(liveOf(deviceId)?.state, 'open');
});

test('a sealer counts for the hand-over, beside the tubes that were recorded; not on trial', async () => {
  const place = join(freshFolder(), 'sealer');
  const sealer = new PtyLine(place, () => {});
  await sealer.plug();
  after(() => sealer.pull());
  const set = {
    ...{ code: 'SEA1', kind: 'tubeSealer' as const, name: '热合机', model: 'SIM-T', serial: '' },
    ...{ link: { kind: 'serial' as const, address: place }, profile: 'map:tube-sealer-line' },
    ...{ chairId: null, active: true },
  };
  const { deviceId } = value(await at.command('equipment.setDevice', set, { proof: admin.as() }));
  const seals = async (): Promise<readonly (readonly string[])[]> => {
    const { items } = value(await at.query('handover.draft', {}, world.nurse.as()));
    return items
      .filter(({ section }) => section === 'seals')
      .map(({ subject, detail }) => [subject, detail]);
  };
  const [one] = mappingOf('tube-sealer-line')?.mapping.examples ?? [];
  const shown = async () =>
    value(await at.query('equipment.deviceLine', { deviceId }, supervisor.as()))?.findings.length;
  const seal = async (count: number): Promise<void> => {
    sealer.write(bytesOfNotation(one?.device.join('') ?? ''));
    await until('a seal is shown', async () => (await shown()) === count);
  };
  await until('its line is open', () => liveOf(deviceId)?.state === 'open');
  await seal(1);
  assert.deepEqual(await seals(), []);
  value(await at.command('equipment.testDevice', { deviceId }, { proof: admin.as() }));
  value(await byTwo(deviceId, DRIVER_CHECKS));
  await until('its driver runs anew', () => liveOf(deviceId)?.reason === 'link.opened');
  await seal(2);
  await seal(3);
  await until('two are counted', async () => (await seals()).at(1)?.[1] === '2');
  assert.deepEqual(await seals(), [
    ['before', '0'],
    ['sealed', '2'],
    ['recorded', '0'],
    ['difference', '2'],
  ]);
  const { lines } = value(await at.query('handover.draft', {}, world.nurse.as()));
  const counts = lines.map(({ key, inHand }) => ({ key, book: inHand, counted: inHand ?? 0 }));
  const proof = world.nurse.as({ signed: true, with: at.staff.nurse2 });
  value(await at.command('handover.sign', { counts, owners: [], note: '' }, { proof }));
  assert.deepEqual((await seals())[0], ['before', '2'], 'the difference is carried');
});

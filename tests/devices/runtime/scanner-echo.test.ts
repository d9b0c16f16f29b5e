import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { deviceService } from '#electron/devices/runtime/service.ts';
import { sendControl } from '#electron/devices/simulators/control-socket.ts';
import { startScannerSimulator, stopSimulator } from '#electron/devices/simulators/start.ts';
import type { News } from '#electron/ports/doorway.ts';
import { echoBytes, SCAN_VERDICTS } from '#shared/codes/scanner-echo.ts';
import { founded, value } from '#tests/support/station.ts';
import { freshFolder } from '../support.ts';
import { until } from './rig.ts';

test('each verdict has its own sound; what was not needed, and an unknown profile, is silent', () => {
  const hex = (profile: string) =>
    SCAN_VERDICTS.map((verdict) => Buffer.from(echoBytes(profile, verdict) ?? []).toString('hex'));
  assert.deepEqual(hex('bel'), ['07', '07', '', '0707', '070707']);
  assert.deepEqual(hex('datalogic'), ['01', '01', '', '33340d', '33340d33340d33340d']);
  for (const none of ['', 'toString', 'other']) assert.equal(hex(none).join(''), '', none);
});

test('a serial scanner sounds what became of its reading', async () => {
  const simulator = await startScannerSimulator({ link: join(freshFolder(), 'scan') });
  after(() => stopSimulator(simulator));
  const at = await founded();
  const scanner = {
    code: 'SC1',
    kind: 'scanner' as const,
    name: '扫描器 1',
    model: '',
    serial: '',
    link: { kind: 'serial' as const, address: simulator.path },
    profile: 'bel',
    chairId: null,
    active: true,
  };
  const proof = at.staff.admin.as();
  const { deviceId } = value(await at.command('equipment.setDevice', scanner, { proof }));
  const scans: { raw: string; echoTo?: string }[] = [];
  const publish = (news: News): void => {
    if (news.kind === 'scan') scans.push(news.scan as { raw: string; echoTo?: string });
  };
  const running = await deviceService({ station: at.station, folder: at.folder, publish });
  await until('open', () => at.station.core.machine.live(deviceId)?.state === 'open');
  await sendControl(simulator.control, { do: 'scan', text: '=A99992600000168' });
  await until('read', () => scans.length === 1);
  assert.equal(scans[0]?.echoTo, deviceId);
  const tell = { deviceId, verdict: 'wrong' as const };
  value(await at.command('scanning.tellScanner', tell, { proof }));
  const told = async () => (await sendControl(simulator.control, { do: 'state' }))['told'];
  await until('sounded', async () => (await told()) === '070707');
  await running.stop();
  value(await at.command('scanning.tellScanner', { ...tell, deviceId: 'no-scanner' }, { proof }));
  value(await at.command('scanning.tellScanner', tell, { proof }));
  assert.equal(await told(), '070707');
});

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { deviceService } from '#electron/devices/runtime/service.ts';
import { sendControl } from '#electron/devices/simulators/control-socket.ts';
import { startIdCardSimulator, stopSimulator } from '#electron/devices/simulators/start.ts';
import type { News } from '#electron/ports/doorway.ts';
import { classify } from '#shared/codes/classify.ts';
import { founded, value } from '#tests/support/station.ts';
import { freshFolder } from '../support.ts';
import { until } from './rig.ts';

const CARD = {
  name: '王\u{2c386}',
  sex: 'male',
  ethnicity: '汉',
  birthDate: '1980-02-29',
  number: '120000198002290034',
  issuer: '天津市公安局测试分局',
  from: '2016-05-01',
  until: null,
};

const PHOTO = `/9j/${'A'.repeat(400)}`;

const simulator = await startIdCardSimulator({ link: join(freshFolder(), 'card') });
after(() => stopSimulator(simulator));
const at = await founded();

async function reader(code: string, link: { kind: 'serial' | 'tcp'; address: string }) {
  const input = {
    code,
    kind: 'idCardReader' as const,
    name: `阅读器 ${code}`,
    model: '',
    serial: '',
    link,
    profile: '',
    chairId: null,
    active: true,
  };
  return at.command('equipment.setDevice', input, { proof: at.staff.admin.as() });
}

test('a card laid on reaches the screens by line, HTTP and WebSocket, each as one scan', async () => {
  const service = `127.0.0.1:${simulator.port}`;
  const bySerial = value(await reader('RD1', { kind: 'serial', address: simulator.path }));
  const byService = value(await reader('RD2', { kind: 'tcp', address: service }));
  const bySocket = value(await reader('RD3', { kind: 'tcp', address: `ws://${service}` }));
  for (const address of ['10.0.0.9:8900', 'ws://10.0.0.9:8900/cards', `wss://${service}`]) {
    const elsewhere = await reader('RD4', { kind: 'tcp', address });
    assert.equal(elsewhere.status === 'refused' && elsewhere.reasons[0]?.code, 'equipment.address');
  }
  const scans: { device: string; raw: string; photo?: string }[] = [];
  const publish = (news: News): void => {
    if (news.kind === 'scan') scans.push(news.scan as (typeof scans)[number]);
  };
  const running = await deviceService({ station: at.station, folder: at.folder, publish });
  const isOpen = ({ deviceId }: { deviceId: string }) =>
    at.station.core.machine.live(deviceId)?.state === 'open';
  const all = [bySerial, byService, bySocket];
  await until('all are open', () => all.every(isOpen));
  await sendControl(simulator.control, { do: 'present', card: CARD, photo: PHOTO });
  await until('all told the card', () => scans.length === 3);
  assert.deepEqual(
    new Set(scans.map(({ device }) => device)),
    new Set(['阅读器 RD1', '阅读器 RD2', '阅读器 RD3']),
  );
  // The line has no room for a photo; the service tells it.
  const byName = Object.fromEntries(scans.map(({ device, photo }) => [device, photo]));
  assert.deepEqual(byName, {
    '阅读器 RD1': undefined,
    '阅读器 RD2': PHOTO,
    '阅读器 RD3': PHOTO,
  });
  for (const { raw } of scans) {
    const [token] = classify(raw).tokens;
    assert.equal(token?.kind === 'residentId' && token.card?.name, CARD.name);
  }
  // What is no card is dropped by the service's reader and named as damage by the line's.
  await sendControl(simulator.control, { do: 'say', text: '{"name":"王"}' });
  await until('the line told it', () => scans.length === 4);
  assert.notEqual(classify(scans[3]?.raw ?? '').problem, null);
  // A message of bytes is no card; a frame that is none ends the connection, and it is opened again.
  await sendControl(simulator.control, { do: 'frame', hex: '8203010203' });
  await sendControl(simulator.control, { do: 'frame', hex: 'f301ff' });
  await until('the broken WebSocket is lost', () => !isOpen(bySocket));
  assert.ok(isOpen(byService), 'the others stay');
  await until('it is open again', () => isOpen(bySocket));
  await sendControl(simulator.control, { do: 'present', card: CARD });
  await until('and tells cards again', () => scans.length === 7);
  await sendControl(simulator.control, { do: 'pull' });
  await until('all are lost', () => all.every((each) => !isOpen(each)));
  await sendControl(simulator.control, { do: 'plug' });
  await until('all are open again', () => all.every(isOpen));
  await running.stop();
});

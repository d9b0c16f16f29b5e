import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { type ListedPort, serialLine } from '#electron/devices/lines/serial-line.ts';
import { tcpLine, tcpListenLine } from '#electron/devices/lines/tcp-line.ts';
import { Link, type LinkReport } from '#electron/devices/link.ts';
import { serialportOpener } from '#electron/devices/serialport-opener.ts';
import { PtyLine } from '#electron/devices/simulators/pty-line.ts';
import { systemTimers } from '#electron/devices/timers.ts';
import type { LineOpener } from '#electron/ports/serial.ts';
import { ascii } from '../protocols/support.ts';
import { called, freshFolder, serialAt, until } from '../support.ts';

/** A link that notes what it heard and how it stood. */
function linked(opener: LineOpener, silentAfterMs?: number) {
  const heard: number[] = [];
  const reports: LinkReport[] = [];
  const link: Link = new Link({
    opener,
    timers: systemTimers,
    firstDelayMs: 20,
    mostDelayMs: 100,
    ...(silentAfterMs === undefined ? {} : { silentAfterMs }),
    onOpen: () => {},
    onBytes: (bytes) => heard.push(...bytes),
    onReport: (report) => reports.push(report),
  });
  after(() => link.stop());
  link.start();
  const text = () => Buffer.from(heard).toString('latin1');
  return { link, reports, text, opened: () => link.state === 'open' };
}

test('a device plugged in elsewhere is found again by vendor, product and serial number', async () => {
  const folder = freshFolder();
  let listed: ListedPort[] = [];
  const usb = { vendorId: '05F9', productId: '4204', serialNumber: 'G21A123' };
  const world = { opener: serialportOpener, list: async () => listed };
  const ours = linked(serialLine(world, { path: 'usb:05f9:4204:G21A123', baudRate: 9600 }));
  await until(() => ours.link.state === 'lost', 'nothing is plugged in');
  assert.match(ours.reports.at(-1)?.detail ?? '', /portMissing/);
  for (const name of ['ttyA', 'ttyB']) {
    const path = join(folder, name);
    const device = new PtyLine(path, (bytes) => device.write(bytes));
    await device.plug();
    listed = [
      { path: '/dev/none', vendorId: '1234' },
      { path, ...usb },
    ];
    await until(ours.opened, `open at ${name}`);
    assert.ok(await ours.link.write(ascii(name)));
    await until(() => ours.text().endsWith(name), 'its echo');
    device.pull();
    listed = [];
    await until(() => ours.link.state === 'lost', 'pulled');
  }
  const twins = [
    { path: '/dev/a', ...usb },
    { path: '/dev/b', ...usb },
  ];
  const two = serialLine(
    { opener: serialportOpener, list: async () => twins },
    { path: 'usb:05f9:4204', baudRate: 9600 },
  );
  const listener = { bytes: () => {}, closed: () => {} };
  await assert.rejects(two.open(listener, new AbortController().signal), /portAmbiguous/);
});

test('a port whose node is gone is lost, even when the system says nothing of the cable', async () => {
  const path = join(freshFolder(), 'tty');
  const device = new PtyLine(path, () => {});
  await device.plug();
  after(() => device.pull());
  const ours = linked(serialAt(path));
  await until(ours.opened, 'open');
  rmSync(path);
  await until(() => ours.link.state === 'lost', 'lost');
  assert.equal(ours.reports.find((report) => report.state === 'lost')?.reason, 'link.portGone');
});

test('a port has one owner, and is free again when its owner is done', async () => {
  const path = join(freshFolder(), 'tty');
  const device = new PtyLine(path, () => {});
  await device.plug();
  after(() => device.pull());
  const first = linked(serialAt(path));
  await until(first.opened, 'the first owner');
  const second = linked(serialAt(path));
  await until(() => second.link.state === 'lost', 'turned away');
  assert.match(second.reports.at(-1)?.detail ?? '', /portTaken/);
  await first.link.stop();
  await until(second.opened, 'the second has it now');
});

test('a device that waits at an address is called again after it went, and shown silent when it says nothing', async () => {
  let socket: Socket | undefined;
  const server = createServer((caller) => {
    socket = caller;
    caller.on('data', (bytes) => caller.write(bytes));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => server.close());
  const { port } = server.address() as { port: number };
  const { link, reports, text, opened } = linked(tcpLine({ host: '127.0.0.1', port }), 150);
  await until(opened, 'called');
  assert.ok(await link.write(ascii('hello')));
  await until(() => text() === 'hello', 'its echo');
  await until(() => link.state === 'silent', 'silent');
  socket?.destroy();
  await until(() => reports.some(({ reason }) => reason === 'link.portGone'), 'gone');
  await until(opened, 'called again');
});

test('a device that calls has the line until it hangs up; strangers are turned away, its new call takes over', async () => {
  const free = createServer();
  await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve));
  const { port } = free.address() as { port: number };
  await new Promise((resolve) => free.close(resolve));
  const { link, text, opened } = linked(tcpListenLine({ host: '127.0.0.1', port }, '127.0.0.1'));
  const call = async (words: string): Promise<Socket> => {
    const socket = await called(port);
    socket.write(words);
    return socket;
  };
  const device = await call('one');
  await until(() => opened() && text() === 'one', 'the device is on the line');
  const stranger = connect({ port, host: '127.0.0.1', localAddress: '127.0.0.2' });
  await new Promise((resolve) => stranger.once('error', resolve).once('close', resolve));
  device.write('.');
  await until(() => text() === 'one.', 'the device is still on the line');
  device.destroy();
  const again = await call('two');
  await until(() => text() === 'one.two', 'it called again');
  await call('three');
  await until(() => text() === 'one.twothree', 'after a power cut it calls without having hung up');
  await until(() => again.destroyed, 'its dead call is ended');
  await link.stop();
  const late = connect(port, '127.0.0.1');
  const refused = await new Promise<boolean>((resolve) => {
    late.once('error', () => resolve(true)).once('connect', () => resolve(false));
  });
  assert.ok(refused, 'a stopped line listens no more');
});
